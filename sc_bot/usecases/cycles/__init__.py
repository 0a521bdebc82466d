"""The life of a community: cycle reviews, end, archive."""
