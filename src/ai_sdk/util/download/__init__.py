"""Downloads of files that a prompt names by URL."""
