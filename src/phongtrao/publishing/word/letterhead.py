"""The head of a paper: boxes 1–5a and 9a of the decree's diagram."""

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
    MOTTO,
    NATIONAL_TITLE,
    clean,
    closed_list,
    number_and_symbol,
    paragraphs_of,
    place_and_date,
)

# Widths in em of the two fixed lines in a bold Times face, measured once: they decide the width of
# the right column (the title must stay on one line) and the length of the rule under the motto.
NATIONAL_TITLE_EM = 20.9
MOTTO_EM = 12.25
_SPARE = 9  # points beside the national title, for faces a little wider
_ADDRESSEES_START = 0.15  # of the text width, where "Kính gửi:" begins before a list


def head_table(letterhead: Letterhead, profile: LayoutProfile) -> str:
    """Issuer on the left, national title and motto on the right, number and date on one line."""
    title_size = profile.style(Part.NATIONAL_TITLE).size.value
    right = NATIONAL_TITLE_EM * title_size + _SPARE
    left = millimetres_to_points(profile.text_width()) - right
    motto_length = MOTTO_EM * profile.style(Part.MOTTO).size.value
    nation = (
        line(profile.style(Part.NATIONAL_TITLE), NATIONAL_TITLE)
        + line(profile.style(Part.MOTTO), MOTTO)
        + rule(motto_length, right)
    )
    number = line(profile.style(Part.NUMBER), f"Số: {number_and_symbol(letterhead)}")
    dated = line(profile.style(Part.PLACE_AND_DATE), place_and_date(letterhead))
    widths = (points_to_twips(left), points_to_twips(right))
    return plain_table(widths, ((_issuer(letterhead, profile, left), nation), (number, dated)))


def title_block(kind: str, abstract: str, profile: LayoutProfile) -> str:
    """Kind of paper and abstract in the middle, with the short rule below."""
    width = millimetres_to_points(profile.text_width())
    style = profile.style(Part.ABSTRACT)
    lines = paragraphs_of(abstract)
    length = _rule_length(lines, style.size.value, width, profile.abstract_rule_share.value)
    return (
        line(profile.style(Part.PAPER_KIND), kind)
        + "".join(balanced_line(style, text, width) for text in lines)
        + (rule(length, width) if lines else "")
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
    parent, issuer = profile.style(Part.PARENT_BODY), profile.style(Part.ISSUER)
    lines = paragraphs_of(letterhead.issuer.upper())
    length = _rule_length(lines, issuer.size.value, width, profile.issuer_rule_share.value)
    return (
        "".join(
            balanced_line(parent, text, width) for text in paragraphs_of(letterhead.parent_body)
        )
        + "".join(balanced_line(issuer, text, width) for text in lines)
        + rule(length, width)
    )


def _rule_length(lines: tuple[str, ...], size: float, width: float, share: float) -> float:
    longest = max((balanced_width(text, size, width, bold=True) for text in lines), default=0)
    return longest * share
