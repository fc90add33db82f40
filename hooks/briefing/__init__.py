"""The core of Briefing Room: documents in, what each page shows out, and no word of MkDocs outside `edge`."""
