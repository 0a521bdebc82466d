"""Joint changes against a short model."""
