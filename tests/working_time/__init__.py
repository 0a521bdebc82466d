"""Working days, holidays, clock changes."""
