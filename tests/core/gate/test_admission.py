"""The child process: what it may do, and what becomes of its death."""

import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from phongtrao.core.gate import GateLimits, admit, inspect
from phongtrao.core.gate.admission import Admitted
from phongtrao.core.gate.sentences import sentence_for
from tests.core.gate import corpus_archives, corpus_bombs, corpus_papers
from tests.core.gate.case import Case
from tests.core.gate.packages import docx

READERS = "tests.core.gate.cage_readers"
QUICK = GateLimits(cpu_seconds=1, wall_seconds=3.0, memory_bytes=256 * 1024 * 1024)
LINUX = sys.platform == "linux"


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "upload"
    path.write_bytes(docx())
    return path


@pytest.fixture(autouse=True)
def _readers_of_the_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    """The isolated child finds only the product; the tests add their own folder."""
    from phongtrao.core.gate import admission

    root = str(Path(__file__).resolve().parents[3])
    start = f"import sys; sys.path.append({root!r}); "
    monkeypatch.setattr(admission, "_START", start + admission._START)


def read_with(
    path: Path, reader: str, limits: GateLimits = QUICK, name: str = "a.docx"
) -> Admitted:
    return admit(path, name, reader=f"{READERS}:{reader}", limits=limits)


def test_a_reader_works_in_the_cage_and_its_result_comes_back(paper: Path) -> None:
    admitted = read_with(paper, "length")
    assert admitted.accepted
    assert admitted.result == {"kind": "docx", "bytes": len(docx())}


def test_a_shaped_result_comes_back_as_plain_values(paper: Path) -> None:
    assert read_with(paper, "shaped").result == [{"number": 1, "lines": ["Kế hoạch"]}]


def test_a_refused_file_never_meets_the_reader(tmp_path: Path) -> None:
    path = tmp_path / "upload"
    path.write_bytes(b"MZ\0\0")
    admitted = read_with(path, "length")
    assert not admitted.accepted
    assert admitted.result is None


@pytest.mark.parametrize(
    ("reader", "code"),
    [
        ("eat_memory", "cage-memory"),
        ("burn_processor", "cage-time"),
        ("sleep", "cage-time"),
        ("die", "cage-died"),
        ("fall", "cage-died"),
        ("fail", "reader-failed"),
        ("babble", "cage-died"),
        ("forge", "cage-died"),
        ("not_json", "reader-failed"),
    ],
)
def test_a_child_that_dies_or_misbehaves_is_a_plain_refusal(
    paper: Path, reader: str, code: str
) -> None:
    admitted = read_with(paper, reader)
    assert admitted.verdict.verdict == "refuse"
    assert admitted.verdict.codes == (code,)
    assert "Chưa lưu gì từ tệp này." in admitted.verdict.sentence
    assert "<" not in admitted.verdict.sentence


def test_a_flood_of_answers_is_cut_off(paper: Path) -> None:
    limits = GateLimits(cpu_seconds=5, wall_seconds=10.0, answer_bytes=1024 * 1024)
    assert read_with(paper, "flood", limits).verdict.codes == ("cage-died",)


def test_an_unknown_reader_is_a_refusal_not_a_crash(paper: Path) -> None:
    assert admit(paper, "a.docx", reader="no.such:reader").verdict.codes == ("cage-died",)


def test_a_missing_file_is_a_refusal(tmp_path: Path) -> None:
    assert admit(tmp_path / "nothing", "a.docx").verdict.codes == ("file-missing",)


