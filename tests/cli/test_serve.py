"""`phongtrao serve` as a real process: it starts, heals, and ends without leaving anything."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.processes import PATIENCE_SECONDS, Site, command_line, descendants, run, within

pytestmark = [
    pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs the /proc of Linux"),
]
STOP_SECONDS = 10


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A server on an empty folder, without the demo."""
    folder = tmp_path_factory.mktemp("serve")
    site = Site(folder / "data", folder / "out.txt")
    try:
        assert within(PATIENCE_SECONDS, lambda: "Ctrl+C" in site.said()), site.said()
        yield site
    finally:
        site.end()


def _all_live(site: Site) -> bool:
    return site.fetch("/tinh-trang")[0] == 200


def test_the_sign_in_page_answers_where_the_server_says(site: Site) -> None:
    assert f"phongtrao: {site.address}/" in site.said()
    status, page = site.fetch("/")
    assert status == 200
    assert "Đăng nhập" in page


def test_the_state_is_good_once_web_worker_and_scheduler_live(site: Site) -> None:
    assert within(PATIENCE_SECONDS, lambda: _all_live(site)), site.fetch("/tinh-trang")
    assert set(site.fetch("/tinh-trang")[1]) & set("{}")


@pytest.mark.parametrize("word", ["db_worker", "scheduler", "granian"])
def test_a_killed_process_comes_back_by_itself(site: Site, word: str) -> None:
    assert within(PATIENCE_SECONDS, lambda: site.child(word) > 0)
    before = site.child(word)
    os.kill(before, signal.SIGKILL)
    assert within(PATIENCE_SECONDS, lambda: site.child(word) not in {0, before}), site.said()
    assert within(PATIENCE_SECONDS, lambda: _all_live(site)), site.said()


def test_a_second_server_on_the_same_folder_is_refused_in_one_sentence(site: Site) -> None:
    second = run("serve", "--port", str(site.port + 1), data=site.data)
    assert second.returncode == 1
    assert second.stderr.startswith("Một máy chủ phongtrao khác đang chạy trên thư mục dữ liệu")
    assert len(second.stderr.strip().splitlines()) == 1
    assert second.stdout == ""


def test_the_end_takes_all_processes_along_within_ten_seconds(site: Site) -> None:
    site.up()
    assert within(PATIENCE_SECONDS, lambda: len(descendants(site.process.pid)) >= 4), site.said()
    family = descendants(site.process.pid)
    asked = time.monotonic()
    site.process.send_signal(signal.SIGTERM)
    assert site.process.wait(timeout=60) == 0
    assert time.monotonic() - asked < STOP_SECONDS
    assert not [line for pid in family if (line := command_line(pid))]
    assert "Traceback" not in site.said()


def test_a_server_that_is_killed_outright_leaves_no_process_behind(site: Site) -> None:
    site.up()
    family = descendants(site.process.pid)
    site.process.kill()
    site.process.wait()
    assert within(60, lambda: not any(command_line(pid) for pid in family))
