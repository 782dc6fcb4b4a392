"""Boxes 7 and 9b, and appendices."""

import re
from collections.abc import Iterator

from phongtrao.core.vietnamese import roman
from phongtrao.publishing.layout_check.checks.fault import (
    Check,
    Fault,
    at,
    bold_faults,
    capital_faults,
    italic_faults,
    middle_faults,
    plain_faults,
    size_faults,
)
from phongtrao.publishing.layout_check.closing import APPENDIX, Block
from phongtrao.publishing.layout_check.components import Appendix, Parts
from phongtrao.publishing.layout_check.model import Line
from phongtrao.publishing.layout_check.text import Sort

_RIGHT = re.compile(r"(?:TM|KT|TL|TUQ|Q)\.\s\S.*")
_WRONG = re.compile(
    r"(?:T\s?[./]?\s?M|K\s?[./]?\s?T|T\s?[./]?\s?L|T\s?[./]?\s?U\s?[./]?\s?Q|Q)(?:[./:,;–-]|\s)\s?\S.*"
    r"|(?:THAY MẶT|KÝ THAY|THỪA LỆNH|THỪA [ỦU]Y QUYỀN|THỪA UỶ QUYỀN|QUYỀN)\s.*"
    # Another abbreviation where one of the five belongs.
    r"|[A-ZĐƯ]{1,4}[./]\s?[^\W\d_]{2}.*",
    re.IGNORECASE,
)
_TITLES = re.compile(
    r"(?:^|(?<=[\s,.]))(?:pgs|gs|ts|tskh|ths|th\.s|bs|bsck|bsckii?|cki{1,2}|ngnd|ngưt|nsnd|nsưt|ttnd|ttưt"
    r"|đ/c|đồng chí|ks|cn|ls|tiến sĩ|thạc sĩ|giáo sư|phó giáo sư|bác sĩ|kỹ sư"
    r"|tiến sỹ|thạc sỹ|bác sỹ|kĩ sư|dược sĩ|dược sỹ|ds|dr|nghệ nhân|viện sĩ|luật gia|bsnt|ck[12]"
    r"|cử nhân|luật sư|nhà giáo|nghệ sĩ|thầy thuốc)(?:[.,/\s-]|$)",
    re.IGNORECASE,
)
_RANK = re.compile(r"(?:đại|thượng|trung|thiếu)\s+(?:tá|tướng|úy|uý)\b[.,:]?\s*", re.IGNORECASE)
_MIDDLE_NAMES = {"văn", "thị"}
_DASHES = ("-", "–")
_FOR_HEAD = re.compile(r"k\s?[./]?\s?t[./\s:,-]|ky thay")
_PREFIXED = re.compile(r"(?:t\s?[./]?\s?m|k\s?[./]?\s?t|t\s?[./]?\s?l)\b|thay mat |ky thay |thua ")
_DEPUTIES = ("pho ", "thu truong")
_COMMITTEE = ("uy ban nhan dan", "ubnd")
_BY_CHAIR = {"quyet dinh", "chi thi", "giay moi", "thong bao"}
_ARCHIVE = re.compile(r"luu\b.{0,40}")
_MARKS = "-–+•* 0123456789.)"
_ROMAN = re.compile(r"[ivxlc]+")


def authorities(parts: Parts) -> Iterator[Fault]:
    """By what authority and in what office one signs."""
    if not parts.fills_form:
        return
    for block in parts.closing.blocks:
        for line in block.authority:
            if _WRONG.fullmatch(line.text) and not _RIGHT.fullmatch(line.text.upper()):
                yield at("authority.prefix", line)
        yield from capital_faults("authority.capitals", block.authority)
        yield from bold_faults("authority.style", block.authority)
        yield from size_faults("authority.size", block.authority, 13, 14)
        if len(parts.closing.blocks) == 1 or parts.head.is_joint:
            yield from _deputies(block)
    yield from _collective(parts)


