"""The registers of the movement."""