def test_a_file_over_the_limit_is_refused_before_any_child(
    paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("phongtrao.core.gate.admission._run", None)
    assert admit(paper, "a.docx", limits=GateLimits(upload_bytes=10)).verdict.codes == (
        "too-large",
    )


@pytest.fixture
def canary() -> Iterator[tuple[int, list[object]]]:
    """A listener on the loopback that notes every connection."""
    hits: list[object] = []
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        door.listen()
        door.settimeout(0.2)
        stopped = threading.Event()

        def watch() -> None:
            while not stopped.is_set():
                try:
                    visitor, address = door.accept()
                except TimeoutError:
                    continue
                visitor.close()
                hits.append(address)

        watcher = threading.Thread(target=watch)
        watcher.start()
        yield door.getsockname()[1], hits
        stopped.set()
        watcher.join()


def test_the_canary_hears_a_free_process(canary: tuple[int, list[object]]) -> None:
    port, hits = canary
    socket.create_connection(("127.0.0.1", port), timeout=2).close()
    threading.Event().wait(0.5)
    assert len(hits) == 1


def test_the_child_reaches_no_network(tmp_path: Path, canary: tuple[int, list[object]]) -> None:
    port, hits = canary
    path = tmp_path / "upload"
    path.write_text(f"{port} canary", encoding="utf-8")
    admitted = read_with(path, "call_home", GateLimits(), "a.txt")
    assert admitted.accepted
    assert "passed" not in admitted.result
    threading.Event().wait(0.5)
    assert hits == []


@pytest.mark.parametrize("case", corpus_bombs.OUTSIDE, ids=lambda case: case.id)
def test_outside_references_call_nobody(
    case: Case, tmp_path: Path, canary: tuple[int, list[object]]
) -> None:
    port, hits = canary
    path = tmp_path / "upload"
    path.write_bytes(case.build().replace(b"127.0.0.1:9", f"127.0.0.1:{port}".encode()))
    admitted = admit(path, case.filename)
    assert "/etc" not in admitted.verdict.sentence
    assert hits == []


def test_the_child_changes_no_file(tmp_path: Path) -> None:
    path = tmp_path / "upload.txt"
    path.write_text("content", encoding="utf-8")
    admitted = read_with(path, "write_about", name="a.txt")
    assert set(admitted.result) == {"PermissionError"}
    assert [each.name for each in tmp_path.iterdir()] == ["upload.txt"]
    assert path.read_text(encoding="utf-8") == "content"


def test_the_child_knows_no_secret_of_its_parent(
    paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PHONGTRAO_SECRET_KEY", "canary")
    secret = paper.with_name("secret")
    secret.write_text("canary", encoding="utf-8")
    inherited = os.open(secret, os.O_RDONLY)
    os.set_inheritable(inherited, True)
    try:
        told = read_with(paper, "environment").result
    finally:
        os.close(inherited)
    assert told["names"] == ["LC_ALL"]
    assert str(secret) not in told["files"]


def test_on_linux_the_kernel_closes_the_cage(paper: Path) -> None:
    guards = admit(paper, "a.docx").caged
    assert {"hook", "limits"} <= set(guards)
    assert not LINUX or "filter" in guards


@pytest.mark.parametrize(
    "case",
    [*corpus_archives.CONTROL, *corpus_archives.POLYGLOT, *corpus_papers.PDF_ODD],
    ids=lambda case: case.id,
)
def test_the_child_says_what_the_inspection_says(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "upload"
    path.write_bytes(case.build())
    inside, outside = inspect(path, case.filename), admit(path, case.filename).verdict
    assert outside == inside


@pytest.mark.parametrize(
    "name", ["ratio-1000", "10-mb-attribute", "500000-cells", "20000-members", "pdf-flate-twice"]
)
def test_a_bomb_is_refused_within_64_mb_over_the_bare_process(name: str, tmp_path: Path) -> None:
    case = next(case for case in corpus_bombs.BOMBS if case.id == name)
    bomb, plain = tmp_path / "bomb", tmp_path / "plain"
    bomb.write_bytes(case.build())
    plain.write_bytes(docx())
    assert peak_of(bomb, case.filename) - peak_of(plain, "a.docx") <= 64 * 1024


def peak_of(path: Path, filename: str) -> int:
    """The largest resident memory of a process that inspects one file, in KiB."""
    source = Path(__file__).resolve().parents[3] / "src"
    program = (
        f"import sys, json, resource; sys.path.insert(0, {str(source)!r})\n"
        "from pathlib import Path\n"
        "from phongtrao.core.gate.inspection import inspect\n"
        f"inspect(Path({str(path)!r}), {filename!r})\n"
        "print(json.dumps(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss))\n"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", program], capture_output=True, check=True, text=True
    )
    return int(json.loads(done.stdout))


def test_the_sentence_of_the_size_names_the_true_limit() -> None:
    megabytes = GateLimits().upload_bytes // (1024 * 1024)
    assert f"({megabytes} MB)" in sentence_for("too-large", "refuse")


def test_a_name_of_a_megabyte_is_no_trouble(paper: Path) -> None:
    assert admit(paper, "a" * 1_000_000 + ".docx").accepted


def test_the_order_is_not_shown_in_the_list_of_processes(paper: Path) -> None:
    shown = read_with(paper, "command_line", name="ho-so-mat.docx").result
    assert "ho-so-mat" not in shown


def test_native_code_is_caged_too_where_linux_filters_its_calls(paper: Path) -> None:
    if LINUX:
        assert set(read_with(paper, "native_calls").result.values()) == {-1}
    assert paper.exists()


def test_the_wall_needs_no_django() -> None:
    source = str(Path(__file__).resolve().parents[3] / "src")
    program = (
        f"import sys; sys.path.insert(0, {source!r})\n"
        "import phongtrao.core.gate.admission, phongtrao.core.gate.child\n"
        "sys.exit(any(name.partition('.')[0] in ('django', 'docx') for name in sys.modules))\n"
    )
    assert subprocess.run([sys.executable, "-I", "-c", program], check=False).returncode == 0
