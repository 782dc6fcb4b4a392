"""Kinds of security.md §3.5: PDF (active and odd) and text."""

from functools import partial

from tests.core.gate.case import Case
from tests.core.gate.papers import (
    FONT,
    PAGE,
    TEXT,
    flate,
    locked_pdf,
    packed_objects,
    pdf,
    png,
    scan,
    stream,
    text_chunk,
)

MIB = 1024 * 1024


def _catalogue(entries: str) -> dict:
    return {1: f"<< /Type /Catalog /Pages 2 0 R {entries} >>"}


def _saved_again() -> bytes:
    """A second step of saving that replaces the page's text."""
    first = pdf()
    start = len(first)
    body = b"4 0 obj\n" + stream(TEXT + b" ") + b"\nendobj\n"
    table = f"xref\n4 1\n{start:010d} 00000 n \n".encode()
    tail = f"trailer\n<< /Size 6 /Root 1 0 R /Prev 1 >>\nstartxref\n{start + len(body)}\n%%EOF\n"
    return first + body + table + tail.encode()


def _hidden_in_stream() -> bytes:
    """An object that stands inside another object's stream, where offsets can reach it."""
    return pdf({6: stream(b"9 0 obj\n<< /S /JavaScript /JS (app.alert) >>\nendobj\n")})


PDF_ACTIVE = [
    Case("pdf-script", "a.pdf", lambda: pdf(
        _catalogue("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>")), code="pdf-script"),
    Case("pdf-script-escaped-name", "a.pdf", lambda: pdf(
        _catalogue("/OpenAction << /S /J#61vaScript /J#53 (x) >>")), code="pdf-script"),
    Case("pdf-script-in-object-stream", "a.pdf",
         lambda: packed_objects("<< /S /JavaScript /JS (x) >>"), code="pdf-script"),
    Case("pdf-script-in-stream", "a.pdf", _hidden_in_stream, code="pdf-script"),
    Case("pdf-launch", "a.pdf", lambda: pdf(
        _catalogue("/OpenAction << /S /Launch /F (calc.exe) >>")), code="pdf-launch"),
    Case("pdf-attachment", "a.pdf", lambda: pdf({
        **_catalogue("/Names << /EmbeddedFiles << /Names [(a) 6 0 R] >> >>"),
        6: "<< /Type /Filespec /F (a.exe) /EF << /F 7 0 R >> >>",
        7: stream(b"MZ", "/Type /EmbeddedFile")}), code="pdf-attachment"),
    Case("pdf-form-xfa", "a.pdf", lambda: pdf(_catalogue("/AcroForm << /XFA [] >>")),
         code="pdf-active"),
    Case("script-word-in-string", "a.pdf", lambda: pdf({6: "<< /Title (/JavaScript /JS) >>"}),
         "accept"),
    Case("script-word-in-comment", "a.pdf", lambda: pdf({6: "<< /A 1 % /JS x\n >>"}), "accept"),
    Case("script-word-in-packed-bytes", "a.pdf",
         lambda: pdf({6: stream(b"\x01/JS /JavaScript\x02", "/Subtype /Image /Width 1 /Height 1")}),
         "accept"),
]  # fmt: skip

