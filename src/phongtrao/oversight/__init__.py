"""What was verified: inspections from decision to verified remedy."""
