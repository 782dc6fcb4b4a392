"""Kinds of papers: names, abbreviations, and what each kind has (Decree 30/2020, Appendix III)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind by its folded name. `is_free` kinds are set as their own forms say.

    Kinds that are not `is_dated` need no line of place and date: minutes say it in their text.
    """

    name: str
    abbreviations: frozenset[str] = frozenset()
    has_abstract: bool = True
    is_addressed: bool = True
    is_ended: bool = True
    is_free: bool = False
    is_dated: bool = True


def _kind(name: str, *abbreviations: str, **traits: bool) -> Kind:
    return Kind(name, frozenset(abbreviations), **traits)


_PLAIN = {"is_addressed": False}
_SLIP = {"has_abstract": False, "is_ended": False}
_FORM = {"has_abstract": False, "is_ended": False, "is_free": True}

KINDS = (
    _kind("nghi quyet", "NQ", **_PLAIN),
    _kind("quyet dinh", "QĐ", **_PLAIN),
    _kind("chi thi", "CT", **_PLAIN),
    _kind("quy che", "QC", **_PLAIN),
    _kind("quy dinh", "QyĐ", **_PLAIN),
    _kind("thong cao", "TC", **_PLAIN),
    _kind("thong bao", "TB", **_PLAIN),
    _kind("huong dan", "HD", **_PLAIN),
    # "CTrPH" is what the programmes of two bodies are called; the decree's list lacks it.
    _kind("chuong trinh", "CTr", "CTrPH", **_PLAIN),
    _kind("ke hoach", "KH", "KHPH", **_PLAIN),
    _kind("phuong an", "PA", **_PLAIN),
    _kind("de an", "ĐA", **_PLAIN),
    _kind("du an", "DA", **_PLAIN),
    _kind("bao cao", "BC"),
    _kind("bien ban", "BB", is_addressed=False, is_dated=False),
    _kind("to trinh", "TTr"),
    _kind("hop dong", "HĐ", is_addressed=False, is_ended=False),
    _kind("cong dien", "CĐ"),
    _kind("ban ghi nho", "BGN", is_addressed=False, is_ended=False),
    _kind("ban thoa thuan", "BTT", is_addressed=False, is_ended=False),
    _kind("giay uy quyen", "GUQ", **_SLIP),
    _kind("giay moi", "GM", is_addressed=False),
    _kind("giay gioi thieu", "GGT", has_abstract=False, is_addressed=False),
    _kind("giay nghi phep", "GNP", **_SLIP),
    _kind("phieu gui", "PG", **_SLIP),
    _kind("phieu chuyen", "PC", **_SLIP),
    _kind("phieu bao", "PB", **_SLIP),
    _kind("thu cong", **_SLIP),
    # No national form: every office has its own.
    _kind("phieu trinh", **_FORM),
)
ABBREVIATIONS = frozenset(each for kind in KINDS for each in kind.abbreviations)
# Those that bodies and fields of letters use for themselves too.
ALSO_BODIES = frozenset({"TC", "CT", "DA", "HD", "QC", "PC", "BB", "PG", "PA"})
# What may stand in a title beside the kind itself.
JOINT_WORDS = ("phoi hop", "lien tich")


def kind_of(key: str) -> Kind | None:
    """The kind that a folded title begins with; the longest name decides."""
    found = [kind for kind in KINDS if key == kind.name or key.startswith(f"{kind.name} ")]
    return max(found, key=lambda kind: len(kind.name), default=None)
