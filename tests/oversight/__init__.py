"""Inspections and what they lead to."""
