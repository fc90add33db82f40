"""From Markdown to safe HTML, its contents list and its plain text."""
