"""The places of a Word file by name."""

from collections.abc import Callable

from . import word
from .word import in_body, para, run

T = "{}"
_BOX = (
    '<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape style="width:90pt;height:30pt">'
    f"<v:textbox><w:txbxContent>{para(run(T))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)
_WATERMARK = (
    '<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape style="width:90pt;height:30pt">'
    f'<v:textpath string="{T}"/></v:shape></w:pict></w:r>'
)
_CELL = f"<w:tc><w:tcPr/>{para(run(T))}</w:tc>"
_TABLE = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>{_CELL}</w:tr></w:tbl>"
_NESTED = _TABLE.replace(para(run(T)), _TABLE + para(""))
_CAPTION = _TABLE.replace(
    "<w:tblPr/>", f'<w:tblPr><w:tblDescription w:val="{T}"/></w:tblPr>'
).replace(para(run(T)), para(run("Số liệu")))
_CONTROL = (
    f'<w:sdt><w:sdtPr><w:alias w:val="{T}"/></w:sdtPr>'
    f"<w:sdtContent>{para(run('Chọn'))}</w:sdtContent></w:sdt>"
)
_CHOICE = (
    f'<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText="{T}" w:value="1"/>'
    "</w:dropDownList></w:sdtPr>"
    f"<w:sdtContent>{para(run('Chọn một mục'))}</w:sdtContent></w:sdt>"
)
_RULED = '<w:{0} w:id="7" w:author="Văn thư">{1}</w:{0}>'
_DELETED = run(T).replace("w:t ", "w:delText ").replace("/w:t>", "/w:delText>")
_FIELD = f'<w:fldSimple w:instr=" DOCPROPERTY &quot;{T}&quot; ">{run("xem")}</w:fldSimple>'
_MATH = (
    '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">'
    f"<m:r><m:t>{T}</m:t></m:r></m:oMath>"
)

WORD_PLACES: dict[str, Callable[[str], bytes]] = {
    "docx-body": in_body(para(run(T))),
    "docx-split-runs": word.split_runs,
    "docx-table-cell": in_body(_TABLE),
    "docx-nested-table": in_body(_NESTED),
    "docx-table-description": in_body(_CAPTION),
    "docx-text-box": in_body(para(_BOX)),
    "docx-watermark": in_body(para(_WATERMARK)),
    "docx-hidden-text": in_body(para(run(T, "<w:vanish/>"))),
    "docx-white-text": in_body(para(run(T, '<w:color w:val="FFFFFF"/>'))),
    "docx-tiny-text": in_body(para(run(T, '<w:sz w:val="2"/>'))),
    "docx-struck-text": in_body(para(run(T, "<w:strike/>"))),
    "docx-deleted": in_body(para(_RULED.format("del", _DELETED))),
    "docx-inserted": in_body(para(_RULED.format("ins", run(T)))),
    "docx-moved-away": in_body(para(_RULED.format("moveFrom", run(T)))),
    "docx-field-code": in_body(para(_FIELD)),
    "docx-control-title": in_body(_CONTROL),
    "docx-choice-item": in_body(_CHOICE),
    "docx-formula": in_body(para(_MATH)),
    "docx-link-target": word.link_target,
    "docx-header": word.header_like("header", "default"),
    "docx-first-header": word.header_like("header", "first"),
    "docx-even-header": word.header_like("header", "even"),
    "docx-footer": word.header_like("footer", "default"),
    "docx-even-footer": word.header_like("footer", "even"),
    "docx-footnote": word.note("footnote"),
    "docx-endnote": word.note("endnote"),
    "docx-comment": word.comment(as_author=False),
    "docx-comment-author": word.comment(as_author=True),
    "docx-title": word.core_property("dc:title"),
    "docx-subject": word.core_property("dc:subject"),
    "docx-keywords": word.core_property("cp:keywords"),
    "docx-description": word.core_property("dc:description"),
    "docx-category": word.core_property("cp:category"),
    "docx-manager": word.app_property("Manager"),
    "docx-company": word.app_property("Company"),
    "docx-custom-property": word.custom_property,
    "docx-custom-xml": word.custom_xml(as_attribute=False),
    "docx-custom-xml-attribute": word.custom_xml(as_attribute=True),
    "docx-document-variable": word.document_variable,
    "docx-building-block": word.glossary,
    "docx-picture-chunk": word.picture(as_words=False),
    "docx-picture-description": word.picture(as_words=True),
}
