"""Where the world begins: disk, clock, terminal, MkDocs."""
