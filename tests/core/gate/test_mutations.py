"""Damaged files of every kind end in a verdict, never in an error of ours.

A plain run tries a part of the mutations; `make test-gate` tries all.
"""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from phongtrao.core.gate import inspect
from tests.core.gate.extent import FULL
from tests.core.gate.packages import cell, docx, docx_parts, packed, xlsx, xlsx_parts
from tests.core.gate.papers import jpg, locked_pdf, packed_objects, pdf, png

SOUND = {
    "a.docx": docx(),
    "a.xlsx": xlsx(cell("A1", "1")),
    "a.pdf": pdf(),
    "b.pdf": packed_objects("<< /A 1 >>"),
    "c.pdf": locked_pdf(b""),
    "a.png": png(),
    "a.jpg": jpg(),
    "a.txt": "Kế hoạch".encode("utf-16"),
    "a.csv": b'a,"b"\n',
}
SHARE = 1 if FULL else 5
NAMES = st.sampled_from(sorted(SOUND))


@settings(max_examples=300 // SHARE, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(NAMES, st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=6))
def test_flipped_bytes_end_in_a_verdict(name: str, flips: list[tuple[float, int]]) -> None:
    data = bytearray(SOUND[name])
    for place, value in flips:
        data[min(int(place * len(data)), len(data) - 1)] = value
    assert inspect(bytes(data), name).verdict in {"accept", "refuse", "hold"}


@settings(max_examples=200 // SHARE, deadline=None)
@given(NAMES, NAMES, st.floats(0, 1), st.floats(0, 1))
def test_spliced_files_end_in_a_verdict(first: str, second: str, left: float, right: float) -> None:
    head, tail = SOUND[first], SOUND[second]
    data = head[: int(left * len(head))] + tail[int(right * len(tail)) :]
    assert inspect(data, first).verdict in {"accept", "refuse", "hold"}


@settings(max_examples=100 // SHARE, deadline=None)
@given(st.binary(max_size=2000), NAMES)
def test_any_bytes_end_in_a_verdict(data: bytes, name: str) -> None:
    assert inspect(data, name).verdict in {"accept", "refuse", "hold"}
    assert inspect(SOUND[name][:8] + data, name).verdict in {"accept", "refuse", "hold"}


@settings(max_examples=300 // SHARE, deadline=None)
@given(st.sampled_from(["a.docx", "a.xlsx"]), st.data())
def test_damage_inside_a_sound_archive_ends_in_a_verdict(name: str, data: st.DataObject) -> None:
    parts = docx_parts() if name == "a.docx" else xlsx_parts(cell("A1", "1"))
    part = data.draw(st.sampled_from(sorted(parts)))
    content = bytearray(str(parts[part]).encode())
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=4)):
        content[place] = data.draw(st.integers(0, 255))
    assert inspect(packed({**parts, part: bytes(content)}), name).verdict in {"accept", "refuse"}
