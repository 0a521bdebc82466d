"""How hard it is to get care, measured before and after."""
