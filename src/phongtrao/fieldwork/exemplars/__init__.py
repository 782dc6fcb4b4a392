"""Models of the movement: from a proposal to a recognised example, and who took it from whom."""
