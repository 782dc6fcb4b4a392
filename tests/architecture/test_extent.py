"""What a run leaves out: never a whole test, only rows between the ends of its table."""

import pytest

from tests.extent import kept_rows

NAMES = [*(f"a.py::t[{n}]" for n in range(1, 9)), "a.py::alone", "b.py::t[x]", "b.py::t[y]"]


@pytest.mark.parametrize(
    ("rows", "left"),
    [("", "12345678"), ("halves", "13578"), ("thirds", "1478"), ("ends", "18")],
)
def test_every_test_keeps_its_first_and_its_last_row(rows: str, left: str) -> None:
    kept = {f"a.py::t[{n}]" for n in left}
    assert kept_rows(NAMES, rows) == kept | {"a.py::alone", "b.py::t[x]", "b.py::t[y]"}
