"""Unique strings where secrets pass."""

NAME, WORDS, REFUSED = "ZZROSALIECANARI", "ZZTEXTECANARI", "ZZREFUSCANARI"
"""A confidential author's; a report's, which those read who may read it; a refused line's, which nobody reads."""
RESTRICTED, BEHALF = "ZZRESTREINTCANARI", "ZZAUNOMCANARI"
"""A restricted report's; those about for whom an author wrote, which the author and the facilitator read."""
