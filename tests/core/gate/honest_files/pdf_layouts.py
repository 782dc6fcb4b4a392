"""PDFs written by hand in the manners of programs that can not run here: Word, Quartz, GS…"""

import zlib
from collections.abc import Callable
from dataclasses import dataclass

from tests.core.gate.honest_files.kind import chance, kinds
from tests.core.gate.honest_files.prose import Prose

BINARY = b"%\xb5\xb5\xb5\xb5\n"


@dataclass(frozen=True)
class Manner:
    """How a program writes its file."""

    version: bytes = b"1.7"
    line: bytes = b"\r\n"
    packed: bool = True
    backwards: bool = False  # objects from the last number to the first
    lengths_apart: bool = False  # the length of a stream stands in an object of its own
    hybrid: bool = False  # a second, empty step with an /XRefStm, as Word writes
    short_table: bool = True
    header: bytes = b""


def _pages(seed: int, manner: Manner) -> dict[int, bytes]:
    """Catalogue, page tree, font, pages and their contents."""
    prose = Prose(seed, "layout")
    count = 1 + prose.chance.randint(1, 12)
    kids = " ".join(f"{10 + 3 * n} 0 R" for n in range(count))
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R/Lang(vi-VN) /MarkInfo<</Marked true>>>>",
        2: f"<</Type/Pages/Count {count}/Kids[ {kids}] >>".encode(),
        3: b"<</Type/Font/Subtype/TrueType/Name/F1/BaseFont/TimesNewRomanPSMT"
        b"/Encoding/WinAnsiEncoding>>",
        4: b"<</Producer(\xfe\xff\x00M) /Title(\\(B\\341o c\\341o\\) /JS) "
        b"/CreationDate(D:20260302073000+07'00')>>",
    }
    for number in range(count):
        at = 10 + 3 * number
        objects[at] = (
            f"<</Type/Page/Parent 2 0 R/Resources<</Font<</F1 3 0 R>>/ProcSet[/PDF/Text]>>"
            f"/MediaBox[ 0 0 595.32 841.92] /Contents {at + 1} 0 R/Tabs/S/StructParents {number}>>"
        ).encode()
        content = _content(prose)
        objects[at + 1], objects[at + 2] = _stream(content, at + 2, manner)
    return objects


def _content(prose: Prose) -> bytes:
    lines = [prose.sentence().encode("ascii", "ignore") for _ in range(30)]
    shown = b"".join(
        b"BT /F1 12 Tf 1 0 0 1 72 %d Tm [(%s) 3 ( )] TJ ET\n" % (780 - 20 * n, line)
        for n, line in enumerate(lines)
    )
    return b"/P <</MCID 0>> BDC q\n" + shown + b"Q EMC\n"


def _stream(content: bytes, length: int, manner: Manner) -> tuple[bytes, bytes]:
    """A stream object, and the object that may hold its length."""
    body = zlib.compress(content) if manner.packed else content
    stated = f"{length} 0 R" if manner.lengths_apart else str(len(body))
    way = b"/Filter/FlateDecode" if manner.packed else b""
    head = b"<<" + way + f"/Length {stated}>>".encode() + manner.line + b"stream\r\n"
    return head + body + manner.line + b"endstream", str(len(body)).encode()


def _written(objects: dict[int, bytes], manner: Manner) -> bytes:
    out = bytearray(manner.header + b"%PDF-" + manner.version + manner.line + BINARY)
    order = sorted(objects, reverse=manner.backwards)
    places = {}
    for number in order:
        places[number] = len(out) - len(manner.header)
        out += f"{number} 0 obj".encode() + manner.line + objects[number] + manner.line
        out += b"endobj" + manner.line
    start, size = len(out) - len(manner.header), max(objects) + 1
    out += b"xref\n0 %d\n" % size + b"0000000000 65535 f\r\n"
    for number in range(1, size):
        used = number in places
        out += b"%010d %05d %c\r\n" % (places.get(number, 0), 0 if used else 65_535,
                                       b"n" if used else b"f")  # fmt: skip
    trailer = b"trailer\n<</Size %d/Root 1 0 R/Info 4 0 R/ID[<00FF><00FF>] >>\n" % size
    out += trailer + b"startxref\n%d\n%%%%EOF" % start + manner.line
    if manner.hybrid:
        out += _second_step(len(out), start, size)
    return bytes(out)


def _second_step(at: int, start: int, size: int) -> bytes:
    """Word ends with an empty table that names a packed one."""
    rows = zlib.compress(b"\x01" + start.to_bytes(4, "big") + b"\0")
    packed = b"%d 0 obj\r\n<</Type/XRef/Size %d/W[ 1 4 1] /Index[0 1]/Root 1 0 R" % (size, size + 1)
    packed += b"/Filter/FlateDecode/Length %d>>\r\nstream\r\n%s\r\nendstream\r\nendobj\r\n" % (
        len(rows),
        rows,
    )
    table = at + len(packed)
    tail = b"xref\r\n0 0\r\ntrailer\r\n<</Size %d/Root 1 0 R/Prev %d/XRefStm %d>>\r\n" % (
        size + 1, start, at,
    )  # fmt: skip
    return packed + tail + b"startxref\r\n%d\r\n%%%%EOF" % table