def _deputies(block: Block) -> Iterator[Fault]:
    """A deputy signs for the head; who signs for the head is a deputy."""
    keys = [line.key for line in block.authority]
    for_head = [place for place, key in enumerate(keys) if _FOR_HEAD.match(key)]
    deputies = [place for place, key in enumerate(keys) if _is_deputy(key, keys[:place])]
    if deputies and not for_head:
        yield at("authority.deputy", block.authority[deputies[0]])
    if for_head and not any(place > for_head[0] for place in deputies):
        yield at("authority.for-head", block.authority[for_head[0]])


def _is_deputy(key: str, above: list[str]) -> bool:
    """Whether an office is a deputy's of the body that signs, not another one of its head's."""
    if not key.startswith(_DEPUTIES):
        return False
    heads = [each for each in above if not _PREFIXED.match(each)]
    rest = key.removeprefix("pho ")
    is_other = bool(heads) and not any(rest.startswith(each) or each in rest for each in heads)
    return not is_other or any(_FOR_HEAD.match(each) for each in above)


def _collective(parts: Parts) -> Iterator[Fault]:
    """A people's committee works as a collective; its chair decides some papers alone."""
    issuer = " ".join(line.key for line in parts.head.issuer)
    kind = parts.title.kind
    deciders = parts.text.of(Sort.DECIDER)
    alone = kind.name in _BY_CHAIR if kind is not None else not parts.title.is_letter
    # Who decides stands above the bases: the committee itself, or its chair.
    alone = alone and not any(each.line.key.startswith(_COMMITTEE) for each in deciders)
    # Two sides of minutes or of a contract sign for themselves.
    sides = len(parts.closing.blocks) > 1 and not parts.head.is_joint
    if alone or sides or not issuer.startswith(_COMMITTEE):
        return
    for block in parts.closing.blocks:
        keys = [line.key for line in block.authority]
        if not any(re.match(r"t\s?[./]?\s?(?:m|l|u)|thay mat|thua ", key) for key in keys):
            yield at("authority.collective", block.authority[0])


def signers(parts: Parts) -> Iterator[Fault]:
    """The name of whoever signs."""
    if not parts.fills_form:
        return
    blocks = parts.closing.blocks
    names = [block.name for block in blocks if block.name is not None]
    for line in (line for block in blocks for line in (*block.between, block.name)):
        if line is not None and _has_title(line.text):
            yield at("signer.title", line)
    for name in names:
        words = [word for word in name.text.split() if not _TITLES.search(word)]
        capital = [word.isupper() and len(word) > 1 for word in words]
        if sum(capital) > 1 or any(capital[-2:]):
            yield at("signer.capitals", name)
    yield from bold_faults("signer.style", names)
    yield from size_faults("signer.size", names, 13, 14)


def _has_title(text: str) -> bool:
    """Whether a title stands before a name; the ranks of the forces are none."""
    rest = _RANK.sub("", text)
    small = [word for word in rest.split()[:-2] if word[0].islower()]
    return bool(_TITLES.search(rest) or set(small) - _MIDDLE_NAMES)


def recipients(parts: Parts) -> Iterator[Fault]:
    """*Nơi nhận*: the word and the look of the list."""
    if not parts.is_state:
        return
    title, named = parts.closing.title, parts.closing.recipients
    if title is None:
        if not parts.title.is_free:
            yield Fault("recipients.missing")
        return
    if not title.text.endswith(":"):
        yield at("recipients.title-colon", title)
    if not (title.is_bold and title.is_italic):
        yield at("recipients.title-style", title)
    yield from size_faults("recipients.title-size", [title], 12, 12)
    yield from size_faults("recipients.size", named, 11, 11)
    yield from plain_faults("recipients.style", named)
    yield from _items(named)
    yield from _archive(named)
    if parts.title.is_letter and named and "nhu tren" not in named[0].key:
        yield at("recipients.as-above", named[0])


