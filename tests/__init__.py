"""The proofs: each test states one truth."""
