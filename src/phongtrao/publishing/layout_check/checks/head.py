"""Boxes 1–4 and 10."""

import re
from calendar import monthrange
from collections.abc import Iterator

from phongtrao.publishing.layout_check.checks.fault import (
    FAR_ASIDE_MM,
    SINGLE_LINE,
    Check,
    Fault,
    at,
    bold_faults,
    capital_faults,
    centre_faults,
    italic_faults,
    plain_faults,
    shown,
    size_faults,
)
from phongtrao.publishing.layout_check.components import Parts
from phongtrao.publishing.layout_check.head import rules_near
from phongtrao.publishing.layout_check.kinds import ABBREVIATIONS, ALSO_BODIES
from phongtrao.publishing.layout_check.model import Align, Line

_NATION_TEXTS = {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"}
_MOTTO_WORDS = "Độc lập Tự do Hạnh phúc"
_RIGHT_HALF_MM = 50
_MIDDLE_MM = 70  # between the two columns of a head set by tabs
_MOTTO = "Độc lập - Tự do - Hạnh phúc"
_SINGLE = (0.9, 1.06)
_TALLEST = 1.25  # single lines: heights set in points are rounded up by hand
_NUMBER = re.compile(
    r"(?:(số|so)(?:\s*(:|[.;,](?!\.)))?)?\s*([\d.…_]*)((?:[a-zđ](?=\s*[/\-–]))?)\s*([/\-–]?)\s*(.*)",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?P<place>.*?)(?P<comma>,?)\s*ngày\s*(?P<day>[\d.…_ ]*)\s*tháng\s*(?P<month>[\d.…_ ]*)"
    r"\s*năm\s*(?P<year>[\d.…_ ]*)\.?",
    re.IGNORECASE,
)
_PADDED_MONTHS = {1, 2}
_SHORT_YEAR = 2
# Abbreviations of bodies that have no small letters.
_ALL_CAPITALS = {"ubnd", "hđnd", "mttq", "bch", "bcđ", "bca", "snv", "stc", "tw", "cp", "vp", "cat"}


def nation(parts: Parts) -> Iterator[Fault]:
    """Quốc hiệu."""
    if not parts.is_state:
        return
    line = parts.head.nation
    if line is None:
        yield Fault("nation.missing")
        return
    if line.text.upper() not in _NATION_TEXTS:
        yield at("nation.wording", line)
    yield from capital_faults("nation.capitals", [line])
    yield from size_faults("nation.size", [line], 12, 13)
    yield from bold_faults("nation.style", [line])
    if _is_on_the_left(line, parts):
        yield at("nation.place", line)


def _is_on_the_left(line: Line, parts: Parts) -> bool:
    """Whether something of the issuer stands to its right, or it is alone at the left."""
    issuer = next(iter(parts.head.issuer), parts.head.number)
    if line.cell is not None and line.cell.columns > 1:
        return line.cell.column == 0
    is_alone = not line.box and not line.is_shared
    if is_alone and line.shape.align != Align.RIGHT:
        # Alone over the whole width, as papers were set in former times.
        return line.shape.start < _RIGHT_HALF_MM
    if issuer is not None and line.paragraph == issuer.paragraph and line.is_shared:
        return line.tab < issuer.tab
    return False


def motto(parts: Parts) -> Iterator[Fault]:
    """Tiêu ngữ and the line drawn below it."""
    if not parts.is_state:
        return
    line = parts.head.motto
    if line is None:
        yield Fault("motto.missing")
        return
    words = " ".join(re.findall(r"[^\W_]+", line.text))
    if words != _MOTTO_WORDS:
        yield at("motto.wording", line)
    elif line.text != _MOTTO or re.search(r"\s{2}", line.raw.strip()):
        yield at("motto.hyphens", line)
    yield from size_faults("motto.size", [line], 13, 14)
    yield from bold_faults("motto.style", [line])
    yield from _beside_nation(line, parts.head.nation)
    if any(each.underlined for each in line.visible):
        yield at("motto.underline", line)
    elif not _has_rule(parts, line):
        yield at("motto.rule", line)


def _beside_nation(line: Line, nation: Line | None) -> Iterator[Fault]:
    """The motto stands under the middle of the nation's name."""
    found = list(centre_faults("motto.centred", [line]))
    yield from found
    if found or nation is None or nation.cell != line.cell or line.is_shared or nation.is_shared:
        return
    is_aside = abs(line.shape.aside - nation.shape.aside) > FAR_ASIDE_MM
    if nation.shape.align == Align.CENTRE and is_aside:
        yield at("motto.centred", line, "lệch khỏi giữa Quốc hiệu")


