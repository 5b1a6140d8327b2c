"""From what a user passes as `model` to a model: an id is looked up at the default provider."""
