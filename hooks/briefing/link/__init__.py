"""Finds who is named in finished prose, and makes links of it."""
