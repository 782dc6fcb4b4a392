"""What a run leaves out: never a whole test, only rows between the ends of its table."""

from tests.extent import ends_of


def test_every_test_keeps_its_first_and_its_last_row():
    names = ["a.py::t[1]", "a.py::t[2]", "a.py::t[3]", "a.py::alone", "b.py::t[x]", "b.py::t[y]"]
    assert ends_of(names) == {"a.py::t[1]", "a.py::t[3]", "a.py::alone", "b.py::t[x]", "b.py::t[y]"}
