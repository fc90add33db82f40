"""What goes with a built site: manifest, signature, bill of materials, papers, and the switch to it."""
