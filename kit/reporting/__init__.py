"""Reports: statistics, the rules of what may be shown, and the views of what is read."""
