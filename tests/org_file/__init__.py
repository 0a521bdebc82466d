"""The community file: reading, checking, writing, comparing."""
