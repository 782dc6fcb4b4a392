"""What pages of reporting take in: the entry grid, opening a round, decisions, filters."""
