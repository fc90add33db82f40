"""From answers to new documents, new content roots, and what editors know of both."""
