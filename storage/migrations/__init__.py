"""Migrations, applied by Alembic from inside the program; no configuration file is needed."""