def _items(named: list[Line]) -> Iterator[Fault]:
    """Dashes and ends; a line without a dash may go on with the one above."""
    starts = [each for each in named if each.text.startswith(_DASHES)]
    for place, line in enumerate(named):
        goes_on = place > 0 and not named[place - 1].text.endswith((";", ".")) and bool(starts)
        if not line.text.startswith(_DASHES) and not goes_on:
            yield at("recipients.dash", line)
    for place, line in enumerate(named):
        is_last = place == len(named) - 1
        more = not is_last and not named[place + 1].text.startswith(_DASHES) and bool(starts)
        if is_last and not line.text.endswith("."):
            yield at("recipients.full-stop", line)
        elif not is_last and not more and not line.text.endswith(";"):
            yield at("recipients.semicolon", line)


def _archive(named: list[Line]) -> Iterator[Fault]:
    archived = [line for line in named if _ARCHIVE.fullmatch(line.key.lstrip(_MARKS))]
    if not archived:
        yield Fault("recipients.archive")
        return
    line = archived[0]
    if not re.match(r"luu\s?:\s?vt\b", line.key.lstrip(_MARKS)):
        yield at("recipients.archive-wording", line)
    after = named[named.index(line) + 1 :]
    if any(each.text.startswith(_DASHES) or each.text.endswith(";") for each in after):
        yield at("recipients.archive-last", line)


def appendices(parts: Parts) -> Iterator[Fault]:
    """Labels, titles and references of appendices."""
    if parts.is_party:
        return
    found = parts.appendices
    for each in found:
        yield from _appendix(each)
    numbers = [_number_of(each) for each in found]
    if len(found) > 1 and not all(numbers):
        yield at("appendix.numbering", found[numbers.index("")].label)
    elif all(map(_ROMAN.fullmatch, numbers)) and len(found) > 1:
        expected = [roman(place).lower() for place in range(1, len(found) + 1)]
        if numbers != expected:
            wrong = next(p for p, number in enumerate(numbers) if number != expected[p])
            yield at("appendix.numbering", found[wrong].label, f"phải là {expected[wrong].upper()}")
    for each, number in zip(found, numbers, strict=True):
        if number and not _ROMAN.fullmatch(number):
            yield at("appendix.roman", each.label)
    spoken = " ".join(each.line.key for each in parts.text.lines)
    if found and not parts.is_appendix and "phu luc" not in spoken:
        yield at("appendix.mention", found[0].label)


def _number_of(appendix: Appendix) -> str:
    found = APPENDIX.match(appendix.label.key)
    return (found[1] or "") if found else ""


def _appendix(appendix: Appendix) -> Iterator[Fault]:
    label = appendix.label
    looks = [*bold_faults("", [label]), *size_faults("", [label], 14, 14)]
    looks += middle_faults("", [label])
    has_own_title = not APPENDIX.fullmatch(label.key)
    if has_own_title:
        yield at("appendix.label-style", label, "tên phụ lục viết cùng dòng")
    elif looks or label.text.isupper():
        yield at("appendix.label-style", label, looks[0].seen if looks else "viết toàn chữ in hoa")
    if not appendix.title and not has_own_title:
        yield at("appendix.title-missing", label)
    for line in appendix.title:
        seen = [*capital_faults("", [line]), *bold_faults("", [line]), *middle_faults("", [line])]
        seen += size_faults("", [line], 13, 14)
        if seen:
            yield at("appendix.title-style", line, seen[0].seen)
    reference = appendix.reference
    if reference is None:
        yield at("appendix.reference-missing", label)
        return
    seen = [*italic_faults("", [reference]), *size_faults("", [reference], 13, 14)]
    seen += middle_faults("", [reference])
    if seen:
        yield at("appendix.reference-style", reference, seen[0].seen)


CHECKS: tuple[Check, ...] = (authorities, signers, recipients, appendices)
