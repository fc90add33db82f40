"""The ways to build a site: whole, or as little of it as is surely enough."""
