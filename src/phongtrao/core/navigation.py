"""What stands around a page: the menu, whom one acts for, notices. Later stages furnish it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """A place of the cycle: its words, icon, named address, and what one must be able to do."""

    label: Any
    icon: str
    address: str
    capability: str


@dataclass(frozen=True, slots=True)
class MenuPart:
    """The heading over the entries that follow it, up to the next one."""

    label: Any


@dataclass(frozen=True, slots=True)
class ShownEntry:
    """A menu entry as one reader sees it."""

    label: Any
    icon: str
    url: str
    active: bool


@dataclass(frozen=True, slots=True)
class ShownPart:
    """The entries under one heading that a reader may use; the first part has no heading."""

    label: Any
    entries: Sequence[ShownEntry]


@dataclass(frozen=True, slots=True)
class Standing:
    """A capacity one may act in; `paper` is the number of the delegation it rests on."""

    key: str
    body: str
    capacity: str
    paper: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """All that the frame shows; `bare` has no menu (signing in, and pages for nobody known)."""

    bare: bool = True
    rail: bool = False
    person: str = ""
    acting: Standing | None = None
    choices: Sequence[Standing] = ()
    menu: Sequence[ShownPart] = ()
    unread: int = 0
    notices_url: str = ""
    switch_url: str = ""
    language_url: str = ""
    search_url: str = ""
    palette_url: str = ""
    help_url: str = ""
    sign_out_url: str = ""
    alive_url: str = ""
    disclosure_url: str = ""
    account_links: Sequence[tuple[Any, str]] = ()
    # What a later stage offers to do with the object of this page.
    steps: Sequence[ShownEntry] = ()
    # Static scripts that a later stage has on every page, and data-* words for them.
    scripts: Sequence[str] = ()
    script_data: Mapping[str, str] = field(default_factory=dict)


Furnish = Callable[[HttpRequest], Frame]
_furnisher: list[Furnish] = []


def furnish_with(furnish: Furnish) -> None:
    """Let `furnish` fill the frame of every page; called once by the site's wiring."""
    _furnisher[:] = [furnish]


def frame_of(request: HttpRequest) -> Frame:
    """The frame of this request, read once; a bare one before the wiring is done."""
    kept = getattr(request, "_frame", None)
    if kept is None:
        kept = _furnisher[0](request) if _furnisher else Frame()
        request._frame = kept  # type: ignore[attr-defined]  # noqa: SLF001 - kept where it belongs
    return kept


def show_bare(request: HttpRequest) -> None:
    """Put nothing personal round this page: it is the same for everybody and may be cached."""
    request._frame = Frame()  # type: ignore[attr-defined]  # noqa: SLF001 - as in `frame_of`
