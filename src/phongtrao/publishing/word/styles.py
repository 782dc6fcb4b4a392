"""A layout profile as Word styles: one paragraph style per component of the paper."""

from xml.sax.saxutils import quoteattr

from phongtrao.publishing.word.layout_profile import LayoutProfile, Look, Part, TextStyle
from phongtrao.publishing.word.markup import half_points, points_to_twips, twips

_BUILT_IN = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "<w:qFormat/></w:style>"
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
    '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr>'
    '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
)


def styles_xml(profile: LayoutProfile) -> str:
    """The children of the styles part: document defaults, then one style per component."""
    return (
        _defaults(profile) + _BUILT_IN + "".join(_style(profile, style) for style in profile.styles)
    )


def _defaults(profile: LayoutProfile) -> str:
    faces = "".join(
        f" w:{script}={quoteattr(profile.font)}" for script in ("ascii", "hAnsi", "eastAsia", "cs")
    )
    size = half_points(profile.style(Part.BODY).size.value)
    languages = "".join(f' w:{kind}="{profile.language}"' for kind in ("val", "eastAsia", "bidi"))
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts{faces}/>"
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/><w:lang{languages}/>'
        '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0"'
        ' w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )


def _style(profile: LayoutProfile, style: TextStyle) -> str:
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style.part}">'
        f'<w:name w:val={quoteattr(style.name)}/><w:basedOn w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{_paragraph_look(profile, style.look)}</w:pPr>"
        f"<w:rPr>{_letter_look(style)}</w:rPr></w:style>"
    )


def _paragraph_look(profile: LayoutProfile, look: Look) -> str:
    indent = (
        f'<w:ind w:firstLine="{twips(profile.first_line_indent.value)}"/>'
        if look.first_line_indent
        else ""
    )
    outline = (
        f'<w:outlineLvl w:val="{look.outline_level}"/>' if look.outline_level is not None else ""
    )
    return (
        ("<w:keepNext/>" if look.keep_with_next else "")
        + f'<w:spacing w:before="{points_to_twips(look.before)}"'
        + f' w:after="{points_to_twips(look.after)}"'
        + f' w:line="{round(240 * look.line)}" w:lineRule="auto"/>'
        + f'{indent}<w:jc w:val="{look.align}"/>{outline}'
    )


def _letter_look(style: TextStyle) -> str:
    size = half_points(style.size.value)
    return (
        ("<w:b/><w:bCs/>" if style.look.bold else "")
        + ("<w:i/><w:iCs/>" if style.look.italic else "")
        + (f'<w:color w:val="{style.look.colour}"/>' if style.look.colour else "")
        + f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        + ('<w:u w:val="single"/>' if style.look.underlined else "")
    )
