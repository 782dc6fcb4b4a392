"""Which lines and figures a summary of two or three pages takes from a report. Pure."""

from collections.abc import Sequence

# A page of the state's layout holds about 2,600 characters of running text; head, table and
# signature take the first one and a half.
MOST_CHARACTERS = 3_600
MOST_FIGURES = 14
_FIRST = 2  # lines of each section that are taken before any section takes a third


def lines_taken(sections: Sequence[Sequence[str]]) -> list[list[int]]:
    """For each section the places of the lines that a summary takes, in their order.

    Lines are already ordered by how many areas say them. The first of every section is always
    taken; then the next of each in turn, as long as they fit.
    """
    taken: list[list[int]] = [[] for _section in sections]
    room = MOST_CHARACTERS
    for place in range(max(map(len, sections), default=0)):
        for own, lines in zip(taken, sections, strict=True):
            if place >= len(lines) or (place and len(lines[place]) > room):
                continue
            if place >= _FIRST and len(own) < place:
                continue  # nothing is skipped for the sake of a later, shorter line
            own.append(place)
            room -= len(lines[place])
    return taken


def rows_taken(codes: Sequence[str], have_value: Sequence[bool]) -> list[int]:
    """The places of the rows of the table that a summary takes; a code "" is a heading.

    Figures that nobody gave are left out; of the rest each section gives its first ones, as many
    as the others. A heading without figures goes with them.
    """
    sections: list[list[int]] = []
    for place, code in enumerate(codes):
        if not code or not sections:
            sections.append([])
        if code and have_value[place]:
            sections[-1].append(place)
    filled = [section for section in sections if section]
    most = max(1, MOST_FIGURES // max(1, len(filled)))
    wanted = {place for section in filled for place in section[:most]}
    return [
        place
        for place, code in enumerate(codes)
        if place in wanted or (not code and _leads(place, codes, wanted))
    ]


def _leads(heading: int, codes: Sequence[str], wanted: set[int]) -> bool:
    """Whether a taken figure stands under the heading."""
    for place in range(heading + 1, len(codes)):
        if not codes[place]:
            return False
        if place in wanted:
            return True
    return False
