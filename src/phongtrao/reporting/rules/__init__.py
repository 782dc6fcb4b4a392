"""What the figures mean: the specification of the roll-up and the checks at the cells. Pure."""
