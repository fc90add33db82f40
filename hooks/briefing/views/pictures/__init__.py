"""Pictures of timelines and networks: where what stands, and how large."""
