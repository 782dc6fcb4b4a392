"""The workshop: what a foreign program may do there, and how it ends."""

import os
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from phongtrao.core.gate.limits import WorkshopLimits
from phongtrao.core.gate.programs import WorkshopError, run, turn
from tests.core.gate import workshop_programs as hostile

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or hostile.PYTHON is None, reason="xưởng chỉ đóng kín được trên Linux"
)
QUICK = WorkshopLimits(
    memory_bytes=512 * 1024 * 1024,
    cpu_seconds=5,
    wall_seconds=20.0,
    written_bytes=2_000_000,
    folder_bytes=20_000_000,
    queue_seconds=0.2,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inside = tmp_path / "inside"
    inside.mkdir()
    return inside


def told(folder: Path, program: str, limits: WorkshopLimits = QUICK) -> str:
    """What the program wrote down about its attempts."""
    status = run(hostile.command(folder, program), folder, limits)
    note = folder / "told"
    return note.read_text(encoding="utf-8") if note.exists() else f"ended with {status}"


def test_a_program_works_in_its_folder(folder: Path) -> None:
    assert told(folder, "open('told', 'w').write('done')") == "done"


def test_no_way_leads_out_to_the_network_or_to_a_neighbour(folder: Path, tmp_path: Path) -> None:
    unix = tmp_path / "door"
    with socket.socket() as door, socket.socket(socket.AF_UNIX) as neighbour:
        door.bind(("127.0.0.1", 0))
        door.listen()
        neighbour.bind(str(unix))
        neighbour.listen()
        program = hostile.CALL_HOME.format(port=door.getsockname()[1], unix=unix)
        assert told(folder, program).split() == ["PermissionError"] * 4


def test_files_outside_are_neither_read_nor_changed(folder: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("canary", encoding="utf-8")
    neighbour = f"/proc/{os.getpid()}/environ"
    program = hostile.LOOK_ROUND.format(
        paths=[str(secret), "/etc/shadow", neighbour],
        outside=str(tmp_path / "new"),
        victim=str(secret),
        pid=os.getpid(),
    )
    answers = set(told(folder, program).split())
    assert answers <= {"PermissionError", "OSError"}
    assert secret.read_text(encoding="utf-8") == "canary"
    assert not (tmp_path / "new").exists()


def test_the_program_knows_no_secret_of_its_parent(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PHONGTRAO_SECRET_KEY", "canary")
    assert set(told(folder, hostile.ENVIRONMENT).split()) <= {
        "HOME", "TMPDIR", "LC_ALL", "LC_CTYPE", "OMP_THREAD_LIMIT",
    }  # fmt: skip


def test_memory_and_the_size_of_a_file_are_bounded(folder: Path) -> None:
    assert told(folder, hostile.GROW) == "MemoryError"
    (folder / "told").unlink()
    assert told(folder, hostile.ONE_LARGE_FILE) in {"OSError", f"ended with {-25}"}


@pytest.mark.parametrize("program", [hostile.SLEEP, hostile.FLOOD])
def test_a_program_without_end_is_ended_with_its_group(folder: Path, program: str) -> None:
    limits = WorkshopLimits(wall_seconds=2.0, folder_bytes=20_000_000)
    with pytest.raises(WorkshopError) as caught:
        run(hostile.command(folder, program), folder, limits)
    assert caught.value.code == "time"
    shown = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=False)
    assert str(folder / "program.py") not in shown.stdout


def test_one_works_at_a_time_and_the_next_is_told_so_after_its_wait() -> None:
    with turn("test", QUICK), pytest.raises(WorkshopError) as caught, turn("test", QUICK):
        pass
    assert caught.value.code == "busy"
    with turn("test", QUICK):
        pass


def test_whoever_waits_gets_the_turn_when_it_is_free() -> None:
    order: list[str] = []
    began = threading.Event()

    def first() -> None:
        with turn("test", QUICK):
            began.set()
            time.sleep(0.3)
            order.append("first")

    other = threading.Thread(target=first)
    other.start()
    began.wait()
    with turn("test", WorkshopLimits(queue_seconds=30.0)):
        order.append("second")
    other.join()
    assert order == ["first", "second"]
