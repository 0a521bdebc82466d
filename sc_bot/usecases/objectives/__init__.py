"""The strategic objectives of a community, and the problems that are linked to them."""
