"""RTF: control words read one by one; objects, outside fields and far templates are refused.

Source: "Rich Text Format (RTF) Specification", version 1.9.1.
"""

import re

from phongtrao.core.gate.fields import FieldScan
from phongtrao.core.gate.limits import GateLimits
from phongtrao.core.gate.verdicts import Refused

MAGIC = b"{\\rtf"
_TOKEN = re.compile(
    rb"(?P<word>\\[A-Za-z]{1,64}(?:-?[0-9]{1,10})?[ ]?)|(?P<code>\\'[0-9A-Fa-f]{2})"
    rb"|(?P<sign>\\[^A-Za-z])|(?P<brace>[{}])|(?P<text>[^\\{}]+)|(?P<stray>\\)"
)
_WORD = re.compile(rb"\\([A-Za-z]+)(-?[0-9]+)?")
_OBJECTS = {
    b"object", b"objdata", b"objemb", b"objlink", b"objautlink", b"objsub", b"objpub", b"objicemb",
    b"objhtml", b"objocx", b"objclass", b"objname",
}  # fmt: skip
_KEPT = {b"fldinst", b"template"}
_MAX_KEPT = 4_000
_AFAR = re.compile(rb"[\\/]{2}|:[\\/]{2}")
_LINE_ENDS = re.compile(rb"[\r\n]")
_BREAKS = b"\x00\r\n\t "


def inspect_rich_text(data: bytes, limits: GateLimits) -> None:
    """Judge an RTF file.  Raises Refused."""
    if not data[:16].startswith(MAGIC):
        raise Refused("type-mismatch")
    end = _Reader(limits).read(data)
    if data[end:].strip(_BREAKS):
        raise Refused("polyglot")


class _Reader:
    """One pass; the text of the destinations that can reach outside is kept and judged."""

    def __init__(self, limits: GateLimits) -> None:
        self._deepest = limits.xml_depth
        self._groups: list[bytes] = []  # for each open group: the destination it stands in
        self._kept: dict[bytes, bytearray] = {}

    def read(self, data: bytes) -> int:
        """Read up to the end of the first group and return where that is.  Raises Refused."""
        at = 0
        while found := _TOKEN.match(data, at):
            at = found.end()
            group = found.lastgroup
            if group == "brace":
                if self._turn(found[0]):
                    return at
            elif group == "word":
                at = self._control(found[0], at, len(data))
            elif group == "code":
                self._keep(bytes.fromhex(found[0][2:].decode()))
            elif group == "sign":
                self._keep(found[0][1:])
            elif group == "text":
                self._keep(found[0])
            else:
                break
        raise Refused("rich-text-broken")

    def _turn(self, brace: bytes) -> bool:
        """A group opens or closes; True at the end of the whole."""
        if brace == b"{":
            if len(self._groups) >= self._deepest:
                raise Refused("xml-too-deep")
            self._groups.append(self._groups[-1] if self._groups else b"")
            return False
        if not self._groups:
            raise Refused("rich-text-broken")
        closed = self._groups.pop()
        if closed and (not self._groups or self._groups[-1] != closed):
            self._judge(closed)
        return not self._groups

    def _control(self, token: bytes, at: int, size: int) -> int:
        """A control word; returns where reading goes on (binary data are jumped over)."""
        found = _WORD.match(token)
        word, number = (found[1].lower(), int(found[2] or 0)) if found else (b"", 0)
        if word in _OBJECTS:
            raise Refused("old-object")
        if word in _KEPT and self._groups:
            self._groups[-1] = word
            self._kept[word] = bytearray()
        elif word == b"u":
            self._keep(chr(number & 0x7F).encode() if 0 < number < 128 else b"?")
        elif word == b"bin":
            if not 0 <= number <= size - at:
                raise Refused("rich-text-broken")
            return at + number
        return at

    def _keep(self, text: bytes) -> None:
        destination = self._groups[-1] if self._groups else b""
        if destination and len(self._kept[destination]) < _MAX_KEPT:
            self._kept[destination] += _LINE_ENDS.sub(b"", text[:_MAX_KEPT])

    def _judge(self, destination: bytes) -> None:
        """A kept destination has ended: its command, or the place of its template."""
        text = bytes(self._kept[destination])
        if destination == b"template":
            if _AFAR.search(text):
                raise Refused("remote-template")
            return
        fields = FieldScan(lambda _name: None)
        fields.start("fldSimple", {"instr": text.decode("latin-1")})
