"""The core force at the base: teams with their head-counts, equipment, ratings and allowances."""
