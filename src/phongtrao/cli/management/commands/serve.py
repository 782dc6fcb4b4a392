"""`phongtrao serve`: the web server, a job worker and the scheduler under one supervisor."""

import fcntl
import os
import socket
from argparse import ArgumentParser
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from phongtrao.cli import demo, prepare
from phongtrao.cli.supervisor import STOP_WITHIN_SECONDS, Child, Supervisor, python_command


class Command(BaseCommand):
    """Starts everything that a running installation needs."""

    help = "Chạy máy chủ: web, tiến trình xử lý việc nền và bộ lập lịch."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to listen."""
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--workers", type=int, default=2)
        parser.add_argument("--log-files", action="store_true", help="ghi nhật ký vào thư mục dữ liệu")

    def handle(self, *args: Any, **options: Any) -> None:
        """Prepare the database, say where the site is, and run until told to stop."""
        host, port = options["host"], options["port"]
        lock = _only_server()
        _free_port(host, port)
        if settings.DEMO and host not in {"127.0.0.1", "localhost", "::1"}:
            raise CommandError("Bản trình diễn chỉ chạy trên máy này: bỏ --host hoặc PHONGTRAO_DEMO.")
        try:
            prepare.ensure_ready()
            accounts = demo.ensure_demo() if settings.DEMO else []
        except prepare.NotReady as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"phongtrao: http://{host}:{port}/  (Ctrl+C để dừng)")
        for line in accounts:
            self.stdout.write(f"  {line}")
        self.stdout.flush()
        Supervisor(_children(host, port, options["workers"], log_files=options["log_files"])).run()
        lock.close()


def _children(host: str, port: int, workers: int, *, log_files: bool) -> list[Child]:
    folder = Path(settings.DATA_DIR) / "log"
    if log_files:
        folder.mkdir(exist_ok=True)
    stop = str(int(STOP_WITHIN_SECONDS) - 2)
    web = [
        *python_command()[:1], "-m", "granian", "--interface", "wsgi", "--host", host,
        "--port", str(port), "--workers", str(workers), "--blocking-threads", "4",
        "--workers-kill-timeout", stop, "--respawn-failed-workers", "--no-access-log",
        "--log-level", "warning", "phongtrao.config.wsgi:application",
    ]  # fmt: skip
    commands = {
        "web": web,
        "worker": python_command("db_worker", "--interval", "2", "--no-startup-delay", "--no-reload"),
        "scheduler": python_command("scheduler"),
    }
    return [
        Child(name, command, folder / f"{name}.log" if log_files else None)
        for name, command in commands.items()
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


def _free_port(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except PermissionError:
            raise CommandError(f"Không được phép mở cổng {port}. Hãy chọn cổng từ 1024 trở lên.") from None
        except (OSError, OverflowError):
            raise CommandError(
                f"Cổng {port} đang có chương trình khác dùng. Hãy chạy: make run PORT={port + 1}"
            ) from None
