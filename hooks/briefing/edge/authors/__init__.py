"""What commands write into content roots for authors: new documents, mends, other names, drafts."""
