"""What a paper says: its outline, its first words, statements from below in groups. Pure."""
