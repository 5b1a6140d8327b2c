"""From what a user writes to what a model is given."""
