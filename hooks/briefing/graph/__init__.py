"""What is connected with what, and why."""
