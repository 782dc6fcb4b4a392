"""Docx files with one number in one part: a table of fragments, each in its own place."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from PIL import Image, PngImagePlugin

from .hiding_xlsx import workbook_with_cell
from .office_zip import (
    HEAD,
    NAMES,
    WORD_TYPE,
    Part,
    chart,
    core_properties,
    custom_property,
    extended_properties,
    pack,
)

_MAIN = "word/document.xml"
_BODY = (
    "KẾ HOẠCH",
    "Tổ chức hội nghị sơ kết phong trào toàn dân bảo vệ an ninh Tổ quốc quý IV năm 2026",
    "Thời gian: 08 giờ 00 ngày 12/12/2026 tại hội trường tầng 2.",
    "Kinh phí: 12.500.000 đồng, chi từ nguồn thường xuyên.",
)


def _paragraph(inner: str) -> str:
    return f"<w:p>{inner}</w:p>"


def _run(text: str, style: str = "") -> str:
    look = f"<w:rPr>{style}</w:rPr>" if style else ""
    return f"<w:r>{look}<w:t xml:space='preserve'>{text}</w:t></w:r>"


def _docx(
    fragment: str = "", extra: list[Part] | None = None, section: str = "", comment: bytes = b""
) -> bytes:
    """Return a docx of honest text, one body fragment and further parts."""
    body = "".join(_paragraph(_run(line)) for line in _BODY) + fragment
    page = f'<w:sectPr>{section}<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    main = f"{HEAD}<w:document {NAMES}><w:body>{body}{page}</w:body></w:document>"
    parts = [Part(_MAIN, main, WORD_TYPE + "document.main+xml", owner="", rel="officeDocument")]
    return pack([*parts, *(extra or [])], comment)


def _story(kind: str, inner: str, root: str | None = None, rel_id: str = "rStory") -> Part:
    """Return a part of the word folder (header, footnotes, comments …) of the main document."""
    tag = root or kind
    return Part(
        f"word/{kind}1.xml",
        f"{HEAD}<w:{tag} {NAMES}>{inner}</w:{tag}>",
        f"{WORD_TYPE}{kind}+xml",
        owner=_MAIN,
        rel=kind,
        rel_id=rel_id,
    )


def _frame(inner: str, descr: str = "") -> str:
    """Return a drawing frame around ``inner`` graphic data."""
    return _paragraph(
        '<w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/>'
        f'<wp:docPr id="7" name="Hình 7" descr="{descr}"/><a:graphic>{inner}</a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def _picture(rel_id: str) -> str:
    return (
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        '<pic:nvPicPr><pic:cNvPr id="1" name="a.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:embed="{rel_id}"/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData>'
    )


def png_with_text(text: str) -> bytes:
    """Return a small picture whose text chunk holds ``text``."""
    chunk = PngImagePlugin.PngInfo()
    chunk.add_text("Description", text)
    stream = BytesIO()
    Image.new("RGB", (64, 48), (200, 220, 240)).save(stream, "PNG", pnginfo=chunk)
    return stream.getvalue()


def jpeg_with_exif(text: str) -> bytes:
    """Return a small picture whose EXIF description holds ``text``."""
    exif = Image.Exif()
    exif[0x010E] = text
    stream = BytesIO()
    Image.new("RGB", (64, 48), (200, 220, 240)).save(stream, "JPEG", exif=exif)
    return stream.getvalue()


_SDT = (
    "<w:sdt><w:sdtPr>{pr}</w:sdtPr><w:sdtContent><w:p><w:r><w:t>{t}</w:t></w:r></w:p>"
    "</w:sdtContent></w:sdt>"
)
_FIELD = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r><w:r><w:instrText>{code}'
    '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
_SHAPE = (
    "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline><wp:extent "
    "cx='9' cy='9'/><wp:docPr id='3' name='Hộp'/><a:graphic><a:graphicData uri='http://schemas."
    "microsoft.com/office/word/2010/wordprocessingShape'><wps:wsp><wps:txbx><w:txbxContent><w:p>"
    "<w:r><w:t>{v}</w:t></w:r></w:p></w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"
    "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice></mc:AlternateContent>"
    "</w:r></w:p>"
)

# Fragments of the body; {v} is the number, {label} a word before it.
FRAGMENTS: dict[str, str] = {
    "body": "<w:p><w:r><w:t>Liên hệ hộ dân, {label} {v}.</w:t></w:r></w:p>",
    "table-cell": "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Ghi chú</w:t></w:r></w:p></w:tc><w:tc><w:p>"
    "<w:r><w:t>{label} {v}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
    "nested-table": "<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc><w:p><w:r><w:t>{label} {v}</w:t></w:r>"
    "</w:p></w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>",
    "hidden-run": "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{label} {v}</w:t></w:r></w:p>",
    "white-tiny-run": "<w:p><w:r><w:rPr><w:color w:val='FFFFFF'/><w:sz w:val='2'/></w:rPr><w:t>"
    "{label} {v}</w:t></w:r></w:p>",
    "deleted": "<w:p><w:del w:id='1' w:author='a' w:date='2026-01-01T00:00:00Z'><w:r><w:delText>"
    "{label} {v}</w:delText></w:r></w:del></w:p>",
    "inserted": "<w:p><w:ins w:id='1' w:author='a' w:date='2026-01-01T00:00:00Z'><w:r><w:t>"
    "{label} {v}</w:t></w:r></w:ins></w:p>",
    "moved-from": "<w:p><w:moveFrom w:id='1' w:author='a' w:date='2026-01-01T00:00:00Z'><w:r>"
    "<w:t>{label} {v}</w:t></w:r></w:moveFrom></w:p>",
    "text-box": _SHAPE,
    "text-box-vml": "<w:p><w:r><w:pict><v:shape id='s1'><v:textbox><w:txbxContent><w:p><w:r><w:t>"
    "{label} {v}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>",
    "watermark": "<w:p><w:r><w:pict><v:shape id='s2'><v:textpath string='{label} {v}'/></v:shape>"
    "</w:pict></w:r></w:p>",
    "shape-alt-vml": "<w:p><w:r><w:pict><v:shape id='s3' alt='{label} {v}'/></w:pict></w:r></w:p>",
    "field-code": _FIELD.replace("{data}", "").replace("{code}", ' QUOTE "{v}" '),
    "field-simple": "<w:p><w:fldSimple w:instr=' QUOTE \"{v}\" '><w:r><w:t>x</w:t></w:r>"
    "</w:fldSimple></w:p>",
    "form-default": _FIELD.replace("{code}", " FORMTEXT ").replace(
        "{data}",
        "<w:ffData><w:name w:val='o1'/><w:textInput><w:default w:val='{v}'/></w:textInput>"
        "</w:ffData>",
    ),
    "form-help": _FIELD.replace("{code}", " FORMTEXT ").replace(
        "{data}",
        "<w:ffData><w:name w:val='o1'/><w:helpText w:type='text' w:val='{v}'/></w:ffData>",
    ),
    "link-tooltip": "<w:p><w:hyperlink w:anchor='muc1' w:tooltip='{label} {v}'><w:r><w:t>mục"
    "</w:t></w:r></w:hyperlink></w:p>",
    "bookmark-name": "<w:p><w:bookmarkStart w:id='4' w:name='cccd_{v}'/><w:bookmarkEnd w:id='4'/>"
    "</w:p>",
    "control-text": _SDT.replace("{pr}", "").replace("{t}", "{label} {v}"),
    "control-tag": _SDT.replace("{pr}", "<w:tag w:val='{v}'/>").replace("{t}", "x"),
    "control-alias": _SDT.replace("{pr}", "<w:alias w:val='{label} {v}'/>").replace("{t}", "x"),
    "control-choice": _SDT.replace(
        "{pr}",
        "<w:dropDownList><w:listItem w:displayText='{v}' w:value='1'/></w:dropDownList>",
    ).replace("{t}", "x"),
    "formula": "<w:p><m:oMath><m:r><m:t>{v}</m:t></m:r></m:oMath></w:p>",
    "ruby": "<w:p><w:r><w:ruby><w:rt><w:r><w:t>{v}</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>x</w:t>"
    "</w:r></w:rubyBase></w:ruby></w:r></w:p>",
    "custom-xml-attribute": "<w:customXml w:element='o'><w:customXmlPr><w:attr w:name='so' w:val="
    "'{v}'/></w:customXmlPr><w:p/></w:customXml>",
    "xml-comment": "<!-- {label} {v} --><w:p/>",
}


def _fragment(form: str) -> Callable[[str, str], bytes]:
    return lambda label, v: _docx(form.replace("{label}", label).replace("{v}", v))


def _split_runs(label: str, v: str) -> bytes:
    runs = "".join(_run(letter, "<w:b/>" if at % 2 else "") for at, letter in enumerate(v))
    return _docx(_paragraph(_run(label + " ") + runs))


def _split_by_marks(_label: str, v: str) -> bytes:
    mark = "<w:proofErr w:type='spellStart'/><w:bookmarkStart w:id='9' w:name='a'/>"
    return _docx(_paragraph(_run(v[:5]) + mark + _run(v[5:])))


def _edge(kind: str, where: str) -> Callable[[str, str], bytes]:
    def build(label: str, v: str) -> bytes:
        root = "hdr" if kind == "header" else "ftr"
        section = f'<w:{kind}Reference w:type="{where}" r:id="rStory"/>'
        return _docx(
            "", [_story(kind, _paragraph(_run(f"{label} {v}")), root)], section + "<w:titlePg/>"
        )

    return build


def _note(kind: str) -> Callable[[str, str], bytes]:
    def build(label: str, v: str) -> bytes:
        note = f"<w:{kind} w:id='2'>{_paragraph(_run(f'{label} {v}'))}</w:{kind}>"
        mark = _paragraph(f"<w:r><w:{kind}Reference w:id='2'/></w:r>")
        return _docx(mark, [_story(f"{kind}s", note)])

    return build


def _comment(author: str, text: str) -> bytes:
    inner = f"<w:comment w:id='0' w:author='{author}'>{_paragraph(_run(text))}</w:comment>"
    mark = _paragraph("<w:commentRangeStart w:id='0'/><w:commentRangeEnd w:id='0'/>")
    return _docx(mark, [_story("comments", inner)])


def _custom_xml(_label: str, v: str) -> bytes:
    part = Part("customXml/item1.xml", f"{HEAD}<f><so>{v}</so></f>", "", _MAIN, "customXml")
    return _docx("", [part])


def _numbering(label: str, v: str) -> bytes:
    level = f"<w:lvl w:ilvl='0'><w:lvlText w:val='{label} {v} %1.'/></w:lvl>"
    inner = f"<w:abstractNum w:abstractNumId='0'>{level}</w:abstractNum>"
    return _docx("", [_story("numbering", inner)])


def _styles(_label: str, v: str) -> bytes:
    inner = f"<w:style w:type='paragraph' w:styleId='S9'><w:name w:val='CCCD {v}'/></w:style>"
    return _docx("", [_story("styles", inner)])


def _settings(_label: str, v: str) -> bytes:
    return _docx(
        "", [_story("settings", f"<w:docVars><w:docVar w:name='so' w:val='{v}'/></w:docVars>")]
    )


def _glossary(label: str, v: str) -> bytes:
    body = f"<w:docPartBody>{_paragraph(_run(f'{label} {v}'))}</w:docPartBody>"
    inner = f"<w:glossaryDocument {NAMES}><w:docParts><w:docPart>{body}</w:docPart></w:docParts>"
    part = Part(
        "word/glossary/document.xml",
        f"{HEAD}{inner}</w:glossaryDocument>",
        WORD_TYPE + "document.glossary+xml",
        _MAIN,
        "glossaryDocument",
    )
    return _docx("", [part])


def _diagram(label: str, v: str) -> bytes:
    text = f"<dgm:t><a:bodyPr/><a:p><a:r><a:t>{label} {v}</a:t></a:r></a:p></dgm:t>"
    inner = f"<dgm:ptLst><dgm:pt modelId='1'>{text}</dgm:pt></dgm:ptLst>"
    part = Part(
        "word/diagrams/data1.xml",
        f"{HEAD}<dgm:dataModel {NAMES}>{inner}</dgm:dataModel>",
        "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml",
        _MAIN,
        "diagramData",
    )
    return _docx("", [part])


def _chart(title: str, category: str, book: bytes | None = None) -> bytes:
    name = "word/charts/chart1.xml"
    kind = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
    xml = chart(title, category, workbook=book is not None)
    parts = [Part(name, xml, kind, _MAIN, "chart", "rChart")]
    if book:
        parts.append(Part("word/embeddings/bang1.xlsx", book, "", name, "package", "rBook"))
    frame = (
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        '<c:chart r:id="rChart"/></a:graphicData>'
    )
    return _docx(_frame(frame), parts)


def _image(name: str, content: bytes, descr: str = "") -> bytes:
    part = Part(f"word/media/{name}", content, "", _MAIN, "image", "rPic")
    return _docx(_frame(_picture("rPic"), descr), [part])


def _embedded(label: str, v: str) -> bytes:
    inner = _docx(_paragraph(_run(f"{label} {v}")))
    return _docx("", [Part("word/embeddings/kem1.docx", inner, "", _MAIN, "package")])


PLACES: dict[str, Callable[[str, str], bytes]] = {
    **{place: _fragment(form) for place, form in FRAGMENTS.items()},
    "split-runs": _split_runs,
    "split-by-marks": _split_by_marks,
    "header": _edge("header", "default"),
    "first-header": _edge("header", "first"),
    "even-header": _edge("header", "even"),
    "footer": _edge("footer", "default"),
    "first-footer": _edge("footer", "first"),
    "footnote": _note("footnote"),
    "endnote": _note("endnote"),
    "comment": lambda label, v: _comment("An", f"{label} {v}"),
    "comment-author": lambda label, v: _comment(f"{label} {v}", "xem lại"),
    "core-title": lambda label, v: _docx("", [core_properties(dc_title=f"{label} {v}")]),
    "core-keywords": lambda _label, v: _docx("", [core_properties(cp_keywords=f"kh; {v}")]),
    "core-description": lambda label, v: _docx("", [core_properties(dc_description=label + v)]),
    "core-author": lambda _label, v: _docx("", [core_properties(dc_creator=v)]),
    "app-company": lambda _l, v: _docx("", [extended_properties(f"<Company>{v}</Company>")]),
    "app-manager": lambda _l, v: _docx("", [extended_properties(f"<Manager>{v}</Manager>")]),
    "custom-property": lambda label, v: _docx("", [custom_property(label, v)]),
    "custom-property-name": lambda _label, v: _docx("", [custom_property(f"so {v}", "x")]),
    "custom-xml": _custom_xml,
    "numbering-text": _numbering,
    "style-name": _styles,
    "document-variable": _settings,
    "glossary": _glossary,
    "diagram": _diagram,
    "chart-title": lambda label, v: _chart(f"{label} {v}", "Quý IV"),
    "chart-category": lambda label, v: _chart("Kết quả", f"{label} {v}"),
    "chart-workbook": lambda label, v: _chart("a", "b", workbook_with_cell(f"{label} {v}")),
    "picture-alt": lambda label, v: _image("anh1.png", png_with_text("x"), f"{label} {v}"),
    "picture-png-text": lambda label, v: _image("anh1.png", png_with_text(f"{label} {v}")),
    "picture-exif": lambda _label, v: _image("anh1.jpeg", jpeg_with_exif(f"CCCD {v}")),
    "picture-part-name": lambda _label, v: _image(f"{v}.png", png_with_text("x")),
    "orphan-part": lambda label, v: _docx("", [Part("word/luu.xml", f"<a>{label} {v}</a>")]),
    "zip-comment": lambda _label, v: _docx(comment=v.encode()),
    "embedded-docx": _embedded,
    "link-target": lambda _label, v: _docx(
        _paragraph("<w:hyperlink r:id='rGo'><w:r><w:t>gọi</w:t></w:r></w:hyperlink>"),
        [Part("", "", "", _MAIN, "hyperlink", "rGo", external=f"tel:{v}")],
    ),
}
