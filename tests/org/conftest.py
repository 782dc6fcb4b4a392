"""What tests of org need of later stages: a programme with papers and tasks."""

from tests.planning.conftest import plan

__all__ = ["plan"]
