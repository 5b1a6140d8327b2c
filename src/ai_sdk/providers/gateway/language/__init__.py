"""Language models behind the gateway."""
