"""The site as MkDocs builds it: its files, pages and navigation, and what it is told."""
