"""The stage of the demo: its clock, journeys, keeping and reopening, and what its page is told."""