def _made(manner: Manner, change: Callable[[dict[int, bytes], int], None] | None = None):
    def build(seed: int) -> bytes:
        objects = _pages(seed, manner)
        if change:
            change(objects, seed)
        return _written(objects, manner)

    return build


def wide_fonts(objects: dict[int, bytes], seed: int) -> None:
    """A font by glyph numbers with thousands of widths and a table back to letters."""
    rows = " ".join(f"{n} [{250 + n % 500}]" for n in range(0, 6_000, 2))
    objects[5] = f"<</Type/Font/Subtype/CIDFontType2/BaseFont/VnTime/W [{rows}]>>".encode()
    lines = "".join(f"<{n:04X}> <{n:04X}>\n" for n in range(100))
    table = zlib.compress(f"/CIDInit /ProcSet findresource begin\n{lines}end".encode())
    objects[6] = b"<</Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream" % (len(table), table)
    noise = chance(seed, "font").randbytes(20_000)
    objects[7] = b"<</Length %d/Length1 %d>>\nstream\n%s\nendstream" % (
        len(noise), len(noise), noise,
    )  # fmt: skip


def structure(objects: dict[int, bytes], _seed: int) -> None:
    """The tree of a tagged paper: thousands of small objects that point at their parents."""
    last = 3_000
    kids = b" ".join(b"%d 0 R" % n for n in range(1_001, last))
    objects[1_000] = b"<</Type/StructTreeRoot/K [%s]/ParentTree<</Nums[0 [%s]]>>>>" % (kids, kids)
    for number in range(1_001, last):
        objects[number] = b"<</Type/StructElem/S/P/P 1000 0 R/K [0 <</Type/MCR/MCID 1>>]>>"
    objects[1] = objects[1].replace(b"/Lang", b"/StructTreeRoot 1000 0 R/Lang")


def outlines(objects: dict[int, bytes], _seed: int) -> None:
    """Headings with descendants, closed and open."""
    objects[1] = objects[1].replace(b"/Lang", b"/PageMode/UseOutlines/Outlines 500 0 R/Lang")
    objects[500] = b"<</Type/Outlines/First 501 0 R/Last 520 0 R/Count 20>>"
    for number in range(501, 521):
        near = b"/Next %d 0 R" % (number + 1) if number < 520 else b""
        near += b"/Prev %d 0 R" % (number - 1) if number > 501 else b""
        below = b"/First %d 0 R/Last %d 0 R/Count -1" % (number + 100, number + 100)
        objects[number] = b"<</Title(Ph\\001n)/Parent 500 0 R/Dest[10 0 R/Fit]%s%s>>" % (
            near,
            below,
        )
        objects[number + 100] = b"<</Title(M\\001c)/Parent %d 0 R/Dest[10 0 R/XYZ 0 0 0]>>" % number


def metadata(objects: dict[int, bytes], _seed: int) -> None:
    """XMP left unpacked, with room to grow, and a thumbnail."""
    text = b'<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta '
    text += b'xmlns:x="adobe:ns:meta/"><rdf:RDF/></x:xmpmeta>' + b" " * 2_000
    text += b'<?xpacket end="w"?>'
    objects[8] = b"<</Type/Metadata/Subtype/XML/Length %d>>\nstream\n%s\nendstream" % (
        len(text), text,
    )  # fmt: skip
    objects[1] = objects[1].replace(b"/Lang", b"/Metadata 8 0 R/Lang")


def ascii_packed(objects: dict[int, bytes], _seed: int) -> None:
    """Old distillers pack as text: hexadecimal and base 85."""
    import base64

    plain = b"BT /F1 12 Tf 72 700 Td (Bao cao) Tj ET"
    both = base64.a85encode(zlib.compress(plain)) + b"~>"
    objects[11] = b"<</Filter[/ASCII85Decode/FlateDecode]/Length %d>>\nstream\n%s\nendstream" % (
        len(both), both,
    )  # fmt: skip


_MANNERS = (
    ("word-save-as", Manner(hybrid=True), structure),
    ("word-lengths-apart", Manner(lengths_apart=True, line=b"\n"), wide_fonts),
    ("quartz", Manner(version=b"1.3", line=b"\n", lengths_apart=True, backwards=True), outlines),
    ("ghostscript", Manner(version=b"1.4", line=b"\n", lengths_apart=True), metadata),
    ("distiller-old", Manner(version=b"1.2", line=b"\r", packed=False), ascii_packed),
    ("unpacked-report", Manner(version=b"1.4", line=b"\n", packed=False), None),
    ("mark-of-bytes", Manner(header=b"\xef\xbb\xbf"), None),
    ("newline-first", Manner(header=b"\r\n"), outlines),
    ("version-2", Manner(version=b"2.0", line=b"\n"), metadata),
)
ALL = kinds(
    "layouts of Word, Quartz, Ghostscript",
    "pdf",
    [(f"layout-{name}", _made(manner, change)) for name, manner, change in _MANNERS],
)
