"""The language model on the Interactions API, and what it is made of."""
