"""The speech model on Google."""
