"""What came back: the answer record and the store."""
