"""Serves an allow-list of front-end files straight from node_modules; nothing is copied."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.checks import CheckMessage, Error
from django.core.files.storage import FileSystemStorage

# address under static/vendor/ -> file or glob under node_modules/
NPM_FILES = {
    "tabler/tabler.min.css": "@tabler/core/dist/css/tabler.min.css",
    "echarts.min.js": "echarts/dist/echarts.common.min.js",
    "htmx.min.js": "htmx.org/dist/htmx.min.js",
    "font/400.css": "@fontsource/be-vietnam-pro/400.css",
    "font/500.css": "@fontsource/be-vietnam-pro/500.css",
    "font/600.css": "@fontsource/be-vietnam-pro/600.css",
    "font/700.css": "@fontsource/be-vietnam-pro/700.css",
    "font/files": "@fontsource/be-vietnam-pro/files/be-vietnam-pro-*-[4567]00-normal.woff*",
}


class _OneFile(FileSystemStorage):
    def __init__(self, path: Path) -> None:
        super().__init__(location=str(path.parent))
        self._path = path
        self.prefix = ""

    def path(self, name: str) -> str:
        return str(self._path)


class NpmFinder(BaseFinder):
    """Finds the files of NPM_FILES and no other."""

    def __init__(self, app_names: object = None, *args: Any, **kwargs: Any) -> None:
        root = Path(settings.NODE_MODULES_DIR)
        self.files: dict[str, Path] = {}
        for address, source in NPM_FILES.items():
            if "*" in source:
                self.files.update({f"vendor/{address}/{p.name}": p for p in root.glob(source)})
            else:
                self.files[f"vendor/{address}"] = root / source

    def check(self, **kwargs: Any) -> list[CheckMessage]:
        """Name each front-end file that set-up has not brought."""
        return [
            Error(f"Thiếu tệp giao diện {path.name}.", hint="make setup", id="assets.E001")
            for path in self.files.values()
            if not path.exists()
        ]

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:  # noqa: FBT001, FBT002 - Django's signature
        """The file behind an address, or nothing."""
        found = self.files.get(path)
        if found and found.exists():
            return [str(found)] if find_all else str(found)
        return []

    def list(self, ignore_patterns: object) -> Iterator[tuple[str, FileSystemStorage]]:
        """Every address with the storage that opens it, and the gzip that set-up put beside it."""
        for address, path in self.files.items():
            yield address, _OneFile(path)
            packed = path.with_name(f"{path.name}.gz")
            if packed.exists():
                yield f"{address}.gz", _OneFile(packed)
