"""Paper forms that were scanned: pages ▶ answers, and pictures of what a person must read."""
