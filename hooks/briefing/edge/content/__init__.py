"""Content roots, from the disk or from git: what is in them, and what is wrong with it."""
