"""The last look at a document before it goes to a printer: what a person would see on paper."""