def _has_rule(parts: Parts, line: Line | None) -> bool:
    """Whether a line is drawn at a component, or one drawn elsewhere in the head may be its own."""
    if _is_ruled_elsewhere(parts, line):
        return False
    if rules_near(line, parts.head.lines):
        return True
    drawn = sum(each.rules for each in parts.head.lines)
    owned = [rules_near(each, parts.head.lines) for each in _ruled(parts)]
    spare = drawn - sum(min(count, 1) for count in owned)
    return spare >= sum(not count for count in owned)


def _is_ruled_elsewhere(parts: Parts, line: Line | None) -> bool:
    """Whether one paragraph holds issuer and motto and all its lines are drawn at the other."""
    both = [each for each in _ruled(parts) if each.is_shared]
    if line is None or len(both) < 2 or both[0].paragraph != both[1].paragraph:
        return False
    sides = [middle > _MIDDLE_MM for each in both[:1] for middle in each.middles]
    is_right = line.tab == max(each.tab for each in both)
    return bool(sides) and len(sides) == both[0].rules and is_right not in sides


def _ruled(parts: Parts) -> list[Line]:
    issuer = parts.head.issuer[-1] if parts.head.issuer else None
    return [each for each in (parts.head.motto, issuer) if each is not None]


def line_spacing(parts: Parts) -> Iterator[Fault]:
    """Quốc hiệu and Tiêu ngữ stand one line apart."""
    nation, motto = parts.head.nation, parts.head.motto
    if nation is None or motto is None or not parts.is_state:
        return
    low, high = _SINGLE
    for line in dict.fromkeys((nation, motto)):
        height = max(line.shape.exact, line.shape.least)
        if height > _TALLEST * line.size * SINGLE_LINE:
            yield at("nation.line-spacing", line, f"dòng cao {shown(height)} pt")
            return
        if not line.shape.exact and not low <= line.shape.line <= high:
            yield at("nation.line-spacing", line, f"giãn dòng {shown(round(line.shape.line, 2))}")
            return
    gap = nation.shape.after + motto.shape.before if nation.paragraph != motto.paragraph else 0
    if gap > 1:
        yield at("nation.line-spacing", motto, f"cách {shown(gap)} pt")
    elif _has_empty_between(parts, nation, motto):
        yield at("nation.line-spacing", motto, "cách một dòng trống")


def _has_empty_between(parts: Parts, above: Line, below: Line) -> bool:
    """Whether an empty line of the same cell stands between two lines; a drawn line is none."""
    return any(
        not each.text and not each.rules and each.cell == above.cell == below.cell
        for each in parts.head.lines
        if (above.paragraph, above.piece) < (each.paragraph, each.piece)
        and (each.paragraph, each.piece) < (below.paragraph, below.piece)
    )


def issuer(parts: Parts) -> Iterator[Fault]:
    """Issuer and its parent, and the line drawn below."""
    if not parts.is_state:
        return
    lines = parts.head.issuer
    if not lines:
        yield Fault("issuer.missing")
        return
    yield from capital_faults("issuer.capitals", lines)
    yield from size_faults("issuer.size", lines, 12, 13)
    yield from bold_faults("issuer.style", lines)
    yield from centre_faults("issuer.centred", lines)
    if not _has_rule(parts, lines[-1]):
        yield at("issuer.rule", lines[-1])
    yield from capital_faults("parent.capitals", parts.head.parent)
    yield from size_faults("parent.size", parts.head.parent, 12, 13)
    yield from plain_faults("parent.style", parts.head.parent)
    if parts.head.is_joint and 0 < len(parts.closing.blocks) < max(2, parts.head.bodies):
        yield at("joint.signatures", lines[0])


def number(parts: Parts) -> Iterator[Fault]:
    """Number and symbol: how they are written."""
    if not parts.is_state:
        return
    line = parts.head.number
    if line is None:
        yield Fault("number.missing")
        return
    yield from _number_text(parts, line)
    yield from size_faults("number.size", [line], 13, 13)
    yield from plain_faults("number.style", [line])
    yield from centre_faults("number.centred", [line])


