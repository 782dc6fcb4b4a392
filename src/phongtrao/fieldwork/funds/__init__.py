"""What the movement costs and who pays: estimates, allocations, spending, contributions."""
