"""From the text of a file to its fields, each with the line it stands on."""
