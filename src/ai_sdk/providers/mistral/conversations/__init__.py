"""Conversations on Mistral, in which it searches the web itself."""
