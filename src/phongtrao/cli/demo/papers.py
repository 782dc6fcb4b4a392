"""The demo's papers: directives read by intake, requirements made concrete, tasks in every class."""

from collections.abc import Sequence

from phongtrao.cli.demo.cast import Cast


def tell(players: Cast, story: Sequence[int]) -> None:
    """Register two directives and let their tasks run."""
