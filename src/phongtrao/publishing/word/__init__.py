"""State papers as Word files: pure functions from typed papers to .docx bytes, no Django."""
