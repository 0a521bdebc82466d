"""Finding: what is asked for, what is found, and for whom."""
