"""How soon a submission is seen, and what a rebuild takes: the run of `rollups` without a rival."""

from bench.figures import Figure


def measure() -> tuple[list[Figure], list[str]]:
    """Rebuild, bytes a value, memory, and milliseconds until every roll-up shows a submission."""
    from bench.rollups.run import fresh, fresh_table  # late: Arrow

    return fresh_table(fresh())
