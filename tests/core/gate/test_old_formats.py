"""Old office files before their conversion: which go on, and which are refused with a step."""

from pathlib import Path

import pytest

from phongtrao.core.gate import GateLimits, inspect
from phongtrao.core.gate.old_formats import inspect_old
from phongtrao.core.gate.sentences import KEPT_NOTHING
from phongtrao.core.gate.verdicts import Verdict
from tests.core.gate import compounds
from tests.core.gate.packages import docx, packed

LIMITS = GateLimits()
PLAIN_RTF = rb"{\rtf1\ansi{\fonttbl{\f0 Times;}}\f0 K\u7871? ho\u7841?ch\par}"


def judged(folder: Path, name: str, data: bytes) -> Verdict:
    return inspect_old(compounds.saved(folder, "upload", data), name, limits=LIMITS)


def odt(content: str = "<text:p>Ke hoach</text:p>", **more: object) -> bytes:
    return packed(compounds.opendocument(content, **more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.doc", compounds.doc()),
        ("a.doc", compounds.doc({"ObjectPool": {}, "MsoDataStore": {"x": {"Item": b"<a/>"}}})),
        ("a.xls", compounds.xls(compounds.sheet_of_kind(0))),
        ("a.xls", compounds.compound({"Book": compounds.workbook()})),
        ("a.rtf", PLAIN_RTF),
        ("a.rtf", PLAIN_RTF + b"\r\n\x00"),
        ("a.rtf", rb"{\rtf1{\*\template C:\\Mau\\Normal.dotm}{\field{\*\fldinst PAGE}}x}"),
        ("a.odt", odt()),
        ("a.ods", odt("<table:table/>", kind="spreadsheet")),
    ],
)
def test_a_plain_old_file_may_be_converted(tmp_path: Path, name: str, data: bytes) -> None:
    verdict = judged(tmp_path, name, data)
    assert (verdict.verdict, verdict.kind, verdict.codes) == ("accept", name[-3:], ())


