"""Deadlocks: found, brought before who decides, ended by a decision."""
