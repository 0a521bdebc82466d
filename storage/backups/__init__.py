"""Copies of the database: made under load, looked at before they count, put back only where nothing is."""

from storage.backups.contents import BackupRefused, Contents
from storage.backups.making import back_up, copy_before, forget_copies, has_tools, restore

__all__ = ["BackupRefused", "Contents", "back_up", "copy_before", "forget_copies", "has_tools", "restore"]
