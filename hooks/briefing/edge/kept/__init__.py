"""What builds leave on disk for the next ones."""
