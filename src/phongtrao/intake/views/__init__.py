"""Pages of intake: bring papers in, see what was read, correct it, say yes or no."""
