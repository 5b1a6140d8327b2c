"""Language models on the Responses API of the Hugging Face router."""
