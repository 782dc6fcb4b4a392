"""Packaged data brought into the database: areas, bodies, sets of areas."""

from phongtrao.org.imports.area_sets import load_area_sets
from phongtrao.org.imports.packaged import load_bodies, load_country

__all__ = ["load_area_sets", "load_bodies", "load_country"]
