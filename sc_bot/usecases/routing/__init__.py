"""Routing learns from what directors and the facilitator corrected."""
