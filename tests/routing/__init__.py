"""Which institution receives a report, and why."""
