"""The entry grid without a database: what is typed, what is wrong with it, what has changed."""
