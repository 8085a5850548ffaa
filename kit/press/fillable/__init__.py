"""PDFs to fill in on the screen: where a page is written on, and the form fields put there."""
