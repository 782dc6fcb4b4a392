"""The nursery: children come quickly, know nothing of one another, and none stays behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from phongtrao.core.gate import GateLimits, admission, admit, spawning
from phongtrao.core.gate.spawning import End

READERS = "tests.core.gate.nursery_readers"
ROOT = Path(__file__).resolve().parents[3]
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="vườn ươm chỉ có trên Linux")


@pytest.fixture(autouse=True)
def start(monkeypatch: pytest.MonkeyPatch) -> str:
    """The program of a child that finds the readers of the tests; a nursery for this file alone."""
    program = f"import sys; sys.path.append({str(ROOT)!r}); " + admission._START
    monkeypatch.setattr(admission, "_START", program)
    return program.format(source=admission._SOURCE)


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "upload"
    path.write_text("Kế hoạch", encoding="utf-8")
    return path


def asked(path: Path, reader: str) -> object:
    admitted = admit(path, "a.txt", reader=f"{READERS}:{reader}")
    assert admitted.accepted, admitted.verdict
    return admitted.result


def nursery_of(start: str) -> subprocess.Popen[bytes]:
    return spawning._nurseries[start]._process


def eventually(holds: Callable[[], bool]) -> bool:
    """Whether something becomes true within five seconds."""
    for _ in range(100):
        if holds():
            return True
        time.sleep(0.05)
    return False


def children_of(pid: int) -> list[str]:
    path = Path(f"/proc/{pid}/task/{pid}/children")
    return path.read_text(encoding="utf-8").split() if path.exists() else []


def test_every_file_has_a_child_of_its_own_and_one_nursery(paper: Path, start: str) -> None:
    first, second = asked(paper, "family"), asked(paper, "family")
    assert isinstance(first, dict)
    assert isinstance(second, dict)
    pids = {*first.values(), *second.values(), nursery_of(start).pid, os.getpid()}
    assert len(pids) == 6


def test_files_sent_at_once_get_their_own_answers(tmp_path: Path) -> None:
    paths = []
    for number in range(24):
        paths.append(tmp_path / f"{number}.txt")
        paths[-1].write_text(f"Tệp số {number}", encoding="utf-8")
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda path: asked(path, "echo"), paths))
    assert answers == [f"Tệp số {number}" for number in range(24)]


def test_a_child_holds_nothing_but_its_order_and_its_answer(paper: Path, tmp_path: Path) -> None:
    with (tmp_path / "open").open("w") as other:
        held = asked(paper, "handles")
        assert other.fileno() > 2
    assert isinstance(held, list)
    assert [name.partition(":")[0] for name in held] == ["/dev/null", "pipe", "pipe"]


def test_a_dead_nursery_is_replaced_and_the_file_is_judged_all_the_same(
    paper: Path, start: str
) -> None:
    asked(paper, "family")
    before = nursery_of(start)
    os.kill(before.pid, signal.SIGKILL)
    before.wait()
    assert asked(paper, "echo") == "Kế hoạch"
    assert asked(paper, "echo") == "Kế hoạch"
    assert nursery_of(start).pid != before.pid


def test_where_there_is_no_nursery_a_new_process_does_the_same(
    paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spawning, "_from_nursery", lambda _start, _call: None)
    assert asked(paper, "echo") == "Kế hoạch"


@pytest.mark.parametrize("way", ["_from_nursery", "_from_new_process"])
def test_a_child_without_end_is_late_and_gone(
    way: str, paper: Path, start: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked(paper, "family")
    ends: list[End] = []
    real = getattr(spawning, way)
    monkeypatch.setattr(spawning, "_from_nursery", lambda _start, _call: None)
    monkeypatch.setattr(spawning, "_GRACE", 600.0)  # so that only the hang-up can end it
    monkeypatch.setattr(spawning, way, lambda *each: ends.append(real(*each)) or ends[-1])
    admitted = admit(
        paper, "a.txt", reader="tests.core.gate.cage_readers:sleep",
        limits=GateLimits(wall_seconds=1.5),
    )  # fmt: skip
    assert admitted.verdict.codes == ("cage-time",)
    assert [end.late for end in ends] == [True]
    assert eventually(lambda: children_of(nursery_of(start).pid) == [])


def test_the_nursery_ends_with_the_process_it_serves(paper: Path) -> None:
    program = (
        f"import sys; sys.path.insert(0, {str(ROOT / 'src')!r})\n"
        "import os\n"
        "from phongtrao.core.gate import admit, spawning\n"
        f"assert admit({str(paper)!r}, 'a.txt').accepted\n"
        "print([each._process.pid for each in spawning._nurseries.values()][0], flush=True)\n"
        "os.kill(os.getpid(), 9)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    pid = int(done.stdout)
    assert eventually(lambda: not Path(f"/proc/{pid}").exists())


def test_a_forked_process_has_a_nursery_of_its_own(paper: Path, start: str) -> None:
    asked(paper, "family")
    ours = nursery_of(start).pid
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            admit(paper, "a.txt", reader=f"{READERS}:family")
            os.write(writing, str(nursery_of(start).pid).encode())
            spawning._nurseries[start].close()
        finally:
            os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    theirs = int(os.read(reading, 20))
    os.close(reading)
    assert theirs != ours
    assert asked(paper, "echo") == "Kế hoạch"
    assert nursery_of(start).pid == ours
