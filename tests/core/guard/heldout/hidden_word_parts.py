"""Hiding places in the raw parts of a Word file: notes, revisions, boxes, properties."""

from collections.abc import Callable

from .hidden_parts import (
    REL,
    WML,
    XML,
    Parts,
    W,
    added,
    closed,
    escaped,
    into_body,
    opened,
    related,
    replaced,
)
from .hidden_payload import Payload
from .hidden_picture import png_text
from .hidden_word import fresh, saved

Build = Callable[[Payload], bytes]
VT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


def _parts() -> Parts:
    return opened(saved(fresh()))


def _paragraph(inner: str) -> str:
    return f"<w:p>{inner}</w:p>"


def _run(text: str, tag: str = "t") -> str:
    return f'<w:r><w:{tag} xml:space="preserve">{escaped(text)}</w:{tag}></w:r>'


def _note(load: Payload, sort: str) -> bytes:
    parts = _parts()
    body = "".join(
        f'<w:{sort} w:id="{n}" w:type="{t}"><w:p/></w:{sort}>'
        for n, t in ((-1, "separator"), (0, "continuationSeparator"))
    )
    body += f'<w:{sort} w:id="2">{_paragraph(_run(load.text))}</w:{sort}>'
    xml = f"<w:{sort}s {W}>{body}</w:{sort}s>"
    added(parts, f"word/{sort}s.xml", xml, f"{WML}.{sort}s+xml", f"{sort}s")
    into_body(
        parts, _paragraph(_run("Xem chú thích") + f'<w:r><w:{sort}Reference w:id="2"/></w:r>')
    )
    return closed(parts)


def footnote(load: Payload) -> bytes:
    """Put the sentence into a footnote."""
    return _note(load, "footnote")


def endnote(load: Payload) -> bytes:
    """Put the sentence into an endnote."""
    return _note(load, "endnote")


def _comment(author: str, text: str) -> bytes:
    parts = _parts()
    inside = _paragraph(_run(text))
    who = f'w:author="{escaped(author)}" w:initials="VP"'
    xml = f'<w:comments {W}><w:comment w:id="1" {who}>{inside}</w:comment></w:comments>'
    added(parts, "word/comments.xml", xml, f"{WML}.comments+xml", "comments")
    into_body(
        parts, _paragraph(_run("Đoạn có góp ý") + '<w:r><w:commentReference w:id="1"/></w:r>')
    )
    return closed(parts)


def comment(load: Payload) -> bytes:
    """Put the sentence into a reviewer's comment."""
    return _comment("Văn phòng", load.text)


def comment_author(load: Payload) -> bytes:
    """Use the value as the name of a comment's author."""
    return _comment(load.short, "Đề nghị xem lại câu chữ")


def _in_body(xml: str) -> bytes:
    parts = _parts()
    into_body(parts, xml)
    return closed(parts)


def tracked_deletion(load: Payload) -> bytes:
    """Leave the sentence as a tracked deletion."""
    mark = '<w:del w:id="9" w:author="VP" w:date="2026-09-01T08:00:00Z">'
    return _in_body(
        _paragraph(_run("Câu còn lại.") + mark + _run(load.text, "delText") + "</w:del>")
    )


def tracked_insertion(load: Payload) -> bytes:
    """Put the sentence in as a tracked insertion."""
    mark = '<w:ins w:id="9" w:author="VP" w:date="2026-09-01T08:00:00Z">'
    return _in_body(_paragraph(mark + _run(load.text) + "</w:ins>"))


def field_code(load: Payload) -> bytes:
    """Put the value into the instruction of a field with an empty result."""
    code = _run(f' QUOTE "{load.short}" ', "instrText")
    ends = [
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    ]
    return _in_body(_paragraph(ends[0] + code + ends[1] + ends[2]))


def simple_field(load: Payload) -> bytes:
    """Put the value into the attribute of a simple field."""
    code = escaped(f' COMMENTS "{load.short}" ')
    return _in_body(_paragraph(f'<w:fldSimple w:instr="{code}">{_run("…")}</w:fldSimple>'))


def text_box(load: Payload) -> bytes:
    """Put the sentence into a text box."""
    inside = f"<w:txbxContent>{_paragraph(_run(load.text))}</w:txbxContent>"
    box = 'xmlns:v="urn:schemas-microsoft-com:vml" style="width:200pt;height:40pt"'
    shape = f"<v:shape {box}><v:textbox>{inside}</v:textbox></v:shape>"
    return _in_body(_paragraph(f"<w:r><w:pict>{shape}</w:pict></w:r>"))


def content_control(load: Payload) -> bytes:
    """Put the value into the alias of a content control."""
    head = f'<w:sdtPr><w:alias w:val="{escaped(load.short)}"/><w:tag w:val="o-nhap"/></w:sdtPr>'
    return _in_body(
        f"<w:sdt>{head}<w:sdtContent>{_paragraph(_run('điền sau'))}</w:sdtContent></w:sdt>"
    )


def ruby_guide(load: Payload) -> bytes:
    """Put the value into the small phonetic guide above a word."""
    base = f"<w:rubyBase>{_run('ghi chú')}</w:rubyBase>"
    ruby = f"<w:ruby><w:rt>{_run(load.short)}</w:rt>{base}</w:ruby>"
    return _in_body(_paragraph(f"<w:r>{ruby}</w:r>"))


