"""Roll-ups over ten years of the country: the product beside a DHIS2-style PostgreSQL.

One run: the figures in the product's record by its own imports, the rebuild of its analytics, 50
submissions that come later, then five questions to both sides as two officials ask them. What
takes long is built once a machine by ``make bench-rival``.
"""

from bench.figures import Figure


def measure() -> tuple[list[Figure], list[str]]:
    """Milliseconds of each question on each engine, ratios, and what the record and builds take."""
    from bench.rollups.run import measured, tables  # late: PostgreSQL's driver and Arrow

    return tables(measured())
