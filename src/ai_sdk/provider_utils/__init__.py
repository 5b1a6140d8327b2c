"""The toolbox that providers are built from (`@ai-sdk/provider-utils`); the only place that touches the network."""
