"""What stands between a model and whoever calls it: wrappers, and the middleware that comes with the SDK."""
