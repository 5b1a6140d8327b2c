"""The providers, one folder each; importing this package imports none of them."""