def _number_text(parts: Parts, line: Line) -> Iterator[Fault]:
    found = _NUMBER.fullmatch(line.text)
    if found is None:
        return
    word, colon, digits, _, sign, symbol = found.groups()
    if not word or colon != ":":
        yield at("number.colon", line)
    if digits.isdecimal() and len(digits) == 1:
        yield at("number.padding", line)
    if symbol and sign != "/":
        yield at("number.slash", line)
    tail = line.text.partition(":")[2].strip() or line.text
    if re.search(r"\d\s+[/\-–]|[/\-–]\s+\S|\w\s+[\-–]", tail) or (
        sign and re.search(r"[A-ZĐ]\s+[A-ZĐ]", symbol)
    ):
        yield at("number.spaces", line)
    bare = re.sub(r"(?<=[A-ZĐ])\s+(?=[A-ZĐ])", "-", symbol)
    bare = re.sub(r"\s", "", bare).strip(".…_\\|:;,")
    if bare and not _is_symbol(bare):
        yield at("number.capitals", line)
    elif bare and _has_wrong_kind(parts, bare):
        yield at("number.kind", line)


def _is_symbol(symbol: str) -> bool:
    """Whether every group is in capitals; the abbreviations of kinds have small letters too."""
    groups = re.split(r"[-–/]", symbol)
    known = {each.casefold(): each for each in ABBREVIATIONS}
    return all(
        group == known.get(group.casefold(), group.upper()) or _is_mixed(group)
        for group in groups
        if group
    )


def _is_mixed(group: str) -> bool:
    """Bodies abbreviate their own names with small letters too ("STNMT", "BCĐ", "TTr", "CAtp")."""
    is_known = group.casefold() in _ALL_CAPITALS
    return not is_known and sum(char.isupper() for char in group) >= 2 and group[0].isupper()


def _has_wrong_kind(parts: Parts, symbol: str) -> bool:
    first = re.split(r"[-–/]", symbol)[0]
    if first.isdecimal():
        first = re.split(r"[-–/]", symbol)[1] if re.search(r"[-–/]", symbol) else first
    if parts.title.is_letter:
        return bool(parts.title.letter) and (
            first in {*ABBREVIATIONS, "CV"}
            and len(re.split(r"[-–]", symbol)) > 1
            and first not in ALSO_BODIES
        )
    kind = parts.title.kind
    if kind is None or kind.is_free or not kind.abbreviations:
        return False
    return first not in kind.abbreviations


def date(parts: Parts) -> Iterator[Fault]:
    """Place and date."""
    if not parts.is_state:
        return
    line = parts.head.date
    if line is None:
        if parts.title.kind is None or parts.title.kind.is_dated:
            yield Fault("date.missing")
        return
    found = _DATE.fullmatch(line.text)
    if found is None:
        yield at("date.wording", line)
    else:
        yield from _date_text(line, found)
    yield from italic_faults("date.style", [line])
    yield from size_faults("date.size", [line], 13, 14)


def _date_text(line: Line, found: re.Match[str]) -> Iterator[Fault]:
    if not found["place"].strip():
        yield at("date.place", line)
    elif not found["comma"]:
        yield at("date.comma", line)
    day, month, year = (found[name].strip() for name in ("day", "month", "year"))
    if day.isdecimal() and len(day) == 1:
        yield at("date.day-padding", line)
    is_short = len(year) == _SHORT_YEAR and year.isdecimal() and year != "20"
    if is_short or _has_capital(found[0]):
        yield at("date.wording", line)
    if not month.isdecimal():
        return
    if len(month) == 1 and int(month) in _PADDED_MONTHS:
        yield at("date.month-padding", line)
    if len(month) == 2 and month[0] == "0" and int(month) not in _PADDED_MONTHS:
        yield at("date.month-overpadded", line)
    is_no_year = year.isdecimal() and len(year) in {1, 3, 5, 6}
    if is_no_year or not _is_possible(day, int(month), year):
        yield at("date.impossible", line)


def _has_capital(text: str) -> bool:
    """Whether *ngày* behind a place, *tháng* or *năm* begins with a capital."""
    return bool(re.search(r",\s*N(?i:gày)\b|\bT(?i:háng)\b|\bN(?i:ăm) ", text))


def _is_possible(day: str, month: int, year: str) -> bool:
    if not 1 <= month <= 12:
        return False
    if not day.isdecimal() or not year.isdecimal() or not 1 <= int(year) <= 9998:
        return True
    return 1 <= int(day) <= monthrange(int(year), month)[1]


def urgency(parts: Parts) -> Iterator[Fault]:
    """The mark of urgency."""
    for line in parts.head.urgency:
        if not (line.is_capital and line.is_bold) or line.has_italic:
            yield at("urgency.style", line)
        else:
            yield from size_faults("urgency.style", [line], 13, 14)


CHECKS: tuple[Check, ...] = (nation, motto, line_spacing, issuer, number, date, urgency)
