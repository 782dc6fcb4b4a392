"""A Word file around a body: styles, settings, headers, and bytes that depend on the content only.

python-docx supplies the package; everything its template brings along (theme, thumbnail, author,
dates, foreign styles) is taken out, and the archive is written again with one fixed time.
"""

import io
import zipfile
from collections.abc import Callable

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.oxml.parser import parse_xml

from phongtrao.publishing.word.layout_profile import LayoutProfile, Part
from phongtrao.publishing.word.markup import NAMESPACES, line, paragraph
from phongtrao.publishing.word.styles import styles_xml
from phongtrao.publishing.word.wording import clean, page_mark

FIXED_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip archive can state

HeaderIds = tuple[str, str]

_KEPT_PACKAGE_RELATIONS = {RELATION.OFFICE_DOCUMENT, RELATION.CORE_PROPERTIES}
_KEPT_DOCUMENT_RELATIONS = {RELATION.STYLES, RELATION.SETTINGS}
_PAGE_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)

# A frame at the right margin: the mark is on every page and the page number keeps its place.
_STAMP = (
    '<w:framePr w:hSpace="57" w:wrap="around" w:vAnchor="page" w:hAnchor="margin"'
    ' w:xAlign="right" w:y="454"/><w:pBdr>'
    + "".join(
        f'<w:{edge} w:val="single" w:sz="8" w:space="2" w:color="C00000"/>'
        for edge in ("top", "left", "bottom", "right")
    )
    + "</w:pBdr>"
)


def word_file(
    body: Callable[[HeaderIds], str],
    *,
    title: str,
    profile: LayoutProfile,
    demo_mark: bool,
    training_mark: bool = False,
) -> bytes:
    """A .docx whose body is `body(ids of the first-page and later header)`, as XML.

    The marks stand in the header of every page.
    """
    document = Document()
    _strip_template(document)
    _replace(document.styles.element, styles_xml(profile))
    _replace(document.settings.element, _settings(profile))
    headers = _add_headers(document, profile, page_mark(demo=demo_mark, training=training_mark))
    document.core_properties.title = clean(title)[:255]
    document.core_properties.language = profile.language
    written = io.BytesIO()
    document.save(written)
    return _timeless(written.getvalue(), _document_xml(body(headers)))


def _document_xml(body: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
    )


def _strip_template(document: WordDocument) -> None:
    package = document.part.package
    core = package.part_related_by(RELATION.CORE_PROPERTIES)
    for child in list(core.element):
        core.element.remove(child)
    for relations, kept in (
        (package.rels, _KEPT_PACKAGE_RELATIONS),
        (document.part.rels, _KEPT_DOCUMENT_RELATIONS),
    ):
        for key in [key for key, relation in relations.items() if relation.reltype not in kept]:
            del relations[key]


def _replace(element, children_xml: str) -> None:  # type: ignore[no-untyped-def]  # lxml is untyped
    for child in list(element):
        element.remove(child)
    for child in list(parse_xml(f"<w:root {NAMESPACES}>{children_xml}</w:root>")):
        element.append(child)


def _settings(profile: LayoutProfile) -> str:
    return (
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{profile.language}"/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
    )


def _add_headers(document: WordDocument, profile: LayoutProfile, told: str) -> HeaderIds:
    mark = line(profile.style(Part.DEMO_MARK), told, _STAMP) if told else ""
    first, first_id = document.part.add_header_part()
    later, later_id = document.part.add_header_part()
    _replace(first.element, mark + paragraph(Part.PAGE_NUMBER, ""))
    _replace(later.element, mark + paragraph(Part.PAGE_NUMBER, _PAGE_FIELD))
    return first_id, later_id


def _timeless(archive: bytes, document_xml: str) -> bytes:
    """The archive with one fixed time and our body, which python-docx never needs to parse."""
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as source,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, FIXED_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the same on every operating system
            own = name == "word/document.xml"
            target.writestr(entry, document_xml.encode() if own else source.read(name))
    return written.getvalue()
