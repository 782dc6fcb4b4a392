"""Screens of the core force."""
