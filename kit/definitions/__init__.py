"""What may be written in a definition file. No input or output happens here."""
