"""Changes to what authors wrote, at the places that mean it, with every other sign left as it was."""
