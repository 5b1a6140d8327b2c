"""Images on Fireworks."""
