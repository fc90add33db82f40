"""What hostile authors write: a generated list of payloads, and content roots that hold them."""