HOSTILE = {
    "macro in word": ("a.doc", compounds.doc({"Macros": {"VBA": {"dir": b"x"}}}), "old-macro"),
    "macro in excel": (
        "a.xls", compounds.xls(extra={"_VBA_PROJECT_CUR": {"VBA": {"dir": b"x"}}}), "old-macro",
    ),
    "macro sheet": ("a.xls", compounds.xls(compounds.sheet_of_kind(1)), "old-macro"),
    "module sheet": ("a.xls", compounds.xls(compounds.sheet_of_kind(6)), "old-macro"),
    "object in word": (
        "a.doc", compounds.doc({"ObjectPool": {"_1": {"\x01Ole": b"x"}}}), "old-object",
    ),
    "object in excel": ("a.xls", compounds.xls(extra={"MBD0001": {"x": b"x"}}), "old-object"),
    "packed program": ("a.doc", compounds.doc({"\x01Ole10Native": b"MZ"}), "old-object"),
    "controls": ("a.xls", compounds.xls(extra={"Ctls": b"x"}), "activex"),
    "locked word": ("a.doc", compounds.doc(flags=0x0100), "locked"),
    "veiled word": ("a.doc", compounds.doc(flags=0x8000), "locked"),
    "locked excel": ("a.xls", compounds.xls(compounds.record(0x2F, b"\0\0" * 3)), "locked"),
    "locked new word": ("a.doc", compounds.compound({"EncryptedPackage": b"x"}), "locked"),
    "template of word": ("a.doc", compounds.doc(flags=1), "template-file"),
    "no text inside": ("a.doc", compounds.compound({"PowerPoint Document": b"x"}), "old-office"),
    "cut short": ("a.doc", compounds.doc()[:1800], "compound-broken"),
    "text that is none": ("a.doc", compounds.compound({"WordDocument": b"x"}), "compound-broken"),
    "rtf object": ("a.rtf", rb"{\rtf1{\object\objemb{\*\objdata 0105}}}", "old-object"),
    "rtf object data alone": ("a.rtf", rb"{\rtf1{\*\objdata0105}}", "old-object"),
    "rtf outside text": (
        "a.rtf", rb'{\rtf1{\field{\*\fldinst INCLUDETEXT "c:\\\\x"}{\fldrslt}}}', "field",
    ),
    "rtf command in pieces": (
        "a.rtf", rb"{\rtf1{\field{\*\fldinst {DD}{\b EA}{UTO} cmd}{\fldrslt}}}", "field",
    ),
    "rtf command in codes": (
        "a.rtf", rb"{\rtf1{\field{\*\fldinst \'44\'44\u69?UTO x}{\fldrslt}}}", "field",
    ),
    "rtf far template": (
        "a.rtf", rb"{\rtf1{\*\template http://127.0.0.1:9/a.dotm}}", "remote-template",
    ),
    "rtf share": ("a.rtf", rb"{\rtf1{\*\template \\\\may\\mau.dot}}", "remote-template"),
    "rtf without end": ("a.rtf", rb"{\rtf1 x", "rich-text-broken"),
    "rtf lying length": ("a.rtf", rb"{\rtf1\bin999999 x}", "rich-text-broken"),
    "rtf with a tail": ("a.rtf", PLAIN_RTF + b"MZ\x90", "polyglot"),
    "rtf too deep": ("a.rtf", rb"{\rtf1" + b"{" * 5000 + b"}" * 5000 + b"}", "xml-too-deep"),
    "odt basic": ("a.odt", odt(parts={"Basic/script-lc.xml": "<a/>"}), "old-macro"),
    "odt script": ("a.odt", odt(parts={"Scripts/python/a.py": "x"}), "old-macro"),
    "odt event": (
        "a.odt", odt('<script:event-listener xlink:href="vnd.sun.star.script:a"/>'), "old-macro",
    ),
    "odt object": ("a.odt", odt('<draw:object-ole xlink:href="./Object 1"/>'), "old-object"),
    "odt unknown object": ("a.odt", odt('<draw:object xlink:href="./Object 1"/>'), "old-object"),
    "odt far object": ("a.odt", odt('<draw:object xlink:href="file:///etc/x"/>'), "old-object"),
    "odt packed program": ("a.odt", odt(parts={"Pictures/a.png": b"MZ\x90"}), "program"),
    "odt section from afar": (
        "a.odt", odt('<text:section-source xlink:href="file:///etc/passwd"/>'), "outside-part",
    ),
    "odt dde": ("a.odt", odt('<office:dde-source/>'), "dde"),
    "odt doctype": ("a.odt", odt(parts={"styles.xml": "<!DOCTYPE a><a/>"}), "xml-doctype"),
    "odt locked": (
        "a.odt",
        odt(entries="<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"),
        "locked",
    ),
    "odt path": ("a.odt", odt(parts={"../a": "x"}), "zip-path"),
    "ods linked sheet": (
        "a.ods", odt("<table:table-source/>", kind="spreadsheet"), "outside-part",
    ),
    "odt template": ("a.odt", odt(kind="text-template"), "template-file"),
    "docx as odt": ("a.odt", docx(), "type-mismatch"),
    "docx as doc": ("a.doc", docx(), "type-mismatch"),
    "rtf as doc": ("a.doc", PLAIN_RTF, "type-mismatch"),
    "xls as doc": ("a.doc", compounds.xls(), "type-mismatch"),
    "html as doc": ("a.doc", b"<html><body>x</body></html>", "type-mismatch"),
    "program in the name": ("a.exe.doc", compounds.doc(), "double-ending"),
}  # fmt: skip


@pytest.mark.parametrize("case", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_old_file_is_refused_with_the_step_that_helps(
    tmp_path: Path, case: tuple[str, bytes, str]
) -> None:
    name, data, code = case
    verdict = judged(tmp_path, name, data)
    assert (verdict.verdict, verdict.codes) == ("refuse", (code,))
    what, kept, step = verdict.sentence.partition(KEPT_NOTHING)
    assert what.strip()
    assert kept
    assert step.strip()


def test_an_old_word_file_that_says_docx_stays_refused(tmp_path: Path) -> None:
    path = compounds.saved(tmp_path, "a", compounds.doc())
    assert inspect(path, "a.docx").codes == ("old-word",)


def test_a_tree_that_leads_back_into_itself_ends_in_a_refusal(tmp_path: Path) -> None:
    data = bytearray(compounds.doc({"Data": b"x"}))
    first_entry = 512 * 2 + 128
    data[first_entry + 72 : first_entry + 76] = (1).to_bytes(4, "little")
    assert judged(tmp_path, "a.doc", bytes(data)).codes == ("compound-broken",)


def test_a_chain_of_sectors_that_turns_round_ends_in_a_refusal(tmp_path: Path) -> None:
    data = bytearray(compounds.doc())
    table = 512
    data[table + 4 : table + 8] = (1).to_bytes(4, "little")
    assert judged(tmp_path, "a.doc", bytes(data)).codes == ("compound-broken",)


def test_flipped_bytes_never_raise(tmp_path: Path) -> None:
    sources = [("a.doc", compounds.doc()), ("a.rtf", PLAIN_RTF), ("a.odt", odt())]
    for name, data in sources:
        for number in range(150):
            broken = bytearray(data)
            broken[(number * 7919) % len(data)] ^= 1 << number % 8
            assert judged(tmp_path, name, bytes(broken)).verdict in {"accept", "refuse", "hold"}
