"""Advice on what a text says: names that nobody knows, names of several people, dates without an event."""
