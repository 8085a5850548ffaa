"""What people wrote: names taken out, and grouped by the educator's own codes."""
