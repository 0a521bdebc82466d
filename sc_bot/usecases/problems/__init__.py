"""What is done to a problem, by its author, its directors, the facilitator and the support committee."""
