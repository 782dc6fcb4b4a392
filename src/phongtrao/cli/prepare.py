"""Brings the embedded database up to date: migrations, then the packaged data."""

import getpass
import sys
import time

from django.core.management import call_command
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from phongtrao.core.audit import Service
from phongtrao.org import imports as org_imports
from phongtrao.planning import imports as planning_imports
from phongtrao.reporting import imports as reporting_imports


class NotReady(Exception):  # noqa: N818 - a sentence for the operator, not a fault of ours
    """The database cannot be used; the sentence says what to do."""


def service_actor() -> Service:
    """Who the command line writes as."""
    return Service(f"cli:{getpass.getuser()}")


def ensure_ready() -> None:
    """Migrate and load what is missing, with one line on stderr when there was anything to do."""
    started = time.monotonic()
    try:
        changed = _migrate() | _load_packs()
    except OperationalError as error:
        raise NotReady(_remedy(error)) from error
    if changed:
        seconds = time.monotonic() - started
        sys.stderr.write(f"Đã chuẩn bị cơ sở dữ liệu trong {seconds:.1f} giây.\n")


def _migrate() -> bool:
    executor = MigrationExecutor(connection)
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return False
    call_command("migrate", verbosity=0, interactive=False)
    return True


def _load_packs() -> bool:
    loaders = (
        org_imports.load_country,
        org_imports.load_bodies,
        planning_imports.load_pack,
        reporting_imports.load_catalogue,
    )
    return any([load() for load in loaders])  # a list: every loader must run


def _remedy(error: OperationalError) -> str:
    text = str(error)
    if "locked" in text:
        return (
            "Cơ sở dữ liệu đang bị chương trình khác khóa, chưa có gì thay đổi. Hãy đóng chương "
            "trình đang mở tệp phongtrao.sqlite3 rồi chạy lại."
        )
    if "readonly" in text or "unable to open" in text:
        return (
            "Không ghi được vào cơ sở dữ liệu trong thư mục dữ liệu. Hãy kiểm tra quyền ghi và "
            "dung lượng đĩa, hoặc đặt PHONGTRAO_DATA_DIR tới thư mục khác."
        )
    return f"Không mở được cơ sở dữ liệu ({text}). Hãy kiểm tra PHONGTRAO_DATABASE_URL."
