"""Plain wire text to a draft: what the text says of itself, and what an analyst may make of it."""
