"""The demo: Quảng Ngãi with its communes, invented officials, and a cycle of work in every state.

Everything is written through the same actions as the pages use, at moments of the past
(`clock.set_to`). Dates follow from the day of loading: the open round is the half-year that holds
it, two rounds before it are finished, and some tasks are due on that very day.
"""

from phongtrao.cli.demo.load import ensure_demo
from phongtrao.cli.demo.national import ensure_national

__all__ = ["ensure_demo", "ensure_national"]
