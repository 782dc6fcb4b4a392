"""What an operator can get wrong: one plain sentence on stderr, no traceback, exit code not 0."""

import fcntl
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.processes import ROOT, run


def _is_one_sentence(text: str) -> bool:
    lines = text.strip().splitlines()
    return len(lines) == 1 and "Traceback" not in text and "Error" not in text


def test_a_busy_port_is_named_with_the_next_one(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        ended = run("serve", "--port", str(port), data=tmp_path)
    assert ended.returncode == 1
    assert ended.stderr == (
        f"Cổng {port} đang có chương trình khác dùng. Hãy chạy: make run PORT={port + 1}\n"
    )


def test_a_folder_in_use_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    with (tmp_path / "serve.lock").open("a") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        ended = run("serve", data=tmp_path)
    assert ended.returncode == 1
    assert _is_one_sentence(ended.stderr)
    assert not (tmp_path / "phongtrao.sqlite3").exists()


def test_a_database_that_another_program_holds_is_a_sentence(tmp_path: Path) -> None:
    held = sqlite3.connect(tmp_path / "phongtrao.sqlite3", isolation_level=None)
    held.execute("PRAGMA journal_mode=WAL")
    held.execute("BEGIN EXCLUSIVE")
    ended = run("serve", "--port", "1025", data=tmp_path)
    held.close()
    assert ended.returncode == 1
    assert _is_one_sentence(ended.stderr)
    assert "đang bị chương trình khác khóa" in ended.stderr


def test_a_file_that_is_no_database_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "phongtrao.sqlite3").write_bytes(b"not a database at all" * 100)
    ended = run("audit", "verify", data=tmp_path)
    assert ended.returncode == 1
    assert _is_one_sentence(ended.stderr)
    assert "đã hỏng" in ended.stderr


def test_a_database_server_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    address = "postgresql://user:mat-khau@127.0.0.1:1/name"
    ended = run("audit", "verify", data=tmp_path, PHONGTRAO_DATABASE_URL=address)
    assert ended.returncode == 1
    assert _is_one_sentence(ended.stderr)
    assert "Không kết nối được PostgreSQL" in ended.stderr
    assert "mat-khau" not in ended.stderr


@pytest.mark.parametrize("folder", ["/proc/self", "/proc/nowhere/data"])
def test_a_folder_that_takes_no_files_is_a_sentence(folder: str) -> None:
    if not Path("/proc/self").exists():
        pytest.skip("needs the /proc of Linux, which takes no files even from root")
    ended = run("serve", data=folder)
    assert ended.returncode == 1
    assert _is_one_sentence(ended.stderr)
    assert "PHONGTRAO_DATA_DIR" in ended.stderr


BROKEN = [
    ("PHONGTRAO_DEMO", "maybe"),
    ("PHONGTRAO_UPLOAD_LIMIT_MB", "25MB"),
    ("PHONGTRAO_UPLOAD_LIMIT_MB", "0"),
    ("PHONGTRAO_PROXY_COUNT", "-1"),
    ("PHONGTRAO_LOG_LEVEL", "loud"),
    ("PHONGTRAO_DATABASE_URL", "mysql://a/b"),
    ("PHONGTRAO_DATABASE_URL", "postgresql://a:b@c:port/d"),
    ("PHONGTRAO_SECRET_KEY", "short"),
    ("PHONGTRAO_SECRET_KEY_FILE", "/proc/nowhere"),
    ("PHONGTRAO_TRUSTED_ORIGINS", "example.vn"),
]


@pytest.mark.parametrize(("name", "value"), BROKEN, ids=[f"{n}={v[:8]}" for n, v in BROKEN])
def test_a_broken_setting_is_named_in_one_sentence(tmp_path: Path, name: str, value: str) -> None:
    ended = run("serve", data=tmp_path, **{name: value})
    assert ended.returncode == 1
    assert _is_one_sentence(ended.stderr)
    assert name in ended.stderr
    assert ended.stdout == ""


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--port", "99999"], "không hợp lệ"),
        (["--host", "203.0.113.7"], "Không có địa chỉ"),
    ],
)
def test_an_impossible_address_is_a_sentence(
    tmp_path: Path, arguments: list[str], words: str
) -> None:
    ended = run("serve", *arguments, data=tmp_path)
    assert ended.returncode == 1
    assert _is_one_sentence(ended.stderr)
    assert words in ended.stderr


def test_the_demo_listens_on_this_machine_only(tmp_path: Path) -> None:
    ended = run("serve", "--host", "0.0.0.0", "--port", "1025", data=tmp_path, PHONGTRAO_DEMO="1")
    assert ended.returncode == 1
    assert "chỉ chạy trên máy này" in ended.stderr


def _make(target: str, tools: Path) -> subprocess.CompletedProcess[str]:
    """`make` where only some programs exist; `-n` would not run the check, so it runs for real."""
    make = shutil.which("make")
    if make is None:
        pytest.skip("make is not here")
    return subprocess.run(
        [make, "--no-print-directory", "-C", str(ROOT), target],
        env={"PATH": str(tools), "HOME": str(tools)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def _tools(folder: Path, *names: str) -> Path:
    # The interpreter itself: what the path calls python3 may be a script that needs other tools.
    interpreter = str(Path(sys.executable).resolve())
    for name in ("bash", *names):
        found = interpreter if name == "python3" else shutil.which(name)
        if found:
            (folder / name).symlink_to(found)
    return folder


@pytest.mark.parametrize(
    ("present", "missing"), [((), "Thiếu Python."), (("python3",), "Thiếu npm.")]
)
def test_make_names_the_missing_tool(
    tmp_path: Path, present: tuple[str, ...], missing: str
) -> None:
    ended = _make("tools-present", _tools(tmp_path, *present))
    assert ended.returncode != 0
    assert ended.stderr.startswith(f"{missing} Hãy cài")
    assert ended.stdout == ""


def test_make_passes_the_port_on() -> None:
    make = shutil.which("make")
    if make is None:
        pytest.skip("make is not here")
    planned = subprocess.run(
        [make, "-n", "-C", str(ROOT), "run", "PORT=8123"],
        env=os.environ | {"MAKEFLAGS": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "serve --port 8123" in planned.stdout
