"""Call options as a `generateContent` body."""
