"""Text to definitions: YAML with places, and every problem of every file at once."""
