"""What the tests of oversight begin with: that of the registers."""

from tests.fieldwork.conftest import desk, programme

__all__ = ["desk", "programme"]
