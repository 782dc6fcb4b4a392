"""A thousand made-up numbers through every door; afterwards not one is found anywhere (PI-5).

A plain run sends fewer, through two doors; ``make test-gate`` sends all.

Typed into forms and the page of sign-in, inside files of every kind and in their names, in files
that are held and then kept covered: searched are every file under the data folder and the folder
of temporary files, the database as bytes and as rows, the sessions, and the log.
"""

import io
import logging
import random
import tempfile
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse

from phongtrao.core.models import StoredFile
from tests.core.gate import papers
from tests.core.gate.extent import FULL
from tests.core.uploads import doors
from tests.core.uploads.doors import DOORS, Door, hidden
from tests.intake.papers import PLAN
from tests.world import World

pytestmark = pytest.mark.django_db(transaction=True)
Open = Callable[[str], Door]
# Words and beginnings of numbers that are refused, with the count of digits that follow.
SHAPES = {"CCCD": ("0512", 8), "số tài khoản": ("9704", 9), "SĐT": ("09", 8)}
PER_FILE, LEAST = (70, 1_000) if FULL else (12, 100)
TRIED = list(DOORS) if FULL else ["progress", "calendar"]
MARKER = "Đã tổ chức Ngày hội."  # typed beside the canaries and kept: the search must find it


class Canaries:
    """Numbers of nobody, each given out once."""

    def __init__(self) -> None:
        self.given: list[str] = []
        self._chance = random.Random(20_261_126)

    def _digits(self, count: int) -> str:
        return "".join(self._chance.choice("0123456789") for _ in range(count))

    def blocked(self, kind: str = "") -> str:
        """A number of a kind that is refused, with the word that stands before it."""
        word = kind or self._chance.choice(list(SHAPES))
        start, more = SHAPES[word]
        number = start + self._digits(more)
        self.given.append(number)
        return f"{word} {number}"

    def asked(self) -> str:
        """The contact line of an office: held, and kept covered."""
        number = f"0255 3{self._digits(3)} {self._digits(3)}"
        self.given.append(number)
        return f"Liên hệ phòng tham mưu, điện thoại {number}."

    def needles(self) -> Iterator[bytes]:
        """Each as it was given and without its blanks, in both encodings."""
        for number in self.given:
            for text in {number, number.replace(" ", "")}:
                yield text.encode()
                yield text.encode("utf-16-le")


@pytest.fixture
def canaries() -> Canaries:
    """A fresh flight."""
    return Canaries()


@pytest.fixture
def disk(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Everything that is written lies below one folder."""
    settings.DATA_DIR = tmp_path
    settings.FILES_DIR = tmp_path / "files"
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "tmp"
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 100  # every upload goes through the disk
    (tmp_path / "tmp").mkdir()
    (tmp_path / "others").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "others"))
    return tmp_path


def _rows() -> Iterator[str]:
    for model in apps.get_models(include_auto_created=True):
        yield from (repr(row) for row in model._base_manager.values_list())
    yield from (repr(session.get_decoded()) for session in Session.objects.all())


def _everything(disk: Path, log: str) -> bytes:
    """All that is left after the requests, as one heap of bytes."""
    left = [path.read_bytes() for path in disk.rglob("*") if path.is_file()]
    if connection.vendor == "sqlite":
        database = Path(str(connection.settings_dict["NAME"]))
        left += [path.read_bytes() for path in database.parent.glob(f"{database.name}*")]
    return b"\n".join([*left, *(row.encode() for row in _rows()), log.encode()])


def _workbook(*texts: str) -> bytes:
    book = openpyxl.Workbook()
    for row, text in enumerate(texts, start=1):
        book.worksheets[0].cell(row, 1, text)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _files(canaries: Canaries) -> list[SimpleUploadedFile]:
    """One file of each kind, with many numbers each; the page of the PDF has one."""
    texts = [[canaries.blocked() for _ in range(PER_FILE)] for _ in range(3)]
    shown = papers.stream(f"BT /F1 9 Tf 20 700 Td ({canaries.blocked('CCCD')}) Tj ET".encode())
    return [
        SimpleUploadedFile("a.txt", "\n".join([PLAN, *texts[0]]).encode()),
        SimpleUploadedFile("b.docx", doors.word_file(PLAN, *texts[1])),
        SimpleUploadedFile("c.xlsx", _workbook(*texts[2])),
        SimpleUploadedFile("d.pdf", papers.pdf({4: shown})),
    ]


def _knock(door: Door, canaries: Canaries) -> None:
    """Everything that one may try at a door: refused files, names, typed texts, held files."""
    for sent in _files(canaries):
        assert door.send(sent).status_code == 422
    named = SimpleUploadedFile(f"{canaries.blocked()}.txt", PLAN.encode())
    assert door.send(named).status_code == 422
    typed = {name: f"{MARKER} {canaries.blocked()}" for name in ("text", "signer", "number")}
    assert door.send(door.paper(), **typed).status_code == 422
    held = door.send(door.paper(*(canaries.asked() for _ in range(PER_FILE))))
    kept = hidden(held, "_ban_che")
    assert door.send(_ban_che=kept).status_code == 302


def test_no_canary_is_found_after_every_door_was_tried(
    world: World,
    client_for: Callable[..., Client],
    disk: Path,
    canaries: Canaries,
    caplog: pytest.LogCaptureFixture,
    settings: Any,
) -> None:
    settings.AXES_ENABLED = True
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.INFO, "django.db.backends")  # statements are no log of ours
    for name in TRIED:
        _knock(DOORS[name](world, client_for), canaries)
    login = {"login": canaries.blocked(), "password": "mat-khau-dai-12"}
    assert Client().post("/tai-khoan/login/", login).status_code == 422
    address = reverse("portal:notice-read-all") + f"?tu={canaries.blocked()}"
    client = client_for(world.posting("An"))
    assert client.post(address, {"_once": uuid.uuid4().hex}).status_code == 422

    assert len(canaries.given) >= LEAST
    # Each door keeps the covered text; the calendar keeps rows only.
    assert StoredFile.objects.count() == len(set(TRIED) - {"calendar"})
    left = _everything(disk, caplog.text)
    assert MARKER.encode() in left
    found = [needle for needle in canaries.needles() if needle in left]
    assert not found


def test_the_search_would_find_one(disk: Path, canaries: Canaries, world: World) -> None:
    (disk / "files").mkdir()
    canaries.blocked()
    (disk / "files" / "x").write_bytes(b"..." + canaries.given[0].encode() + b"...")
    account = world.posting("An").account
    account.full_name = canaries.given[0] + "1"
    account.save(update_fields=["full_name"])
    assert _everything(disk, "").count(canaries.given[0].encode()) >= 2
