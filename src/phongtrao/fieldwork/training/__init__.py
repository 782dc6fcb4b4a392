"""Training of those who carry the movement: classes with their sessions, and drills."""
