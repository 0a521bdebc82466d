"""Similar problems: how good the offers are, who sees what of them."""
