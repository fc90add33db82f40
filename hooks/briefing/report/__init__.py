"""What changes for readers between two contents: compared, and told as Markdown, HTML or JSON."""
