"""Files that are uploaded once and referred to in prompts."""
