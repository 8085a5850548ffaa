"""What is kept of a session: who came, minutes, the log, tables; and removing it again."""
