"""The phrases of the seed, by their number in the table of the domain: each has a test here, or a page."""

"""The phrases of the seed, by their number in the table of the domain: each has a test, or a page that names it."""
