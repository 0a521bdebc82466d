"""Patient identifiers are found, explained by kind and redacted."""
