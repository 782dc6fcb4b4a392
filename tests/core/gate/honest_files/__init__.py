"""Generators of honest files: what offices really send, made anew by seed, nothing stored.

``corpus`` lists the kinds; ``report`` prints the table of docs/reference/upload-kinds.md.
"""
