"""Following up what is owed: planned, said once, escalated with dignity."""
