"""The language model on the `generateContent` API, and what it is made of."""
