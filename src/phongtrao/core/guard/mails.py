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
_DOT = r"(?:\.|[ ]?[(\[{][ ]?(?:dot|cham|\.)[ ]?[)\]}][ ]?|[ ](?:dot|cham)[ ]|[ ]\.[ ]?|\.[ ])"
_AFTER_AT = re.compile(
    rf"[a-z0-9\-]{{1,63}}+(?:\.[a-z0-9\-]{{1,63}}+){{0,4}}+(?:{_DOT}{_TOPS}(?![a-z0-9])){{0,3}}"
)
_ANY_DOT = re.compile(rf"{_DOT}")
_FULL = re.compile(rf"[a-z0-9\-.]{{1,250}}\.(?:{_TOPS}|[a-z]{{2,24}})")
_SPOKEN_FULL = re.compile(rf"[a-z0-9\-.]{{1,250}}\.{_TOPS}")


def mails_in(text: NormalText) -> Iterator[Finding]:
    """Mail addresses outside .gov.vn."""
    bare = text.bare
    for sign in _AT.finditer(bare):
        before = bare[max(0, sign.start() - _LOCAL_READ) : sign.start()].rstrip(" \t\n")
        local = len(before) - len(before.rstrip(_LOCAL))
        after = _AFTER_AT.match(bare, sign.end()) if local else None
        if after is None:
            continue
        domain = _ANY_DOT.sub(".", after[0]).strip(".-")
        form = _FULL if "@" in sign[0] else _SPOKEN_FULL
        if form.fullmatch(domain) and not (domain == "gov.vn" or domain.endswith(".gov.vn")):
            start = bare.rfind(before[-local:], 0, sign.start())
            yield Finding(start, after.end(), "mail", "ask")
