"""Word and Excel packages: types, relations and the content of every part."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import chain

from phongtrao.core.gate.archive import Archive, Member
from phongtrao.core.gate.fields import FieldScan
from phongtrao.core.gate.limits import GateLimits
from phongtrao.core.gate.pictures import (
    GZIP,
    PACKED_METAFILES,
    check_packed_metafile,
    check_picture_size,
)
from phongtrao.core.gate.relations import ContentTypes, check_cycles, relations_of
from phongtrao.core.gate.sheets import SheetScan, StyleScan, Workbook
from phongtrao.core.gate.verdicts import Findings, Refused
from phongtrao.core.gate.xml_scan import (
    Effort,
    EndHandler,
    StartHandler,
    TextHandler,
    XmlScan,
    looks_like_xml,
    property_list,
    scan_loose_markup,
)

# A word of the main part's content type → what the package is, or why it is refused.
_MAIN_TYPES = {
    "wordprocessingml.document.main+xml": "docx",
    "spreadsheetml.sheet.main+xml": "xlsx",
}
_REFUSED_MAIN_TYPES = (
    ("macroenabled", "macro"),
    ("presentation", "presentation"),
    ("slideshow", "presentation"),
    ("template.main+xml", "template-file"),
    ("binary", "binary-workbook"),
)
_REFUSED_PART_TYPES = (
    ("macroenabled", "macro"),
    ("vbaproject", "macro"),
    ("vbadata", "macro"),
    ("macrosheet", "macro"),
    ("dialogsheet", "macro"),
    ("oleobject", "ole"),
    ("activex", "activex"),
    ("webextension", "add-in"),
)
_REFUSED_NAMES = (
    (re.compile(r"(^|/)vbaproject[^/]*$|(^|/)macrosheets/|(^|/)dialogsheets/"), "macro"),
    (re.compile(r"(^|/)activex/"), "activex"),
)
_REFUSED_ELEMENTS = {
    "OLEObject": "ole",
    "oleObject": "ole",
    "oleLink": "dde",
    "ddeLink": "dde",
    "altChunk": "alt-chunk",
    "macrosheet": "macro",
    "dialogsheet": "macro",
}
BINARY_MAGICS = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"PK\x03\x04", "zip-nested"),
    (b"PK\x05\x06", "zip-nested"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"%PDF-", "ole"),
    (b"Rar!", "zip-nested"),
    (b"7z\xbc\xaf", "zip-nested"),
    (GZIP, "zip-nested"),
)
_Handlers = tuple[StartHandler, EndHandler | None, TextHandler | None]
_CORE_DATES = {"created", "modified", "lastPrinted"}
_DAY = re.compile(r"\s*(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?")


def inspect_package(
    data: bytes, limits: GateLimits, findings: Findings, *, within: Effort | None = None
) -> str:
    """Judge an Office package and return its kind, ``docx`` or ``xlsx``.  Raises Refused.

    ``within`` is what the package around it has cost, for the workbook behind a chart: it may
    hold no further package.
    """
    archive = Archive(data, limits)
    if "mimetype" in archive.members:
        raise Refused("opendocument")
    package = _Package(archive, limits, findings, within or Effort())
    kind = package.kind()
    package.check_relations(embedded=within is not None)
    package.check_parts(kind)
    return kind


class _Package:
    """One package on its way through the checks."""

    def __init__(
        self, archive: Archive, limits: GateLimits, findings: Findings, effort: Effort
    ) -> None:
        self._archive, self._limits, self._findings = archive, limits, findings
        self._effort = effort
        self._types = ContentTypes(self._part("[Content_Types].xml"), limits)
        self._relations = relations_of(archive, limits)
        self._tails: dict[str, str] = {}
        for relation in self._relations:
            target = relation.target.lower()
            self._tails[target] = f"{self._tails.get(target, '')} {relation.tail}"
        self._workbooks: set[str] = set()
        self._xml_bytes = 0

    def kind(self) -> str:
        """The kind by the content type of the main part."""
        main = [r.target for r in self._relations if not r.source and r.tail == "officedocument"]
        if len(main) != 1 or main[0] not in self._archive.members:
            raise Refused("package-broken")
        stated = self._types.of(main[0])
        for word, code in _REFUSED_MAIN_TYPES:
            if word in stated:
                raise Refused(code)
        for word, kind in _MAIN_TYPES.items():
            if word in stated:
                return kind
        raise Refused("package-broken")

    def check_relations(self, *, embedded: bool) -> None:
        """Judge every relation; note the workbooks that stand behind charts."""
        for relation in self._relations:
            if relation.tail == "package" and not relation.external and not embedded:
                if "chart" not in self._types.of(relation.source):
                    raise Refused("ole")
                self._workbooks.add(relation.target)
                continue
            code = relation.judge(self._types.of(relation.source))
            if code == "links-cut":
                self._findings.remark(code)
            elif code:
                raise Refused(code)
        check_cycles(self._relations)

    def check_parts(self, kind: str) -> None:
        """Read every part once; styles and strings before the sheets that point at them."""
        workbook = Workbook(self._limits)
        members = sorted(self._archive.members.values(), key=lambda m: self._late(m.name))
        for member in members:
            self._check_name(member.name)
            pieces = self._archive.chunks(member)
            if member.name in self._workbooks:
                self._check_workbook(member)
                continue
            head = next(pieces, b"")
            whole = chain((head,), pieces)
            if self._is_markup(member.name, head):
                self._check_xml(member, whole, kind, workbook)
            else:
                self._check_binary(member.name, head, whole)
        workbook.check()

    def _late(self, name: str) -> bool:
        return "worksheet" in self._role(name)

    def _role(self, name: str) -> str:
        """What a part is by its stated type, and by the relations that lead readers to it."""
        return self._types.of(name) + self._tails.get(name.lower(), "")

    def _check_name(self, name: str) -> None:
        stated, folded = self._types.of(name), name.lower()
        for word, code in _REFUSED_PART_TYPES:
            if word in stated:
                raise Refused(code)
        for pattern, code in _REFUSED_NAMES:
            if pattern.search(folded):
                raise Refused(code)

    def _is_markup(self, name: str, head: bytes) -> bool:
        """XML by its name, by its stated type or by its first bytes."""
        stated = self._types.of(name)
        named = name.lower().endswith((".xml", ".rels", ".vml"))
        return named or stated.endswith(("+xml", "/xml")) or looks_like_xml(head)

    def _check_binary(self, name: str, head: bytes, whole: Iterator[bytes]) -> None:
        if name.lower().endswith(PACKED_METAFILES) and head.startswith(GZIP):
            check_packed_metafile(whole, self._limits)
            return
        for magic, code in BINARY_MAGICS:
            if head.startswith(magic):
                raise Refused(code)
        check_picture_size(head, self._limits)
        for _ in whole:
            pass

    def _check_workbook(self, member: Member) -> None:
        """A chart's workbook, one level deep, within narrower limits."""
        limits = self._limits
        self._effort.workbooks += 1
        if self._effort.workbooks > limits.embedded_workbooks:
            raise Refused("zip-members")
        if member.size > limits.embedded_bytes:
            raise Refused("zip-bomb")
        data = self._archive.read(member, limits.embedded_bytes)
        narrow = replace(
            limits,
            expanded_bytes=limits.embedded_expanded_bytes,
            xml_bytes=limits.embedded_expanded_bytes,
        )
        if inspect_package(data, narrow, self._findings, within=self._effort) != "xlsx":
            raise Refused("zip-nested")

    def _check_xml(
        self, member: Member, whole: Iterator[bytes], kind: str, workbook: Workbook
    ) -> None:
        self._xml_bytes += member.size
        if self._xml_bytes > self._limits.xml_bytes:
            raise Refused("xml-too-large")
        if member.name.lower().endswith(".vml") or "vmldrawing" in self._types.of(member.name):
            scan_loose_markup(whole)
            return
        self._scanner(member.name, kind, workbook).run(whole)

    def _scanner(self, name: str, kind: str, workbook: Workbook) -> XmlScan:
        """The pass over a part: all that its type or any relation makes of it, at once."""
        passes = list(self._passes(self._role(name), kind, workbook))
        doctype = property_list if self._types.of(name).endswith(".printersettings") else None
        columns = zip(*passes, strict=True)
        starts, ends, texts = ([each for each in column if each] for column in columns)
        return XmlScan(self._limits, _all(starts), _all(ends), _all(texts), self._effort, doctype)

    def _passes(self, role: str, kind: str, workbook: Workbook) -> Iterator[_Handlers]:
        """Sheet, workbook tables or prose; and styles, connections, properties beside them."""
        if kind != "xlsx":
            fields = FieldScan(_refuse_element)
            yield fields.start, fields.end, fields.text
        elif "worksheet" in role:
            counted = _counting(workbook)
            sheet = SheetScan(workbook, lambda name: counted(name, {}))
            yield sheet.start, sheet.end, sheet.text
        else:
            yield _counting(workbook), None, None
        if kind == "xlsx" and "styles" in role:
            styles = StyleScan(workbook)
            yield styles.start, styles.end, None
        if kind == "xlsx" and "connections" in role:
            yield _refuse_connection, None, None
        if "core-properties" in role:
            dates = _CoreDates()
            yield dates.start, dates.end, dates.text

    def _part(self, name: str) -> bytes:
        if name not in self._archive.members:
            raise Refused("package-broken")
        return self._archive.read(self._archive.members[name], self._limits.xml_token_bytes)


