"""Chat on the Converse API."""
