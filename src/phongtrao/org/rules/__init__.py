"""Rules of org without a database: when a committee is due to be renewed."""
