"""Steps of `build_areas.py`: read two pinned packages, compose the country, check, pack."""
