"""Language models on Open Responses."""
