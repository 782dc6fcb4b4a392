"""Brings the embedded database up to date: migrations, then the packaged data."""

import fcntl
import getpass
import hashlib
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection

from phongtrao.cli import schema
from phongtrao.core import packs
from phongtrao.core.audit import Service
from phongtrao.org import imports as org_imports
from phongtrao.planning import imports as planning_imports
from phongtrao.reporting import imports as reporting_imports

# Longer than any write of ours; a lock that outlives it belongs to a program that was left open.
_LOCK_PATIENCE_MS = 4_000
_CONNECT_SECONDS = 5


class NotReady(Exception):  # noqa: N818 - a sentence for the operator, not a fault of ours
    """The database cannot be used; the sentence says what to do."""


def service_actor() -> Service:
    """Who the command line writes as."""
    return Service(f"cli:{getpass.getuser()}")


def ensure_ready() -> None:
    """Migrate and load what is missing, with one line on stderr when there was anything to do.

    Raises NotReady with one sentence when the database cannot be used.
    """
    started = time.monotonic()
    with _database_sentences():
        _require_database()
        with _alone():
            changed = schema.bring_up_to_date() | _load_packs()
    if changed:
        seconds = time.monotonic() - started
        sys.stderr.write(f"Đã chuẩn bị cơ sở dữ liệu trong {seconds:.1f} giây.\n")


def require_writable() -> None:
    """Raise NotReady when another program holds the embedded database."""
    if connection.vendor != "sqlite":
        return
    with _database_sentences(), connection.cursor() as cursor:
        cursor.execute(f"PRAGMA busy_timeout={_LOCK_PATIENCE_MS}")
        cursor.execute("BEGIN IMMEDIATE")
        cursor.execute("ROLLBACK")
        cursor.execute(
            f"PRAGMA busy_timeout={settings.DATABASES['default']['OPTIONS']['timeout']}000"
        )


@contextmanager
def _database_sentences() -> Iterator[None]:
    try:
        yield
    except DatabaseError as error:
        remedy = _remedy(str(error))
        if remedy is None:
            raise
        raise NotReady(remedy) from error


@contextmanager
def _alone() -> Iterator[None]:
    """Two commands at once on an empty folder: the second waits and finds everything done."""
    with (Path(settings.DATA_DIR) / "prepare.lock").open("a") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        yield


def _require_database() -> None:
    # Once, without the pool, which would try for a long time and log each attempt.
    if connection.vendor == "postgresql":
        parameters = connection.get_connection_params() | {"connect_timeout": _CONNECT_SECONDS}
        with connection.wrap_database_errors:
            connection.Database.connect(**parameters).close()  # type: ignore[attr-defined]
    else:
        connection.ensure_connection()


def _load_packs() -> bool:
    loaders: tuple[Callable[[], bool], ...] = (
        org_imports.load_country,
        org_imports.load_bodies,
        org_imports.load_area_sets,
        lambda: _load_of("planning", planning_imports.load_pack),
        lambda: _load_of("reporting", reporting_imports.load_catalogue),
    )
    loaded = [load() for load in loaders]  # a list: every loader must run
    return any(loaded)


def _load_of(stage: str, load: Callable[[], object]) -> bool:
    """Run a loader once for each state of its stage's packaged files."""
    package = files(f"phongtrao.{stage}")
    loader = package.joinpath("imports.py")
    if not loader.is_file():
        loader = package.joinpath("imports", "catalogue.py")
    digest = hashlib.sha256(loader.read_bytes())
    for content in _contents(package.joinpath("data")):
        digest.update(content)
    return packs.load_once(f"{stage}-data", digest.hexdigest()[:20], lambda: _ignored(load()))


def _ignored(_result: object) -> None:
    """`load_once` takes a loader without an answer."""


def _contents(folder: Traversable) -> Iterator[bytes]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_file():
            yield entry.read_bytes()


def _remedy(text: str) -> str | None:
    """The sentence for a fault of the database; None for a fault of ours."""
    if "locked" in text:
        return (
            "Cơ sở dữ liệu đang bị chương trình khác khóa, chưa có gì thay đổi. Hãy đóng chương "
            "trình đang mở tệp phongtrao.sqlite3 rồi chạy lại."
        )
    if "readonly" in text or "unable to open" in text or "disk" in text:
        return (
            f"Không ghi được vào cơ sở dữ liệu trong {settings.DATA_DIR}. Hãy kiểm tra quyền ghi "
            "và dung lượng đĩa, hoặc đặt PHONGTRAO_DATA_DIR tới thư mục khác."
        )
    if "not a database" in text or "malformed" in text:
        return (
            "Tệp phongtrao.sqlite3 không phải là cơ sở dữ liệu hoặc đã hỏng, chưa có gì thay đổi. "
            "Hãy khôi phục thư mục dữ liệu từ bản sao lưu, hoặc chuyển tệp đó đi nơi khác."
        )
    if connection.vendor == "postgresql" and _is_connection_fault(text):
        cause = text.strip().splitlines()[0].strip()
        return (
            f"Không kết nối được PostgreSQL ({cause}). Hãy kiểm tra máy chủ cơ sở dữ liệu có chạy "
            "không và biến PHONGTRAO_DATABASE_URL."
        )
    return None


def _is_connection_fault(text: str) -> bool:
    words = ("connection", "connect", "could not translate", "authentication", "does not exist")
    return any(word in text.lower() for word in words)
