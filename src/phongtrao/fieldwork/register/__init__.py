"""What the registers of all slices have in common: an entry, who sees and keeps it, its table."""
