"""Hostile files may keep the cages busy: others are told politely, and pages go on."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.urls import reverse

from phongtrao.core import uploads
from phongtrao.core.models import StoredFile
from phongtrao.core.uploads import crowd, queue
from phongtrao.core.uploads.queue import Busy
from phongtrao.intake.models import Draft
from tests.core.uploads.doors import Door

Open = Callable[[str], Door]


@pytest.fixture(autouse=True)
def _own_folder(settings: Any, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path


@pytest.fixture
def full_house() -> Iterator[None]:
    """Every seat is taken."""
    with ExitStack() as seats:
        for _ in range(queue.SEATS):
            seats.enter_context(queue.seat())
        yield


@pytest.mark.django_db
@pytest.mark.usefixtures("full_house")
def test_who_finds_every_seat_taken_is_told_at_once_and_nothing_is_kept(door: Open) -> None:
    at = door("intake")
    answer = at.send(at.paper())
    assert answer.status_code == 503
    assert "Máy đang bận kiểm tra tệp" in answer.content.decode()
    assert "Chưa lưu gì" in answer.content.decode()
    assert not StoredFile.objects.exists()
    assert at.client.get(reverse("intake:draft-list")).status_code == 200


@pytest.mark.django_db
@pytest.mark.usefixtures("full_house")
def test_a_form_without_a_file_needs_no_seat(door: Open) -> None:
    assert door("progress").send().status_code == 302


@pytest.mark.django_db
def test_when_the_seats_are_free_again_the_same_form_is_taken(door: Open) -> None:
    at = door("intake")
    with ExitStack() as seats:
        for _ in range(queue.SEATS):
            seats.enter_context(queue.seat())
        assert at.send(at.paper(), _once="mot-lan").status_code == 503
    assert at.send(at.paper(), _once="mot-lan").status_code == 302
    assert Draft.objects.count() == 1


def test_no_more_files_are_read_at_once_than_there_are_cages() -> None:
    with ExitStack() as cages:
        for _ in range(queue.CAGES):
            cages.enter_context(queue.cage())
        with pytest.raises(Busy), queue.cage(patience=0):
            pytest.fail("one cage too many")


def test_uploads_never_hold_every_thread_of_a_process() -> None:
    assert crowd.MOST_UPLOADS <= crowd.THREADS - 2
    assert queue.seats_for(1) >= 2


@pytest.mark.django_db
def test_a_crowd_is_turned_away_before_anything_is_done_and_pages_go_on(
    rf: RequestFactory, django_assert_num_queries: Any
) -> None:
    inside, seen = threading.Event(), threading.Event()

    def slow(request: HttpRequest) -> HttpResponse:
        if request.path == "/cham/":
            inside.set()
            seen.wait(20)
        return HttpResponse("trang")

    house = crowd.CrowdMiddleware(slow)
    with ThreadPoolExecutor(crowd.MOST_UPLOADS) as guests:
        waiting = [
            guests.submit(house, rf.post("/cham/", {"tep": SimpleUploadedFile("a.txt", b"x")}))
            for _ in range(crowd.MOST_UPLOADS)
        ]
        while house._places._value:
            inside.wait(0.01)
        with django_assert_num_queries(0):
            answer = house(rf.post("/a/", {"tep": SimpleUploadedFile("a.txt", b"x")}))
        assert answer.status_code == 503
        assert "Chưa lưu gì" in answer.content.decode()
        assert answer["Retry-After"]
        assert house(rf.get("/a/")).content == b"trang"
        assert house(rf.post("/a/", "a=1", "application/x-www-form-urlencoded")).content == b"trang"
        seen.set()
        assert {each.result().status_code for each in waiting} == {200}
    assert house(rf.post("/a/", {"tep": "x"})).status_code == 200


def test_the_seats_of_a_killed_process_are_free(tmp_path: Path) -> None:
    take_all = (
        "import fcntl, sys, time\n"
        "held = [open(name, 'ab') for name in sys.argv[1:]]\n"
        "[fcntl.flock(each, fcntl.LOCK_EX) for each in held]\n"
        "print('taken', flush=True); time.sleep(60)"
    )
    (tmp_path / "locks").mkdir()
    names = [str(tmp_path / "locks" / f"seat-{number}") for number in range(queue.SEATS)]
    command = [sys.executable, "-c", take_all, *names]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "taken\n"
        with pytest.raises(Busy), queue.seat():
            pytest.fail("one seat too many")
        other.kill()
    with queue.seat():
        assert len(list((tmp_path / "locks").iterdir())) == queue.SEATS


def test_what_a_killed_process_left_is_deleted(settings: Any, tmp_path: Path) -> None:
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "tmp"
    (tmp_path / "tmp" / "cut-off").mkdir(parents=True)
    (tmp_path / "tmp" / "cut-off" / "upload").write_text("CCCD 051199000123")
    fresh = tmp_path / "tmp" / "fresh.upload"
    fresh.write_text("x")
    os.utime(tmp_path / "tmp" / "cut-off", (1, 1))
    assert uploads.forget_leftovers(older_than=1_000) == 1
    assert list((tmp_path / "tmp").iterdir()) == [fresh]
