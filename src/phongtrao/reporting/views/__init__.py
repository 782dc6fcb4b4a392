"""The pages of reporting: rounds, one report being filled, its review, the roll-up."""
