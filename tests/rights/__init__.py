"""The refusals of the boundary (DESIGN.md §3; CR-18): a change here needs two bodies."""
