"""Messages of a chat as its frontend has them, and the streams that build them."""
