"""Language models on xAI's Responses API."""
