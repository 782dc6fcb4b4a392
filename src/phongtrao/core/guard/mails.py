"""Mail addresses outside .gov.vn, also those written so that no machine reads them."""

import re
from collections.abc import Iterator

from phongtrao.core.guard.findings import Finding
from phongtrao.core.guard.normal import NormalText

_TOPS = (
    r"(?:com|net|org|vn|edu|gov|info|biz|io|me|co|asia|name|pro|dev|app|us|uk|au|jp|kr|sg|de|fr|ru"
    r"|cn|tw|xyz|online|site|top|mil|int|eu|ca|ai|tech|email|cloud|example|test|local)"
)
# The sign itself, the sign in brackets, and the word for it.
_AT = re.compile(
    r"[@(\[{<](?:(?<=@)|[ ]?(?:at|a|a[ \-]cong|a[ \-]moc|@)[ ]?[)\]}>])\s{0,3}"
    r"| a(?:[ \-]cong|t(?= [a-z]))\s{0,3}"
)
_LOCAL = "abcdefghijklmnopqrstuvwxyz0123456789._%+-"
_LOCAL_READ = 64
_DOT = r"(?:[ ]?\.[ ]?|[ ]?[(\[{][ ]?(?:dot|cham|\.)[ ]?[)\]}][ ]?|[ ](?:dot|cham)[ ])"
_AFTER_AT = re.compile(
    rf"[a-z0-9\-]{{1,63}}+(?:\.[a-z0-9\-]{{1,63}}+){{0,4}}+(?:{_DOT}{_TOPS}(?![a-z0-9])){{0,3}}+"
)
_PARTED = re.compile(r"\.|dot|cham")
_ANY_DOT = re.compile(rf"{_DOT}")
_FULL = re.compile(rf"[a-z0-9\-.]{{1,250}}\.(?:{_TOPS}|[a-z]{{2,24}})")
_SPOKEN_FULL = re.compile(rf"[a-z0-9\-.]{{1,250}}\.{_TOPS}")


def mails_in(text: NormalText) -> Iterator[Finding]:
    """Mail addresses outside .gov.vn."""
    bare = text.bare
    for sign in _AT.finditer(bare):
        after = _AFTER_AT.match(bare, sign.end())
        if after is None or not _PARTED.search(after[0]):
            continue
        before_sign = bare[max(0, sign.start() - _LOCAL_READ) : sign.start()]
        before = before_sign.rstrip(" \t\n")
        local = len(before) - len(before.rstrip(_LOCAL))
        if not local:
            continue
        domain = _ANY_DOT.sub(".", after[0]).strip(".-")
        tight = "@" in sign[0] and not before_sign[-1:].isspace()
        form = _FULL if tight else _SPOKEN_FULL
        if form.fullmatch(domain) and not (domain == "gov.vn" or domain.endswith(".gov.vn")):
            start = bare.rfind(before[-local:], 0, sign.start())
            yield Finding(start, after.end(), "mail", "ask")
