"""Small readers of environment variables that refuse bad values in words."""

import os
import secrets
from pathlib import Path
from urllib.parse import unquote, urlsplit

_TRUE = {"1", "true", "yes", "on"}
_FALSE = {"0", "false", "no", "off", ""}


class BadSetting(SystemExit):
    """A variable holds a value that cannot be used; the sentence names both."""


def text(name: str, *, default: str) -> str:
    """The variable's text; NAME_FILE may point at a file that holds it."""
    path = os.environ.get(f"{name}_FILE")
    if path:
        return Path(path).read_text(encoding="utf-8").strip()
    return os.environ.get(name, default)


def flag(name: str, *, default: bool) -> bool:
    """Yes or no, written as 1/0, true/false, yes/no, on/off."""
    raw = text(name, default="1" if default else "0").strip().lower()
    if raw not in _TRUE | _FALSE:
        raise BadSetting(f"{name}={raw!r}: hãy dùng 1 hoặc 0.")
    return raw in _TRUE


def number(name: str, *, default: int) -> int:
    """A whole number."""
    raw = text(name, default=str(default))
    try:
        return int(raw)
    except ValueError:
        raise BadSetting(f"{name}={raw!r}: hãy dùng một số nguyên.") from None


def words(name: str, *, default: str) -> list[str]:
    """A list separated by commas."""
    return [word.strip() for word in text(name, default=default).split(",") if word.strip()]


def data_dir(root: Path) -> Path:
    """The folder that holds all state; made on first use, readable by its owner only."""
    folder = Path(text("PHONGTRAO_DATA_DIR", default=str(root / "var"))).expanduser().resolve()
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise BadSetting(
            f"Không tạo được thư mục dữ liệu {folder} ({error.strerror}). "
            "Hãy đặt PHONGTRAO_DATA_DIR tới một thư mục ghi được."
        ) from None
    return folder


def made(folder: Path) -> Path:
    """The folder, made if it is not there yet."""
    folder.mkdir(exist_ok=True)
    return folder


def secret_key(folder: Path) -> str:
    """The signing key: from the variable, else made once and kept in the data folder."""
    given = text("PHONGTRAO_SECRET_KEY", default="")
    if given:
        return given
    path = folder / "secret.key"
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="utf-8").strip()
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        key = secrets.token_urlsafe(50)
        stream.write(key)
    return key


def database(folder: Path) -> dict[str, object]:
    """SQLite in the data folder, or PostgreSQL when PHONGTRAO_DATABASE_URL names one."""
    url = text("PHONGTRAO_DATABASE_URL", default="")
    if not url:
        return _sqlite(folder / "phongtrao.sqlite3")
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise BadSetting("PHONGTRAO_DATABASE_URL phải bắt đầu bằng postgresql://.")
    host = unquote(parts.hostname or "")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 0,
        "OPTIONS": {"pool": {"min_size": 1, "max_size": 8, "timeout": 20}},
    }


def _sqlite(path: Path) -> dict[str, object]:
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
