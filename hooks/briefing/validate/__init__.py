"""From fields to typed content, with every problem on the way."""
