"""Papers in the layout of Word: one feature of the program a kind."""

from collections.abc import Callable

from tests.core.gate.honest_files import images
from tests.core.gate.honest_files.kind import kinds
from tests.core.gate.honest_files.opc import DECLARATION, STRICT, Way
from tests.core.gate.honest_files.word_layout import (
    DOCUMENT,
    FONT,
    WordPaper,
    paragraph,
    run,
    table,
)

PRODUCER = "layout of Microsoft Word"
Feature = Callable[[WordPaper], None]


def field(code: str, shown: str = "1") -> str:
    """A complex field, its code cut in two runs as Word cuts it."""
    half = len(code) // 2
    marks = [f'<w:r><w:fldChar w:fldCharType="{mark}"/></w:r>' for mark in
             ("begin", "separate", "end")]  # fmt: skip
    codes = "".join(
        f'<w:r><w:instrText xml:space="preserve">{piece}</w:instrText></w:r>'
        for piece in (code[:half], code[half:])
    )
    return marks[0] + codes + marks[1] + run(shown) + marks[2]


def drawing(relation: str, name: str = "Hình 1", inner: str = "") -> str:
    """An inline picture."""
    return (
        '<w:r><w:drawing><wp:inline><wp:extent cx="3000000" cy="2000000"/>'
        f'<wp:docPr id="1" name="{name}" descr="Sơ đồ tổ chức"/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:blipFill><a:blip r:embed="{relation}">{inner}</a:blip></pic:blipFill></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def plain(_paper: WordPaper) -> None:
    """Only what every Word file has."""


def tables(paper: WordPaper) -> None:
    rows = [paper.prose.header(), *paper.prose.table()]
    nested = table([[1, 2], [3, 4]])
    cell = f"<w:tc>{nested}{paragraph('')}</w:tc>"
    paper.body += [table(rows), f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>"]


def headers(paper: WordPaper) -> None:
    ids = []
    for number, kind in enumerate(("header", "footer") * 3, 1):
        inner = paragraph(run("ỦY BAN NHÂN DÂN XÃ") + field(" PAGE   \\* MERGEFORMAT "))
        root = "hdr" if kind == "header" else "ftr"
        ids.append((kind, paper.add(f"{kind}{number}.xml", root, inner, kind, kind)))
    marks = "".join(f'<w:{kind}Reference w:type="default" r:id="{rid}"/>' for kind, rid in ids[:2])
    paper.section = paper.section.replace('"00A77B3E">', f'"00A77B3E">{marks}', 1)


def notes(paper: WordPaper) -> None:
    for name in ("footnote", "endnote"):
        rows = "".join(
            f'<w:{name} w:id="{n}">{paragraph(run(paper.prose.sentence()))}</w:{name}>'
            for n in range(1, 6)
        )
        paper.add(f"{name}s.xml", f"{name}s", rows, f"{name}s", f"{name}s")
        paper.body.append(paragraph(f'<w:r><w:{name}Reference w:id="1"/></w:r>'))


def tracked(paper: WordPaper) -> None:
    who = 'w:author="Văn phòng" w:date="2026-03-02T01:00:00Z"'
    for number in range(20):
        added = f'<w:ins w:id="{number}" {who}>{run(paper.prose.sentence())}</w:ins>'
        gone = f'<w:del w:id="{number}" {who}><w:r><w:delText>câu cũ</w:delText></w:r></w:del>'
        paper.body.append(paragraph(added + gone))
    paper.settings += "<w:trackRevisions/>"


def comments(paper: WordPaper) -> None:
    text = paragraph(run("Đề nghị bổ sung số liệu."))
    inner = f'<w:comment w:id="0" w:author="Văn phòng" w:initials="VP">{text}</w:comment>'
    paper.add("comments.xml", "comments", inner, "comments", "comments")
    microsoft = "http://schemas.microsoft.com/office"
    for file, root, year in (
        ("commentsExtended", "commentsEx", "2011/relationships/commentsExtended"),
        ("commentsIds", "commentsIds", "2016/09/relationships/commentsIds"),
        ("commentsExtensible", "commentsExtensible", "2018/08/relationships/commentsExtensible"),
        ("people", "people", "2011/relationships/people"),
    ):
        paper.add(f"{file}.xml", root, "", file, f"{microsoft}/{year}")
    paper.body.append(paragraph('<w:commentRangeStart w:id="0"/>' + run("đoạn được góp ý")))


def contents(paper: WordPaper) -> None:
    marks = '<w:bookmarkStart w:id="1" w:name="_Toc1"/><w:bookmarkEnd w:id="1"/>'
    inner = field(" PAGEREF _Toc1 \\h ", "2")
    link = f'<w:hyperlink w:anchor="_Toc1" w:history="1">{run("I. Kết quả")}{inner}</w:hyperlink>'
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" \\h '
    begin += '\\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    paper.body[1:1] = [paragraph(begin + link), paragraph(link), paragraph(end)]
    paper.body.append(paragraph(marks + run("I. Kết quả")))


def fields(paper: WordPaper) -> None:
    codes = (
        " NUMPAGES ", ' DATE \\@ "dd/MM/yyyy" ', " REF _Ref1 \\h ", " SEQ Bảng \\* ARABIC ",
        ' TIME \\@ "HH:mm" ', " = SUM(ABOVE) ", ' SYMBOL 252 \\f "Wingdings" ', " FILENAME ",
        ' HYPERLINK "https://quochoi.vn/LINK" ', " STYLEREF 1 ", ' DOCPROPERTY "Số" ', " QUOTE a ",
        ' FORMTEXT ', ' IF 1 = 1 "đạt" "chưa đạt" ', " SAVEDATE ", ' TC "Mục" ',
    )  # fmt: skip
    paper.body += [paragraph(run("Giá trị: ") + field(code)) for code in codes]
    paper.body.append(paragraph('<w:fldSimple w:instr=" AUTHOR  \\* MERGEFORMAT "/>'))
    nested = field(" PAGE ")
    begin, end = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
                  '<w:r><w:fldChar w:fldCharType="end"/></w:r>')  # fmt: skip
    code = "<w:r><w:instrText> = </w:instrText></w:r>"
    paper.body.append(paragraph(begin + code + nested + end))


def mail_merge(paper: WordPaper) -> None:
    source = paper.package.link(
        "word/settings.xml", "mailMergeSource", "file:///D:\\Danh%20muc\\co%20quan.xlsx",
        external=True,
    )  # fmt: skip
    paper.settings += (
        '<w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:dataType w:val="native"/>'
        f'<w:dataSource r:id="{source}"/></w:mailMerge>'
    )
    for name in ("Tên_cơ_quan", "Số_văn_bản"):
        paper.body.append(paragraph(run("Kính gửi: ") + field(f" MERGEFIELD {name} ", f"«{name}»")))


def links(paper: WordPaper) -> None:
    addresses = ("https://www.quochoi.vn/", "mailto:vanphong@quangngai.gov.vn", "Phu%20luc.docx",
                 "file:///D:/Bao%20cao/Phu%20luc%201.xlsx", "http://xã.vn/?a=1&b=2#c")  # fmt: skip
    for address in addresses:
        rid = paper.package.link(DOCUMENT, "hyperlink", address, external=True)
        paper.body.append(paragraph(f'<w:hyperlink r:id="{rid}">{run("liên kết")}</w:hyperlink>'))


def own_template(paper: WordPaper) -> None:
    rid = paper.package.link(
        "word/settings.xml", "attachedTemplate",
        "file:///C:\\Users\\VP\\AppData\\Roaming\\Microsoft\\Templates\\Normal.dotm", external=True,
    )  # fmt: skip
    paper.settings += f'<w:attachedTemplate r:id="{rid}"/>'


def pictures(paper: WordPaper) -> None:
    forms = [("PNG", "png", "image/png"), ("JPEG", "jpeg", "image/jpeg"), ("GIF", "gif",
             "image/gif"), ("BMP", "bmp", "image/bmp"), ("TIFF", "tiff", "image/tiff")]  # fmt: skip
    for number, (form, ending, kind) in enumerate(forms, 1):
        content = images.raster(paper.seed, form)
        rid = paper.media(f"image{number}.{ending}", content, kind)
        paper.body.append(paragraph(drawing(rid)))


def large_picture(paper: WordPaper) -> None:
    content = images.raster(paper.seed, "JPEG", size=(3_000, 2_000), quality=70)
    paper.body.append(paragraph(drawing(paper.media("image1.jpg", content, "image/jpeg"))))


def blank_bitmap(paper: WordPaper) -> None:
    content = images.raster(paper.seed, "BMP", mode="1", size=(5_000, 4_000))
    paper.body.append(paragraph(drawing(paper.media("image1.bmp", content, "image/bmp"))))


def metafiles(paper: WordPaper) -> None:
    for name, content, kind in (("image1.emf", images.emf(), "image/x-emf"),
                                ("image2.wmf", images.wmf(), "image/x-wmf")):  # fmt: skip
        paper.body.append(paragraph(drawing(paper.media(name, content, kind))))


def packed_metafiles(paper: WordPaper) -> None:
    for name, content, kind in (
        ("image1.emz", images.packed_metafile(images.emf()), "image/x-emz"),
        ("image2.wmz", images.packed_metafile(images.wmf()), "image/x-wmz"),
    ):
        paper.body.append(paragraph(drawing(paper.media(name, content, kind))))


def icons(paper: WordPaper) -> None:
    png = paper.media("image1.png", images.raster(paper.seed), "image/png")
    icon = paper.media("image2.svg", images.svg(paper.seed).encode(), "image/svg+xml")
    space = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
    twin = (
        f'<a:extLst><a:ext><asvg:svgBlip xmlns:asvg="{space}" r:embed="{icon}"/></a:ext></a:extLst>'
    )
    paper.body.append(paragraph(drawing(png, inner=twin)))


def linked_picture(paper: WordPaper) -> None:
    for address in ("https://baochinhphu.vn/anh.png", "file:///D:\\Anh\\hoi-nghi.jpg"):
        rid = paper.package.link(DOCUMENT, "image", address, external=True)
        paper.body.append(paragraph(drawing(rid).replace("r:embed", "r:link")))


def protection(paper: WordPaper) -> None:
    paper.settings += (
        '<w:writeProtection w:recommended="1"/><w:documentProtection w:edit="forms" '
        'w:enforcement="1" w:cryptProviderType="rsaAES" w:cryptAlgorithmSid="14" '
        'w:cryptSpinCount="100000" w:hash="q83vEjRWeJCrze8=" w:salt="EjRWeJA="/>'
    )


def form_controls(paper: WordPaper) -> None:
    box = '<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>'
    choice = '<w:dropDownList><w:listItem w:displayText="Đạt" w:value="1"/></w:dropDownList>'
    day = '<w:date><w:dateFormat w:val="dd/MM/yyyy"/><w:lid w:val="vi-VN"/></w:date>'
    for kind in (box, choice, day, "<w:text/>"):
        sdt = (
            f'<w:sdtPr><w:alias w:val="Ô"/>{kind}</w:sdtPr><w:sdtContent>{run("☒")}</w:sdtContent>'
        )
        paper.body.append(paragraph(f"<w:sdt>{sdt}</w:sdt>"))


def legacy_form(paper: WordPaper) -> None:
    data = '<w:ffData><w:name w:val="Chu1"/><w:enabled/><w:textInput/></w:ffData>'
    mark = f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
    rest = field(" FORMTEXT ", "……").partition("</w:r>")[2]
    paper.body.append(paragraph(mark + rest))


def old_fonts(paper: WordPaper) -> None:
    tcvn3 = "CéNG HOµ X· HéI CHñ NGHÜA VIÖT NAM, §éc lËp - Tù do - H¹nh phóc"
    vni = "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM, Ñoäc laäp - Töï do - Haïnh phuùc"
    for font, text in ((".VnTime", tcvn3), (".VnTimeH", tcvn3), ("VNI-Times", vni)):
        paper.body.append(paragraph(run(text, f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>')))


def strict(paper: WordPaper) -> None:
    paper.package.base = STRICT
    paper.space = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    for links_of in paper.package.links.values():
        for link in links_of:
            link.kind = link.kind.replace(
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships", STRICT
            )


def wide_text(paper: WordPaper) -> None:
    text = f"{DECLARATION.replace('UTF-8', 'UTF-16')}<ghiChu/>"
    paper.package.put("customXml/item9.xml", text.encode("utf-16"))
    paper.package.link(DOCUMENT, "customXml", "customXml/item9.xml")


def embedded_fonts(paper: WordPaper) -> None:
    paper.package.defaults["odttf"] = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
    ids = []
    for number in range(1, 4):
        name = f"word/fonts/font{number}.odttf"
        ids.append(paper.package.add(
            name, images.obfuscated_font(paper.seed + number), "", "font", "word/fontTable.xml"
        ))  # fmt: skip
    font = f'<w:font w:name="{FONT}"><w:embedRegular r:id="{ids[0]}"/></w:font>'
    paper.package.parts["word/fontTable.xml"] = (
        paper.package.parts["word/fontTable.xml"]
        .decode()
        .replace("</w:fonts>", f"{font}</w:fonts>")
    ).encode()
    paper.settings += "<w:embedTrueTypeFonts/><w:saveSubsetFonts/>"


def made(feature: Feature, way: Way | None = None) -> Callable[[int], bytes]:
    """The builder of a kind: a paper with one feature."""

    def build(seed: int) -> bytes:
        paper = WordPaper(seed, feature.__name__)
        feature(paper)
        return paper.bytes(way)

    return build


FEATURES: tuple[Feature, ...] = (
    plain, tables, headers, notes, tracked, comments, contents, fields, mail_merge, links,
    own_template, pictures, large_picture, blank_bitmap, metafiles, packed_metafiles, icons,
    linked_picture, protection, form_controls, legacy_form, old_fonts, strict, wide_text,
    embedded_fonts,
)  # fmt: skip
ALL = kinds(PRODUCER, "docx", [(f"word-{f.__name__.replace('_', '-')}", made(f)) for f in FEATURES])
