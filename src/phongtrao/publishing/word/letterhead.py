"""The head of a paper: boxes 1–5, 9a and 10b of the decree's diagram."""

from phongtrao.publishing.word.layout_profile import LayoutProfile, Part
from phongtrao.publishing.word.markup import (
    balanced_line,
    balanced_width,
    line,
    millimetres_to_points,
    plain_table,
    points_to_twips,
    rule,
    text_width,
    twips,
)
from phongtrao.publishing.word.papers import Letterhead
from phongtrao.publishing.word.wording import (
    clean,
    closed_list,
    number_and_symbol,
    paragraphs_of,
    place_and_date,
)

# Widths in em of the fixed lines in a bold Times face, measured once: they decide the width of
# the right column (the title must stay on one line) and the length of the rule under the last.
_MEASURED_EM = {
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM": 20.9,
    "Độc lập - Tự do - Hạnh phúc": 12.25,
    "ĐẢNG CỘNG SẢN VIỆT NAM": 13.9,
}
_SPARE = 9  # points beside the national title, for faces a little wider
_LEAST_RIGHT = 250  # points, for place and date below a short title
_ADDRESSEES_START = 0.15  # of the text width, where "Kính gửi:" begins before a list
_ALONE = '<w:spacing w:after="160"/>'  # room below a kind that has no abstract
_BOX_EDGES = "".join(
    f'<w:{edge} w:val="single" w:sz="8" w:space="1" w:color="FF0000"/>'
    for edge in ("top", "left", "bottom", "right")
)


def head_table(letterhead: Letterhead, profile: LayoutProfile, letter_abstract: str = "") -> str:
    """Issuer on the left, national title and motto on the right, number and date on one line.

    `letter_abstract` is box 5b: "V/v …" under the number.
    """
    nation, right = nation_block(profile)
    left = millimetres_to_points(profile.text_width()) - right
    form = profile.formulas.number
    number = line(profile.style(Part.NUMBER), number_and_symbol(letterhead, form))
    if clean(letter_abstract):
        style = profile.style(Part.LETTER_ABSTRACT)
        number += balanced_line(style, f"V/v {clean(letter_abstract)}", left)
    number += _urgency(letterhead, profile, left)
    dated = line(profile.style(Part.PLACE_AND_DATE), place_and_date(letterhead))
    widths = (points_to_twips(left), points_to_twips(right))
    top = (_issuer(letterhead, profile, left), nation)
    return plain_table(widths, (top, (number, dated)))


def nation_block(profile: LayoutProfile) -> tuple[str, float]:
    """National title and motto with the rule below, and the width of their column in points."""
    nation = profile.formulas.nation
    lengths = [
        _MEASURED_EM.get(text, text_width(text, 1, bold=True)) * profile.style(part).size.value
        for part, text in nation
    ]
    right = max(_LEAST_RIGHT, max(lengths) + _SPARE)
    lines = "".join(line(profile.style(part), text) for part, text in nation)
    return lines + rule(lengths[-1], right), right


def title_block(kind: str, abstract: str, profile: LayoutProfile) -> str:
    """Kind of paper and abstract in the middle, with the short rule below."""
    width = millimetres_to_points(profile.text_width())
    style = profile.style(Part.ABSTRACT)
    lines = paragraphs_of(abstract)
    length = _rule_length(lines, style.size.value, width, profile.abstract_rule_share.value)
    sign = profile.formulas.abstract_sign
    below = line(style, sign) if sign else rule(length, width)
    return (
        line(profile.style(Part.PAPER_KIND), kind, "" if lines else _ALONE)
        + "".join(balanced_line(style, text, width) for text in lines)
        + (below if lines else "")
    )


def addressee_block(addressees: tuple[str, ...], profile: LayoutProfile) -> str:
    """Box 9a: one addressee beside "Kính gửi:", several below it, dashes under the colon."""
    named = [name for name in addressees if clean(name)]
    if not named:
        return ""
    style, item = profile.style(Part.ADDRESSEE), profile.style(Part.ADDRESSEE_ITEM)
    if len(named) == 1:
        return line(style, f"Kính gửi: {clean(named[0])}")
    start = twips(profile.text_width() * _ADDRESSEES_START)
    hanging = points_to_twips(text_width("- ", item.size.value))
    text_start = start + points_to_twips(text_width("Kính gửi", style.size.value)) + hanging
    head = f'<w:spacing w:after="0"/><w:ind w:left="{start}"/><w:jc w:val="left"/>'
    under_colon = f'<w:ind w:left="{text_start}" w:hanging="{hanging}"/>'
    last = f'<w:spacing w:after="{points_to_twips(style.look.after)}"/>'
    names = closed_list(tuple(named))
    return line(style, "Kính gửi:", head) + "".join(
        line(item, f"- {name}", (last if place == len(names) else "") + under_colon)
        for place, name in enumerate(names, 1)
    )


def _issuer(letterhead: Letterhead, profile: LayoutProfile, width: float) -> str:
    """The parent, then the issuer; joint issuers below each other, joined by hyphens."""
    parent, issuer = profile.style(Part.PARENT_BODY), profile.style(Part.ISSUER)
    named = (letterhead.issuer, *(name for name in letterhead.partners if clean(name)))
    joined = " -\n".join(named).upper()
    lines = paragraphs_of(joined)
    length = _rule_length(lines, issuer.size.value, width, profile.issuer_rule_share.value)
    sign = profile.formulas.issuer_sign
    return (
        "".join(
            balanced_line(parent, text, width) for text in paragraphs_of(letterhead.parent_body)
        )
        + "".join(balanced_line(issuer, text, width) for text in lines)
        + (line(issuer, sign) if sign else rule(length, width))
    )


def _urgency(letterhead: Letterhead, profile: LayoutProfile, available: float) -> str:
    """The mark of urgency in its red box, in the middle below the number."""
    urgency = letterhead.urgency
    if urgency is None:
        return ""
    side = points_to_twips(max(0, (available - millimetres_to_points(urgency.width)) / 2))
    box = (
        f'<w:pBdr>{_BOX_EDGES}</w:pBdr><w:spacing w:before="120" w:after="40"/>'
        f'<w:ind w:left="{side}" w:right="{side}"/>'
    )
    return line(profile.style(Part.URGENCY), urgency.mark, box)


def _rule_length(lines: tuple[str, ...], size: float, width: float, share: float) -> float:
    longest = max((balanced_width(text, size, width, bold=True) for text in lines), default=0)
    return longest * share
