"""Small readers of environment variables that refuse bad values in words."""

import os
import re
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

_TRUE = {"1", "true", "yes", "on"}
_FALSE = {"0", "false", "no", "off", ""}
SHORTEST_KEY = 32
_SPARK = re.compile(r"spark://[A-Za-z0-9.-]+:[0-9]{1,5}(,[A-Za-z0-9.-]+:[0-9]{1,5})*")
_HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?")


class BadSetting(SystemExit):
    """A variable holds a value that cannot be used; the sentence names both."""


def text(name: str, *, default: str) -> str:
    """The variable's text; NAME_FILE may point at a file that holds it."""
    path = os.environ.get(f"{name}_FILE")
    if not path:
        return os.environ.get(name, default)
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        raise BadSetting(
            f"{name}_FILE={path!r}: không đọc được tệp này. Hãy kiểm tra đường dẫn và quyền đọc."
        ) from None


def flag(name: str, *, default: bool) -> bool:
    """Yes or no, written as 1/0, true/false, yes/no, on/off."""
    raw = text(name, default="1" if default else "0").strip().lower()
    if raw not in _TRUE | _FALSE:
        raise BadSetting(f"{name}={raw!r}: hãy dùng 1 hoặc 0.")
    return raw in _TRUE


def number(name: str, *, default: int, least: int = 0, most: int = 1_000) -> int:
    """A whole number between two bounds."""
    raw = text(name, default=str(default))
    try:
        value = int(raw)
    except ValueError:
        value = least - 1
    if not least <= value <= most:
        raise BadSetting(f"{name}={raw!r}: hãy dùng một số nguyên từ {least} đến {most}.")
    return value


def choice(name: str, *, default: str, among: tuple[str, ...]) -> str:
    """One of a few words, in capitals."""
    raw = text(name, default=default).strip().upper()
    if raw not in among:
        raise BadSetting(f"{name}={raw!r}: hãy dùng một trong {', '.join(among)}.")
    return raw


def origins(name: str) -> list[str]:
    """Addresses that may post forms, each with its scheme."""
    found = words(name, default="")
    for origin in found:
        if not origin.startswith(("https://", "http://")):
            raise BadSetting(f"{name}={origin!r}: hãy ghi cả https:// ở đầu mỗi địa chỉ.")
    return found


def files_host(name: str, *, taken: list[str]) -> str:
    """The host name, with its port where it has one, from which files alone are served."""
    host = text(name, default="").strip().lower()
    if host and not _HOST.fullmatch(host):
        raise BadSetting(f"{name}={host!r}: hãy ghi một tên máy chủ, không có https:// và dấu /.")
    if host and host.partition(":")[0] in taken:
        raise BadSetting(f"{name}={host!r}: tên này phải khác các tên của PHONGTRAO_ALLOWED_HOSTS.")
    return host


def spark_master(name: str) -> str:
    """The address of a Spark cluster, such as spark://host:7077; empty where none is used."""
    master = text(name, default="").strip()
    if master and not _SPARK.fullmatch(master):
        raise BadSetting(f"{name}={master!r}: hãy ghi như spark://maychu:7077, hoặc bỏ trống.")
    return master


def words(name: str, *, default: str) -> list[str]:
    """A list separated by commas."""
    return [word.strip() for word in text(name, default=default).split(",") if word.strip()]


def data_dir(root: Path) -> Path:
    """The folder that holds all state; made on first use, readable by its owner only."""
    given = text("PHONGTRAO_DATA_DIR", default=str(root / "var"))
    try:
        folder = Path(given).expanduser().resolve()
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except (OSError, RuntimeError, ValueError) as error:
        raise _unwritable(Path(given), error) from None
    return folder


def made(folder: Path) -> Path:
    """The folder, made if it is not there yet."""
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise _unwritable(folder.parent, error) from None
    return folder


def secret_key(folder: Path) -> str:
    """The signing key: from the variable, else made once and kept in the data folder."""
    given = text("PHONGTRAO_SECRET_KEY", default="")
    if given and len(given) < SHORTEST_KEY:
        raise BadSetting(
            f"PHONGTRAO_SECRET_KEY quá ngắn: hãy dùng ít nhất {SHORTEST_KEY} ký tự ngẫu nhiên, "
            "hoặc bỏ biến này để hệ thống tự tạo khóa."
        )
    try:
        return given or _kept_key(folder / "secret.key")
    except (OSError, UnicodeDecodeError) as error:
        raise _unwritable(folder, error) from None


def _kept_key(path: Path) -> str:
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        key = path.read_text(encoding="utf-8").strip()
        if len(key) >= SHORTEST_KEY:
            return key
        raise BadSetting(
            f"Khóa trong {path} trống hoặc quá ngắn. Hãy xóa tệp đó rồi chạy lại để tạo khóa mới; "
            "mọi người sẽ phải đăng nhập lại."
        ) from None
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        key = secrets.token_urlsafe(50)
        stream.write(key)
    return key


def _unwritable(folder: Path, error: Exception) -> BadSetting:
    cause = getattr(error, "strerror", None) or type(error).__name__
    return BadSetting(
        f"Không ghi được vào thư mục dữ liệu {folder} ({cause}). Hãy kiểm tra quyền ghi và dung "
        "lượng đĩa, hoặc đặt PHONGTRAO_DATA_DIR tới một thư mục ghi được."
    )


# Compiling a statement costs more than any of ours takes: the first page reads all that waits in
# one statement of many parts, whose estimated cost at national size would set it off.
WITHOUT_JIT = "-c jit=off"


def database(folder: Path) -> dict[str, Any]:
    """SQLite in the data folder, or PostgreSQL when PHONGTRAO_DATABASE_URL names one."""
    url = text("PHONGTRAO_DATABASE_URL", default="")
    if not url:
        return _sqlite(folder / "phongtrao.sqlite3")
    host, port, parts = _address(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": port,
        "CONN_MAX_AGE": 0,
        "OPTIONS": {
            "pool": {"min_size": 1, "max_size": 8, "timeout": 20},
            "options": WITHOUT_JIT,
        },
    }


def _address(url: str) -> tuple[str, str, SplitResult]:
    # The address may hold a password, so a refusal does not repeat it.
    try:
        parts = urlsplit(url)
        host, port = unquote(parts.hostname or ""), str(parts.port or "")
    except ValueError:
        raise BadSetting(
            "PHONGTRAO_DATABASE_URL có máy chủ hoặc cổng không hợp lệ. "
            "Mẫu đúng: postgresql://nguoidung@maychu:5432/ten"
        ) from None
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
        raise BadSetting(
            "PHONGTRAO_DATABASE_URL phải có dạng postgresql://nguoidung@maychu:5432/ten."
        )
    return host, port, parts


def _sqlite(path: Path) -> dict[str, Any]:
    # FULL: an acknowledged report survives a power cut. IMMEDIATE: a writer waits for the lock
    # at its start instead of failing in the middle.
    pragmas = (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=20000;"
        " PRAGMA foreign_keys=ON; PRAGMA cache_size=-32000;"
        " PRAGMA mmap_size=268435456;"
    )
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "CONN_MAX_AGE": 600,
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": pragmas},
    }
