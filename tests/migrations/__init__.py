"""Every migration, up and down, with rows in every table."""