def hyperlink(load: Payload) -> bytes:
    """Put the value into the target of a link (tel:, mailto:, web)."""
    parts = _parts()
    plain = load.value.replace(" ", "")
    target = (
        f"tel:{plain}"
        if load.kind == "mobile"
        else f"mailto:vp@quangngai.gov.vn?subject={load.short.replace(' ', '%20')}"
    )
    key = related(parts, "word/_rels/document.xml.rels", "hyperlink", target, "External")
    link = f'<w:hyperlink r:id="{key}" xmlns:r="{REL}">{_run("bấm vào đây")}</w:hyperlink>'
    into_body(parts, _paragraph(link))
    return closed(parts)


def custom_property(load: Payload) -> bytes:
    """Put the value into a custom property."""
    parts = _parts()
    key = 'fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Ghi chú"'
    item = f"<property {key}><vt:lpwstr>{escaped(load.short)}</vt:lpwstr></property>"
    xml = f'<Properties xmlns="{CUSTOM}" xmlns:vt="{VT}">{item}</Properties>'
    kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    added(parts, "docProps/custom.xml", xml, kind, "custom-properties")
    return closed(parts)


def custom_xml(load: Payload) -> bytes:
    """Put the sentence into a custom XML part."""
    parts = _parts()
    xml = f'<hoso xmlns="urn:vanphong:hoso"><nguoinhan>{escaped(load.text)}</nguoinhan></hoso>'
    parts["customXml/item1.xml"] = (XML + xml).encode()
    related(parts, "word/_rels/document.xml.rels", "customXml", "../customXml/item1.xml")
    return closed(parts)


def document_variable(load: Payload) -> bytes:
    """Put the value into a document variable of the settings."""
    parts = _parts()
    xml = f'<w:docVars><w:docVar w:name="nguoinhan" w:val="{escaped(load.short)}"/></w:docVars>'
    replaced(parts, "word/settings.xml", "</w:settings>", f"{xml}</w:settings>")
    return closed(parts)


def _picture(descr: str, data: bytes) -> bytes:
    parts = _parts()
    parts["word/media/image1.png"] = data
    if b'Extension="png"' not in parts["[Content_Types].xml"]:
        default = '<Default Extension="png" ContentType="image/png"/></Types>'
        replaced(parts, "[Content_Types].xml", "</Types>", default)
    key = related(parts, "word/_rels/document.xml.rels", "image", "media/image1.png")
    into_body(parts, _paragraph(f"<w:r><w:drawing>{_inline(key, descr)}</w:drawing></w:r>"))
    return closed(parts)


def _inline(key: str, descr: str) -> str:
    fill = f'<pic:blipFill><a:blip r:embed="{key}"/><a:stretch><a:fillRect/></a:stretch>'
    name = '<pic:nvPicPr><pic:cNvPr id="1" name="a"/><pic:cNvPicPr/></pic:nvPicPr>'
    frame = '<a:xfrm><a:off x="0" y="0"/><a:ext cx="90000" cy="90000"/></a:xfrm>'
    shape = f'<pic:spPr>{frame}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
    picture = f'<pic:pic xmlns:pic="{DRAWING}/picture">{name}{fill}</pic:blipFill>{shape}</pic:pic>'
    data = f'<a:graphicData uri="{DRAWING}/picture">{picture}</a:graphicData>'
    spaces = f'xmlns:wp="{DRAWING}/wordprocessingDrawing" xmlns:r="{REL}"'
    about = f'<wp:docPr id="7" name="Hình" descr="{escaped(descr)}"/>'
    graphic = f'<a:graphic xmlns:a="{DRAWING}/main">{data}</a:graphic>'
    size = '<wp:extent cx="90000" cy="90000"/>'
    return f"<wp:inline {spaces}>{size}{about}{graphic}</wp:inline>"


def alt_text(load: Payload) -> bytes:
    """Put the sentence into the alternative text of a picture."""
    return _picture(load.text, png_text(None))


def embedded_picture(load: Payload) -> bytes:
    """Put the value into the text chunk of a picture inside the document."""
    return _picture("Ảnh Ngày hội", png_text(load))


def company(load: Payload) -> bytes:
    """Put the value into the company name of the extended properties."""
    parts = _parts()
    text = parts["docProps/app.xml"].decode()
    cut = text.index("</Properties>")
    extra = f"<Manager>{escaped(load.short)}</Manager>"
    parts["docProps/app.xml"] = (text[:cut] + extra + text[cut:]).encode()
    return closed(parts)


PLACES: dict[str, Build] = {
    "docx-footnote": footnote, "docx-endnote": endnote, "docx-comment": comment,
    "docx-comment-author": comment_author, "docx-tracked-deletion": tracked_deletion,
    "docx-tracked-insertion": tracked_insertion, "docx-field-code": field_code,
    "docx-simple-field": simple_field, "docx-text-box": text_box,
    "docx-content-control": content_control, "docx-ruby": ruby_guide,
    "docx-hyperlink": hyperlink, "docx-custom-property": custom_property,
    "docx-custom-xml": custom_xml, "docx-document-variable": document_variable,
    "docx-alt-text": alt_text, "docx-embedded-picture": embedded_picture, "docx-manager": company,
}  # fmt: skip
