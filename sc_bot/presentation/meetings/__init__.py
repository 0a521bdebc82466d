"""Meetings of committees in words: the agenda, what hangs on the wall, the minutes, the answers."""
