"""Small pieces of WordprocessingML the Word library has no call for."""

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = (
    f'xmlns:w="{W}" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_AFTER_BORDER_NAMES = (
    "w:shd w:tabs w:suppressAutoHyphens w:kinsoku w:wordWrap w:overflowPunct"
    " w:topLinePunct w:autoSpaceDE w:autoSpaceDN w:bidi w:adjustRightInd w:snapToGrid"
    " w:spacing w:ind w:contextualSpacing w:mirrorIndents w:suppressOverlap w:jc"
    " w:textDirection w:textAlignment w:textboxTightWrap w:outlineLvl w:divId w:cnfStyle"
    " w:rPr w:sectPr w:pPrChange"
)
_AFTER_BORDER = _AFTER_BORDER_NAMES.split()
_AFTER_NUMBERING = ["w:suppressLineNumbers", "w:pBdr", *_AFTER_BORDER]
_AFTER_FRAME = ["w:widowControl", "w:numPr", *_AFTER_NUMBERING]


def element(name: str, /, **attributes: str) -> etree._Element:
    """`w:name` with `w:` attributes."""
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def border(p: etree._Element, *sides: str) -> etree._Element:
    """A thin border at these sides of a paragraph."""
    made = element("pBdr")
    for side in ("top", "left", "bottom", "right"):
        if side in sides:
            made.append(element(side, val="single", sz="6", space="1", color="auto"))
    p.get_or_add_pPr().insert_element_before(made, *_AFTER_BORDER)
    return made


def numbered(p: etree._Element, num: int) -> None:
    """Make the paragraph an item of Word's list `num`."""
    made = element("numPr")
    made.append(element("ilvl", val="0"))
    made.append(element("numId", val=str(num)))
    p.get_or_add_pPr().insert_element_before(made, *_AFTER_NUMBERING)


def framed(p: etree._Element) -> None:
    """The old frame for page numbers: centred on the margins."""
    made = element(
        "framePr", wrap="around", vAnchor="text", hAnchor="margin", xAlign="center", y="1"
    )
    p.get_or_add_pPr().insert_element_before(made, *_AFTER_FRAME)


def vml_line(left: float, width: float, drop: float) -> etree._Element:
    """A drawn line of the older kind; points from the left of the column, from the paragraph."""
    return parse_xml(
        f'<w:pict {NAMES}><v:line id="Line{int(left)}" style="position:absolute;z-index:2"'
        f' from="{left:.1f}pt,{drop:.1f}pt" to="{left + width:.1f}pt,{drop:.1f}pt"/></w:pict>'
    )


def drawn_line(left: float, width: float, drop: float, name: str) -> etree._Element:
    """A line shape as Word 2010 and later keep it, with the older kind as its fallback."""
    x, cx, y = (int(value * 12700) for value in (left, width, drop))
    number = sum(map(ord, name))
    made = parse_xml(
        f'<mc:AlternateContent {NAMES}><mc:Choice Requires="wps"><w:drawing>'
        '<wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0"'
        ' relativeHeight="251659264" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="column"><wp:posOffset>{x}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{y}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{cx}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{number}" name="Straight Connector {number}"/><wp:cNvGraphicFramePr/>'
        "<a:graphic><a:graphicData"
        ' uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f'<wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="0"/>'
        '</a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill>'
        '<a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        "<mc:Fallback/></mc:AlternateContent>"
    )
    made[1].append(vml_line(left, width, drop))
    return made


def page_field() -> list[etree._Element]:
    """The runs of a PAGE field as Word writes them."""
    runs = []
    for content in ("begin", " PAGE   \\* MERGEFORMAT ", "separate", "2", "end"):
        run = element("r")
        if content in ("begin", "separate", "end"):
            run.append(element("fldChar", fldCharType=content))
        else:
            text = element("t" if content == "2" else "instrText")
            text.text = content
            run.append(text)
        runs.append(run)
    return runs


def list_definition(number: int, form: str, text: str, first: float) -> etree._Element:
    """A one-level list definition; `first` = indent of its first line in millimetres."""
    indent = int(first * 56.7)
    return parse_xml(
        f'<w:abstractNum {NAMES} w:abstractNumId="{number}"><w:multiLevelType'
        ' w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'<w:numFmt w:val="{form}"/><w:suff w:val="space"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="{indent}"/></w:pPr>'
        "</w:lvl></w:abstractNum>"
    )


def text_box(left: float, width: float, high: float) -> etree._Element:
    """A frameless text box beside its paragraph, in millimetres; the older kind as fallback."""
    x, cx, cy = (int(value * 36000) for value in (left, width, high))
    return parse_xml(
        f'<mc:AlternateContent {NAMES}><mc:Choice Requires="wps"><w:drawing>'
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0"'
        ' relativeHeight="251660288" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="column"><wp:posOffset>{x}</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{cx}" cy="{cy}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        '<wp:docPr id="61" name="Text Box 61"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData'
        ' uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{cx}" cy="{cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "<a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr><wps:txbx><w:txbxContent/></wps:txbx>"
        '<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"/></wps:wsp></a:graphicData></a:graphic>'
        "</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f'<v:shape id="Box61" style="position:absolute;margin-left:{left * 72 / 25.4:.1f}pt;'
        f'margin-top:0;width:{width * 72 / 25.4:.1f}pt;height:{high * 72 / 25.4:.1f}pt"'
        ' stroked="f" filled="f"><v:textbox inset="0,0,0,0"><w:txbxContent/></v:textbox></v:shape>'
        "</w:pict></mc:Fallback></mc:AlternateContent>"
    )
