"""The ways back: each turns what came in into responses, and says what is in doubt."""
