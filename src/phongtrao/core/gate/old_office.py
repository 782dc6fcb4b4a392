"""The old Word and Excel formats (.doc, .xls): what of them may go on to be converted.

Sources: [MS-DOC] 2.5 (the head of the WordDocument stream), [MS-XLS] 2.4 (records of a workbook).
"""

import struct

from phongtrao.core.gate.compound import Compound
from phongtrao.core.gate.verdicts import Refused

_LOCK_NAMES = {"encryptedpackage", "encryptioninfo", "\x06dataspaces", "\tdrmcontent"}
_MACRO_NAMES = {"macros", "vba", "_vba_project", "_vba_project_cur", "projectwm"}
# Storages that hold no object: Word's list of objects must be empty, the others are data of
# pivot tables, custom properties and signatures.
_EMPTY_STORAGES = {"objectpool"}
_HARMLESS_STORAGES = {"msodatastore", "_sx_db_cur", "_xmlsignatures", "_signatures"}
_CONTROLS = {"ctls", "ocxdata"}
_WORD_MARKS = {0xA5EC, 0xA5DC}
_TEMPLATE, _LOCKED_WORD, _VEILED = 0x0001, 0x0100, 0x8000
_BOF, _EOF, _FILEPASS, _BOUNDSHEET = (0x0009, 0x0209, 0x0409, 0x0809), 0x000A, 0x002F, 0x0085
_PROGRAM_SHEETS = {1, 6}  # macro sheets of Excel 4, modules of Excel 5
_MAX_RECORDS = 1_000_000


def inspect_old_office(data: bytes) -> str:
    """Judge a compound file and return its kind, ``doc`` or ``xls``.  Raises Refused."""
    compound = Compound(data)
    names = compound.all_names
    if names & _LOCK_NAMES:
        raise Refused("locked")
    if names & _MACRO_NAMES:
        raise Refused("old-macro")
    _check_storages(compound)
    word = compound.stream("worddocument")
    if word is not None:
        _check_word(word)
        return "doc"
    workbook = compound.stream("workbook") or compound.stream("book")
    if workbook is None:
        raise Refused("old-office")
    _check_workbook(workbook)
    return "xls"


def _check_storages(compound: Compound) -> None:
    """Every storage is known to hold no object; every other one is an object."""
    if compound.all_names & _CONTROLS:
        raise Refused("activex")
    for entry in compound.entries:
        top = entry.path[0]
        if top in _EMPTY_STORAGES:
            if len(entry.path) > 1:
                raise Refused("old-object")
        elif (entry.is_storage or len(entry.path) > 1) and top not in _HARMLESS_STORAGES:
            raise Refused("old-object")
        if entry.name in {"\x01ole10native", "package"}:
            raise Refused("old-object")


def _check_word(head: bytes) -> None:
    """The first bytes of the text stream: a Word text, no template, without a password."""
    if len(head) < 32:
        raise Refused("compound-broken")
    mark, flags = struct.unpack_from("<H", head)[0], struct.unpack_from("<H", head, 10)[0]
    if mark not in _WORD_MARKS:
        raise Refused("compound-broken")
    if flags & (_LOCKED_WORD | _VEILED):
        raise Refused("locked")
    if flags & _TEMPLATE:
        raise Refused("template-file")


def _check_workbook(stream: bytes) -> None:
    """The records in front of the sheets: without a password, without sheets of program."""
    at = 0
    for number in range(_MAX_RECORDS):
        if at + 4 > len(stream):
            raise Refused("compound-broken")
        kind, length = struct.unpack_from("<HH", stream, at)
        if number == 0 and kind not in _BOF:
            raise Refused("compound-broken")
        if kind == _FILEPASS:
            raise Refused("locked")
        if kind == _BOUNDSHEET and length >= 6 and stream[at + 9] in _PROGRAM_SHEETS:
            raise Refused("old-macro")
        if kind == _EOF:
            return
        at += 4 + length
    raise Refused("compound-broken")
