"""PI-5: what the guard answers holds kinds and places, and never a sign of what it found."""

import json
import random
from pathlib import Path

from phongtrao.cli import checks
from phongtrao.core.guard import read_text
from phongtrao.core.guard.package import judge
from tests.core.gate.packages import docx, paragraph

LABELS = {"cccd": "CCCD ", "mobile": "gọi anh Ba ", "bank": "STK ", "bhyt": "thẻ BHYT "}


def _canaries(count: int) -> list[tuple[str, str]]:
    """Labels with numbers that occur nowhere else."""
    draw = random.Random(5)
    shapes = {
        "cccd": lambda: f"0792{draw.randrange(10**8):08d}",
        "mobile": lambda: f"09{draw.randrange(10**8):08d}",
        "bank": lambda: f"1903{draw.randrange(10**10):010d}",
        "bhyt": lambda: f"GD479{draw.randrange(10**10):010d}",
    }
    kinds = sorted(shapes)
    return [(LABELS[kinds[n % 4]], shapes[kinds[n % 4]]()) for n in range(count)]


def test_a_thousand_answers_about_texts_hold_no_value() -> None:
    for label, value in _canaries(1_000):
        answer = checks.check_text(f"Ghi chú: {label}{value}, đã chuyển.")
        assert answer.findings
        said = answer.as_json() + repr(answer) + "".join(f.hint for f in answer.findings)
        assert value not in said
        assert value[-6:] not in said


def test_an_answer_about_a_text_is_kinds_and_places_only() -> None:
    answer = json.loads(checks.check_text("CCCD 079201012345").as_json())
    assert set(answer) == {"verdict", "findings"}
    assert [set(found) for found in answer["findings"]] == [{"kind", "start", "end"}]


def test_an_answer_about_a_file_holds_no_value_of_its_parts(tmp_path: Path) -> None:
    canaries = _canaries(8)
    body = "".join(paragraph(label + value) for label, value in canaries)
    data = docx(body, extra={f"word/media/{canaries[1][1]}.xml": f"<a>{canaries[0][1]}</a>"})
    path = tmp_path / "bao-cao.docx"
    path.write_bytes(data)
    said = repr(judge(path, "docx")) + checks.check_file(path).as_json()
    assert not [value for _, value in canaries if value in said or value[-6:] in said]


def test_a_finding_of_a_long_text_repeats_nothing_of_it() -> None:
    text = "\n".join(label + value for label, value in _canaries(200))
    said = repr(read_text(text))
    assert not [value for _, value in _canaries(200) if value[-6:] in said]
