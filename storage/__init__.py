"""The database: tables, units of work, repositories, migrations. The only place that knows SQL."""
