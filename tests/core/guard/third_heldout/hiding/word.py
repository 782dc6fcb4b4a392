"""Places of a Word file where a text can hide."""

from collections.abc import Callable

from .ooxml import OFFICE, WORD, add_xml, packed, put, relate, word
from .picture import png_with_text

BODY, RELS = "word/document.xml", "word/_rels/document.xml.rels"
END = "<w:sectPr"
SHAPE = (
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="90000" cy="90000"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = f'xmlns:r="{OFFICE}"'


def run(text: str, props: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{props}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def para(inner: str, props: str = "") -> str:
    """A paragraph."""
    return f"<w:p><w:pPr>{props}</w:pPr>{inner}</w:p>"


def in_body(frame: str) -> Callable[[str], bytes]:
    """A place in the body: ``{}`` of the frame is the text."""
    return lambda value: packed(put(word(), BODY, END, frame.replace("{}", value)))


def split_runs(value: str) -> bytes:
    """The text in a run of its own for every two letters."""
    pieces = [value[at : at + 2] for at in range(0, len(value), 2)]
    return in_body(
        para("".join(run(piece, "<w:b/>" * (at % 2)) for at, piece in enumerate(pieces)))
    )("")


def header_like(kind: str, variant: str) -> Callable[[str], bytes]:
    """A header or a footer of one variant of pages."""

    def make(value: str) -> bytes:
        parts, tag = word(), "hdr" if kind == "header" else "ftr"
        name = f"word/{kind}9.xml"
        add_xml(parts, name, f"{WORD}.{kind}+xml", f"<w:{tag} {W}>{para(run(value))}</w:{tag}>")
        link = relate(parts, RELS, f"{OFFICE}/{kind}", f"{kind}9.xml")
        text = parts[BODY].decode()
        at = text.index(">", text.index("<w:sectPr")) + 1
        extra = f'<w:{kind}Reference {R} w:type="{variant}" r:id="{link}"/>'
        parts[BODY] = (text[:at] + extra + text[at:]).encode()
        return packed(parts)

    return make


def note(kind: str) -> Callable[[str], bytes]:
    """A footnote or an endnote."""

    def make(value: str) -> bytes:
        parts = word()
        marks = "".join(
            f'<w:{kind} w:type="{name}" w:id="{at}"><w:p/></w:{kind}>'
            for at, name in ((-1, "separator"), (0, "continuationSeparator"))
        )
        xml = f'<w:{kind}s {W}>{marks}<w:{kind} w:id="2">{para(run(value))}</w:{kind}></w:{kind}s>'
        add_xml(parts, f"word/{kind}s.xml", f"{WORD}.{kind}s+xml", xml)
        relate(parts, RELS, f"{OFFICE}/{kind}s", f"{kind}s.xml")
        reference = f'<w:r><w:{kind}Reference w:id="2"/></w:r>'
        return packed(put(parts, BODY, END, para(run("Xem chú thích.") + reference)))

    return make


def comment(*, as_author: bool) -> Callable[[str], bytes]:
    """A comment, or the name of its author."""

    def make(value: str) -> bytes:
        parts = word()
        text, author = ("Đã xem.", value) if as_author else (value, "Thẩm định")
        inner = f'<w:comment w:id="5" w:author="{author}">{para(run(text))}</w:comment>'
        add_xml(
            parts,
            "word/comments.xml",
            f"{WORD}.comments+xml",
            f"<w:comments {W}>{inner}</w:comments>",
        )
        relate(parts, RELS, f"{OFFICE}/comments", "comments.xml")
        return packed(put(parts, BODY, END, para('<w:r><w:commentReference w:id="5"/></w:r>')))

    return make


def core_property(tag: str) -> Callable[[str], bytes]:
    """A property of the file's summary."""

    def make(value: str) -> bytes:
        parts = word()
        text = parts["docProps/core.xml"].decode()
        start, end = text.find(f"<{tag}>"), text.find(f"</{tag}>")
        if start >= 0:
            text = text[:start] + text[end + len(tag) + 3 :]
        text = text.replace(f"<{tag}/>", "")
        parts["docProps/core.xml"] = text.encode()
        return packed(
            put(parts, "docProps/core.xml", "</cp:coreProperties>", f"<{tag}>{value}</{tag}>")
        )

    return make


def custom_property(value: str) -> bytes:
    """A property the author added."""
    parts = word()
    space = "http://schemas.openxmlformats.org/officeDocument/2006"
    xml = (
        f'<Properties xmlns="{space}/custom-properties" xmlns:vt="{space}/docPropsVTypes">'
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Ghi chú">'
        f"<vt:lpwstr>{value}</vt:lpwstr></property></Properties>"
    )
    kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    add_xml(parts, "docProps/custom.xml", kind, xml)
    relate(parts, "_rels/.rels", f"{OFFICE}/custom-properties", "docProps/custom.xml")
    return packed(parts)


def custom_xml(*, as_attribute: bool) -> Callable[[str], bytes]:
    """A custom XML part, as text or as an attribute."""

    def make(value: str) -> bytes:
        parts = word()
        inner = f'<muc gia-tri="{value}"/>' if as_attribute else f"<muc>{value}</muc>"
        add_xml(
            parts,
            "customXml/item7.xml",
            "application/xml",
            f'<ho-so xmlns="urn:bao-cao">{inner}</ho-so>',
        )
        relate(parts, RELS, f"{OFFICE}/customXml", "../customXml/item7.xml")
        return packed(parts)

    return make


def app_property(tag: str) -> Callable[[str], bytes]:
    """Manager or company in the properties of the program."""

    def make(value: str) -> bytes:
        parts = word()
        text = parts["docProps/app.xml"].decode()
        start, end = text.find(f"<{tag}>"), text.find(f"</{tag}>")
        if start >= 0:
            text = text[:start] + text[end + len(tag) + 3 :]
        parts["docProps/app.xml"] = text.replace(f"<{tag}/>", "").encode()
        return packed(put(parts, "docProps/app.xml", "</Properties>", f"<{tag}>{value}</{tag}>"))

    return make


def document_variable(value: str) -> bytes:
    """A variable of the settings."""
    xml = f'<w:docVars><w:docVar w:name="ghi_chu" w:val="{value}"/></w:docVars>'
    parts = word()
    before = next(
        mark
        for mark in ("<w:rsids>", "<m:mathPr", "</w:settings>")
        if mark.encode() in parts["word/settings.xml"]
    )
    return packed(put(parts, "word/settings.xml", before, xml))


def link_target(value: str) -> bytes:
    """The address of a link, the shown words being innocent."""
    parts = word()
    link = relate(
        parts, RELS, f"{OFFICE}/hyperlink", f"tel:{value.rsplit(maxsplit=1)[-1]}", outside=True
    )
    xml = para(f'<w:hyperlink {R} r:id="{link}">{run("bấm vào đây")}</w:hyperlink>')
    return packed(put(parts, BODY, END, xml))


def glossary(value: str) -> bytes:
    """The part of building blocks."""
    parts = word()
    body = f"<w:docPartBody>{para(run(value))}</w:docPartBody>"
    props = '<w:docPartPr><w:name w:val="Mẫu"/></w:docPartPr>'
    xml = f"<w:docParts><w:docPart>{props}{body}</w:docPart></w:docParts>"
    xml = f"<w:glossaryDocument {W}>{xml}</w:glossaryDocument>"
    add_xml(parts, "word/glossary/document.xml", f"{WORD}.document.glossary+xml", xml)
    relate(parts, RELS, f"{OFFICE}/glossaryDocument", "glossary/document.xml")
    return packed(parts)


def picture(*, as_words: bool) -> Callable[[str], bytes]:
    """A picture with a text chunk inside, or with the text as its description."""

    def make(value: str) -> bytes:
        parts = word()
        parts["word/media/anh1.png"] = png_with_text("Ảnh hội nghị" if as_words else value)
        put(
            parts,
            "[Content_Types].xml",
            "<Override",
            '<Default Extension="png" ContentType="image/png"/>',
        )
        link = relate(parts, RELS, f"{OFFICE}/image", "media/anh1.png")
        a, pic = (
            "http://schemas.openxmlformats.org/drawingml/2006/main",
            "http://schemas.openxmlformats.org/drawingml/2006/picture",
        )
        words = value if as_words else "Ảnh hội nghị"
        blip = f'<a:blip {R} r:embed="{link}"/><a:stretch><a:fillRect/></a:stretch>'
        fill = f"<pic:blipFill>{blip}</pic:blipFill>"
        name = '<pic:nvPicPr><pic:cNvPr id="3" name="anh"/><pic:cNvPicPr/></pic:nvPicPr>'
        drawing = (
            '<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
            f'<wp:extent cx="90000" cy="90000"/><wp:docPr id="3" name="Ảnh 1" descr="{words}"/>'
            f'<a:graphic xmlns:a="{a}"><a:graphicData uri="{pic}"><pic:pic xmlns:pic="{pic}">'
            f"{name}{fill}{SHAPE}</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
        )
        return packed(put(parts, BODY, END, para(f"<w:r>{drawing}</w:r>")))

    return make