LOOPED_PAGES = {2: "<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 1 >>"}
PDF_ODD = [
    Case("pdf-cut", "a.pdf", lambda: pdf()[: len(pdf()) * 6 // 10], code="pdf-broken"),
    Case("pdf-without-catalogue", "a.pdf", lambda: pdf({1: "<< /Type /Nothing >>"}),
         code="pdf-broken"),
    Case("pdf-wrong-offsets", "a.pdf", lambda: pdf(shift=7), "accept", "pdf-repaired"),
    Case("pdf-reference-loop", "a.pdf", lambda: pdf({6: "7 0 R", 7: "6 0 R"}), code="pdf-loop"),
    Case("pdf-array-loop", "a.pdf", lambda: pdf({6: "[7 0 R]", 7: "[6 0 R]"}), code="pdf-loop"),
    Case("pdf-length-of-itself", "a.pdf",
         lambda: pdf({4: b"<< /Length 4 0 R >>\nstream\nBT (x) Tj ET\nendstream"}),
         code="pdf-loop"),
    Case("pdf-page-tree-loop", "a.pdf", lambda: pdf(LOOPED_PAGES), code="pdf-loop"),
    Case("pdf-outline-loop", "a.pdf", lambda: pdf({**_catalogue("/Outlines 6 0 R"),
         6: "<< /First 7 0 R >>", 7: "<< /Title (a) /Next 7 0 R >>"}), code="pdf-loop"),
    Case("pdf-false-count", "a.pdf",
         lambda: pdf({2: "<< /Type /Pages /Kids [3 0 R] /Count 9999999 >>"}), code="pdf-count"),
    Case("pdf-50000-arrays-deep", "a.pdf", lambda: pdf({6: "[" * 50_000 + "]" * 50_000}),
         code="pdf-too-deep"),
    Case("pdf-50000-arrays-wide", "a.pdf", lambda: pdf({6: "[" + "[] " * 50_000 + "]"}),
         code="pdf-too-deep"),
    Case("pdf-locked", "a.pdf", partial(locked_pdf, b"mat khau"), code="locked"),
    Case("pdf-empty-password", "a.pdf", partial(locked_pdf, b""), "accept", "pdf-restricted"),
    Case("pdf-script-behind-empty-password", "a.pdf", partial(locked_pdf, b"", script=True),
         code="pdf-script"),
    Case("pdf-scan", "a.pdf", scan, "hold", "pdf-scan"),
    Case("pdf-saved-in-steps", "a.pdf", _saved_again, "accept"),
    Case("pdf-packed-text", "a.pdf", lambda: pdf({4: flate(TEXT)}), "accept"),
    Case("pdf-stamped-scan", "a.pdf", lambda: pdf({
        4: stream(b"q /Fm1 Do Q"), 6: flate(TEXT, "/Type /XObject /Subtype /Form")}), "accept"),
    Case("pdf-catalogue-in-object-stream", "a.pdf",
         lambda: packed_objects("<< /Type /Anything /Next (x) >>"), "accept"),
    Case("pdf-two-pages", "a.pdf", lambda: pdf({
        2: "<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 >>", 6: PAGE, 5: FONT}), "accept"),
]  # fmt: skip

COMPOSED = "Kế hoạch số 12 của Ủy ban nhân dân tỉnh Quảng Ngãi"
CP1258 = (
    b"K\xea\xec hoa\xf2ch phu\xf4\xec h\xf5\xf2p cu\xd2a Ti\xd2nh, "
    b"\xf0\xf4\xec v\xf5\xeci Nh\xe2n d\xe2n"
)


def _repeated(text: str, size: int) -> bytes:
    return (text * (size // len(text) + 1))[:size].encode()


TEXT_KINDS = [
    Case("text-10-mb-line", "a.txt", lambda: _repeated("a", 10 * MIB), code="text-long-line"),
    Case("csv-10-mb-line", "a.csv", lambda: _repeated("1,2;", 10 * MIB), code="text-long-line"),
    Case("csv-open-quote", "a.csv", lambda: b'a,"b\n' + b"1,2\n" * 50, code="csv-open-quote"),
    Case("csv-inch-sign", "a.csv", lambda: b'a,5" pipe\n1,2\n', "accept"),
    Case("csv-quoted-lines", "a.csv", lambda: b'a;"b\nc ""d"""\r\n1;2\r\n', "accept"),
    Case("text-nul", "a.txt", lambda: b"a\0b", code="text-nul"),
    Case("text-utf-16", "a.txt", lambda: COMPOSED.encode("utf-16"), "accept"),
    Case("text-utf-16-without-mark", "a.txt", lambda: b"a\0b\0c\0", code="text-nul"),
    Case("text-cp1258", "a.txt", lambda: CP1258, code="text-cp1258"),
    Case("text-bad-utf-8", "a.txt", lambda: b"a\xff\xfeb\x80", code="text-not-utf8"),
    Case("text-decomposed", "a.txt", "Kê\u0301 hoa\u0323ch".encode, "accept"),
    Case("text-30000-marks", "a.txt", ("a" + "\u0301" * 30_000).encode,
         code="text-marks"),
    Case("text-bidi", "a.txt", "a\u202edcb\u202c \u200b".encode, "accept"),
    Case("text-look-alikes", "a.txt", "Вộ Сông аn".encode, "accept"),
    Case("text-trap-letters", "a.txt", lambda: _repeated("a", MIB) + b"!", "accept"),
    Case("text-trap-numbers", "a.txt", lambda: _repeated("1.", MIB), "accept"),
    Case("text-trap-blanks", "a.txt", lambda: b" " * MIB, "accept"),
    Case("text-trap-dashes", "a.txt", lambda: _repeated("- ", MIB), "accept"),
    Case("text-trap-quotes", "a.csv", lambda: _repeated('"",', 999_999), "accept"),
    Case("csv-markup", "a.csv",
         lambda: b'<script>alert(1)</script>,<div hx-get="/x" hx-trigger="load">\n', "accept"),
    Case("picture-with-text", "a.png", lambda: png(extra=text_chunk("so dien thoai")), "accept"),
]  # fmt: skip

ALL = [*PDF_ACTIVE, *PDF_ODD, *TEXT_KINDS]
