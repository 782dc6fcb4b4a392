"""The user guides as Word and PDF."""
