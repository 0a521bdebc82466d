"""The pulse: waves that begin and end by themselves, answers that nobody can be tied to, and what they show."""
