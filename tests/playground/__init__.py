"""Proofs about the fake Slack."""
