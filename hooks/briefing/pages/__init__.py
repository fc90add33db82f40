"""From views to the bodies of pages, feeds and data."""
