"""The video model on Google."""
