"""Choose the reader for a file."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from phongtrao.intake.readers.results import ReadText, UnreadableFile

# Module and function of each kind, loaded on first use: the libraries behind them take most of a
# second, and every process of the site imports this module.
_READERS = {
    "txt": ("plain", "read_plain"),
    "docx": ("word", "read_word"),
    "pdf": ("portable", "read_pdf"),
}
KINDS = tuple(_READERS)


def kind_of_name(name: str) -> str:
    """The kind of a file from its name; raises ``UnreadableFile`` for one we do not read."""
    kind = Path(name).suffix.lower().lstrip(".")
    if kind not in _READERS:
        raise UnreadableFile("kind-unknown")
    return kind


def read(source: Path | str | bytes, kind: str | None = None) -> ReadText:
    """The text of a file. ``kind`` (docx, pdf, txt) is needed for bytes, else the name tells it.

    Raises ``UnreadableFile``, a code with its Vietnamese sentence, whatever is wrong with it.
    """
    if isinstance(source, bytes):
        used, data = kind or "", source
    else:
        used = kind or kind_of_name(str(source))
        data = _content(Path(source))
    if used not in _READERS:
        raise UnreadableFile("kind-unknown")
    return _reader(used)(data)


def _reader(kind: str) -> Callable[[bytes], ReadText]:
    module, function = _READERS[kind]
    reader: Callable[[bytes], ReadText] = getattr(
        import_module(f"{__package__}.{module}"), function
    )
    return reader


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        raise UnreadableFile("not-opened") from fault
