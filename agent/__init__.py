"""The porting agent: says what of the TypeScript packages is ported, and what is to be ported next."""
