"""Pages of the door: the desk, search, and the graph of papers."""
