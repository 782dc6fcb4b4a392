"""`phongtrao serve`: the web server, a job worker and the scheduler under one supervisor."""

import fcntl
import http.client
import os
import socket
from argparse import ArgumentParser
from functools import partial
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.core.management.base import CommandError

from phongtrao.cli import demo, prepare
from phongtrao.cli.commands import PlainCommand
from phongtrao.cli.supervisor import (
    STOP_WITHIN_SECONDS,
    Child,
    NeverReady,
    Supervisor,
    python_command,
)
from phongtrao.core import jobs
from phongtrao.core.uploads.crowd import THREADS

_LOOPBACK = {"127.0.0.1", "localhost", "::1"}


class Command(PlainCommand):
    """Starts everything that a running installation needs."""

    help = "Chạy máy chủ: web, tiến trình xử lý việc nền và bộ lập lịch."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to listen."""
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--workers", type=int, default=2)
        parser.add_argument(
            "--log-files", action="store_true", help="ghi nhật ký vào thư mục dữ liệu"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Prepare the database, say where the site is, and run until told to stop."""
        host, port = options["host"], options["port"]
        lock = _only_server()
        _require_address(host, port)
        if settings.DEMO and host not in _LOOPBACK:
            raise CommandError(
                "Bản trình diễn chỉ chạy trên máy này: bỏ --host hoặc PHONGTRAO_DEMO."
            )
        prepare.require_writable()
        prepare.ensure_ready()
        accounts = demo.ensure_demo() if settings.DEMO else []
        jobs.begin_afresh()
        supervisor = Supervisor(
            _children(host, port, options["workers"], log_files=options["log_files"]),
            ready=partial(_answers, host, port),
            announce=lambda: self._announce(host, port, accounts),
        )
        try:
            supervisor.run()
        except NeverReady as error:
            raise CommandError(_hopeless(error.child)) from None
        lock.close()

    def _announce(self, host: str, port: int, accounts: list[str]) -> None:
        self.stdout.write(f"phongtrao: http://{_bracketed(host)}:{port}/  (Ctrl+C để dừng)")
        for line in accounts:
            self.stdout.write(f"  {line}")
        self.stdout.flush()


def _children(host: str, port: int, workers: int, *, log_files: bool) -> list[Child]:
    folder = Path(settings.DATA_DIR) / "log"
    if log_files:
        folder.mkdir(exist_ok=True)
    stop = str(int(STOP_WITHIN_SECONDS) - 2)
    web = [
        *python_command()[:1], "-m", "granian", "--interface", "wsgi", "--host", host,
        "--port", str(port), "--workers", str(workers), "--blocking-threads", str(THREADS),
        "--workers-kill-timeout", stop, "--respawn-failed-workers", "--no-access-log",
        "--log-level", "warning", "phongtrao.config.wsgi:application",
    ]  # fmt: skip
    worker = python_command(
        "db_worker", "--interval", "2", "--no-startup-delay", "--no-reload", "--skip-checks"
    )
    commands = {
        "web": (web, 0.0),
        "worker": (worker, 2.0),
        "scheduler": (python_command("scheduler"), 2.0),
    }
    return [
        Child(name, command, folder / f"{name}.log" if log_files else None, wait)
        for name, (command, wait) in commands.items()
    ]


def _only_server() -> IO[str]:
    # The lock lives as long as the file stays open; a crash frees it.
    stream = (Path(settings.DATA_DIR) / "serve.lock").open("a+")
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise CommandError(
            f"Một máy chủ phongtrao khác đang chạy trên thư mục dữ liệu {settings.DATA_DIR}. "
            "Hãy dừng máy chủ đó, hoặc đặt PHONGTRAO_DATA_DIR tới thư mục khác."
        ) from None
    stream.truncate(0)
    stream.write(str(os.getpid()))
    stream.flush()
    return stream


def _require_address(host: str, port: int) -> None:
    if not 1 <= port <= 65_535:
        raise CommandError(f"Cổng {port} không hợp lệ. Hãy chọn một số từ 1024 đến 65535.")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except PermissionError:
            raise CommandError(
                f"Không được phép mở cổng {port}. Hãy chọn cổng từ 1024 trở lên."
            ) from None
        except socket.gaierror:
            raise CommandError(f"Không có địa chỉ {host} trên máy này. Hãy sửa --host.") from None
        except OSError as error:
            raise CommandError(_no_address(host, port, error)) from None


def _no_address(host: str, port: int, error: OSError) -> str:
    if error.errno == 99:  # EADDRNOTAVAIL on Linux
        return f"Không có địa chỉ {host} trên máy này. Hãy sửa --host."
    other = port + 1 if port < 65_535 else 8_000
    return f"Cổng {port} đang có chương trình khác dùng. Hãy chạy: make run PORT={other}"


def _answers(host: str, port: int) -> bool:
    """Whether the site answers a request, whatever it says."""
    near = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    asking = http.client.HTTPConnection(near, port, timeout=1)
    try:
        asking.request("GET", "/tinh-trang")
        asking.getresponse().read()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        asking.close()
    return True


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _hopeless(child: Child) -> str:
    where = f"nhật ký {child.log}" if child.log else "các dòng nhật ký ở trên"
    return (
        f"Tiến trình {child.name} không khởi động được nên đã dừng máy chủ. Hãy xem {where}; "
        "nếu vừa cập nhật mã nguồn, hãy chạy make setup rồi chạy lại."
    )