class _CoreDates:
    """The dates of the document properties: a day that does not exist breaks readers."""

    def __init__(self) -> None:
        self._inside, self._text = False, ""

    def start(self, name: str, _attributes: dict[str, str]) -> None:
        self._inside, self._text = name in _CORE_DATES, ""

    def text(self, text: str) -> None:
        if self._inside:
            self._text += text[:40]

    def end(self, _name: str) -> None:
        if self._inside and (found := _DAY.match(self._text)):
            year, month, day, hour, minute = (int(part or 0) for part in found.groups())
            try:
                date(max(year, 1), month, day)
            except ValueError as error:
                raise Refused("package-broken") from error
            if hour > 24 or minute > 59:
                raise Refused("package-broken")
        self._inside = False


def _all(handlers: list[Callable[..., None]]) -> Callable[..., None] | None:
    """One handler for several; the handler itself where there is one, for sheets are large."""
    if len(handlers) < 2:
        return handlers[0] if handlers else None

    def handle(*values: object) -> None:
        for each in handlers:
            each(*values)

    return handle


def _refuse_element(name: str) -> None:
    """Refuse elements that embed or call something, wherever they stand."""
    if code := _REFUSED_ELEMENTS.get(name):
        raise Refused(code)


def _refuse_connection(name: str, _attributes: dict[str, str]) -> None:
    if name == "connection":
        raise Refused("web-query")


def _counting(workbook: Workbook) -> StartHandler:
    """A start handler for parts outside the sheets that counts sheets and shared strings."""

    def start(name: str, _attributes: dict[str, str]) -> None:
        _refuse_element(name)
        if name in {"si", "sheet"}:
            workbook.count(name)

    return start
