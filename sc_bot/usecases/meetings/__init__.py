"""Committees meet: the agenda makes itself, decisions become promises in the room, minutes follow."""
