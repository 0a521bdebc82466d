"""The rules of meetings, and how promises in a few words are read."""
