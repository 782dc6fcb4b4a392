"""Pages of figures: looking up, trend, completeness, load, the overview."""
