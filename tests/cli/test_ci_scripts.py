"""The scripts behind `make test`: the table at the end, and groups that can not run."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.processes import ROOT

GROUPS = ["cài đặt", "tĩnh", "SQLite", "PostgreSQL", "trình duyệt", "quyền truy cập", "Spark",
          "đối chứng"]  # fmt: skip
TOOLS = ("bash", "dirname", "env", "paste", "sed", "sort")


def _script(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/usr/bin/env bash\n{text}\n", encoding="utf-8")
    path.chmod(0o755)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout whose checks and tests are over at once, with the true scripts of ours."""
    shutil.copytree(ROOT / ".ci", tmp_path / ".ci")
    _script(tmp_path / ".ci" / "check.sh", "exit 0")
    _script(tmp_path / ".tools" / "bin" / "uv", "exit 0")
    _script(tmp_path / ".venv" / "bin" / "python", 'exit "${PYTEST_ENDS:-0}"')
    for name in TOOLS:
        (tmp_path / "tools").mkdir(exist_ok=True)
        (tmp_path / "tools" / name).symlink_to(shutil.which(name) or name)
    _script(tmp_path / "tools" / "id", "echo 1000")
    _script(tmp_path / "tools" / "dpkg-query", 'echo "install ok installed"')
    _script(tmp_path / "tools" / "chromium", "exit 0")
    return tmp_path


def _run(checkout: Path, script: str, **extra: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": str(checkout / "tools"), "LC_ALL": "C.UTF-8"} | extra
    return subprocess.run(
        [str(checkout / "tools" / "bash"), str(checkout / ".ci" / script)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_table_counts_every_group_beside_its_budget(checkout: Path) -> None:
    ended = _run(checkout, "test.sh", SETUP_SECONDS="100")
    rows = [line.split(" | ") for line in ended.stdout.splitlines() if line.startswith("| ")]
    assert ended.returncode == 0
    assert [row[0].strip("| ") for row in rows[1:-1]] == GROUPS
    assert [int(row[2]) for row in rows[1:-1]] == [240, 60, 360, 240, 300, 120, 120, 180]
    assert 100 <= int(rows[1][1]) < 160
    assert ended.stdout.splitlines()[-1] == "Đạt tất cả."


def test_a_group_that_fails_or_takes_too_long_is_named(checkout: Path) -> None:
    ended = _run(checkout, "test.sh", SETUP_SECONDS="241", PYTEST_ENDS="1")
    assert ended.returncode == 1
    assert re.search(r"\| cài đặt \| 2[4-9]\d \| 240 \| QUÁ HẠN MỨC \|", ended.stdout)
    assert ended.stdout.splitlines()[-1] == f"Chưa đạt: {', '.join(GROUPS[2:])}"


@pytest.mark.parametrize(("ci", "code"), [("", 0), ("true", 1)])
def test_without_rights_the_one_command_and_the_groups_are_named(
    checkout: Path, ci: str, code: int
) -> None:
    _script(checkout / "tools" / "dpkg-query", "exit 1")
    ended = _run(checkout, "apt.sh", CI=ci)
    assert ended.returncode == code
    assert "Hãy chạy: sudo apt-get install --no-install-recommends chromium" in ended.stdout
    (skipped,) = (line for line in ended.stdout.splitlines() if line.startswith("Bỏ qua"))
    for group in ("PostgreSQL", "bản in Word", "bản quét", "tệp dạng cũ", "trình duyệt"):
        assert group in skipped


@pytest.mark.parametrize(("ci", "code"), [("", 0), ("true", 1)])
def test_a_missing_browser_skips_its_group_and_fails_in_ci(
    checkout: Path, ci: str, code: int
) -> None:
    (checkout / "tools" / "chromium").unlink()
    ended = _run(checkout, "test.sh", CI=ci)
    assert ended.returncode == code
    assert "Bỏ qua nhóm trình duyệt: chưa có chromium." in ended.stdout


def test_ci_runs_the_command_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "export CI=true" in script
    assert "make test" in script
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
