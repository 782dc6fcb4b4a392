"""Word templates that a body makes itself: what may stand in one, its check, and its filling."""
