"""The local web pages: what a small server of this machine gives out, and to whom."""
