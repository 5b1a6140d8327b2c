"""A `streamGenerateContent` stream as stream parts."""
