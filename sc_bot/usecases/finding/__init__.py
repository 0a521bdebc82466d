"""Finding problems: a list that is narrowed, a search, the board of a unit."""
