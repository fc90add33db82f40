"""What files that are no documents say besides what they show, taken out without loss of what they show."""
