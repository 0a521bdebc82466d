"""Who may do what, and who sees what: two tables written by hand, carried out on the wire."""
