"""Parts of pages, of which several kinds of page are made."""
