"""A report as the plain values of a template: names of the allow-list, texts as they are printed.

Every text is one printable line; a placeholder that stands for several lines has a list of them.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from phongtrao.publishing.word.figure_columns import PERCENT_DECIMALS
from phongtrao.publishing.word.layout_profile import LayoutProfile
from phongtrao.publishing.word.papers import (
    Change,
    FigureRow,
    FigureTable,
    OfficialPaper,
    PaperSection,
    SectionLevel,
    SignatureBlock,
    Statement,
)
from phongtrao.publishing.word.wording import (
    clean,
    closed_list,
    completeness_sentences,
    coverage_text,
    date_in_words,
    figure_text,
    number_and_symbol,
    paragraphs_of,
    signed_text,
    with_end,
)

_PARTS = (SectionLevel.CHAPTER, SectionLevel.SECTION)


def values_of(paper: OfficialPaper, profile: LayoutProfile) -> dict[str, Any]:
    """What each placeholder and each loop of a template stands for."""
    head, done = paper.letterhead, paper.completeness
    table = next(_tables(paper.sections), None)
    return {
        "co_quan_chu_quan": clean(head.parent_body).upper(),
        "co_quan": clean(head.issuer).upper(),
        "ten_co_quan": clean(head.issuer),
        "so_ky_hieu": number_and_symbol(head),
        "dia_danh": clean(head.place),
        "ngay_thang": date_in_words(head.issued_on),
        "ten_loai": paper.kind.title.upper(),
        "trich_yeu": list(paragraphs_of(paper.abstract)),
        "kinh_gui": _addressees(paper.addressees),
        "mo_dau": list(paragraphs_of(paper.opening)),
        "muc_do_day_du": [completeness_sentences(done)] if done else [],
        "ten_bang": clean(table.caption) if table else "",
        "ket_thuc": _closing(paper.closing, profile.formulas.end_mark),
        "tham_quyen_ky": _authority(paper.signatures, profile),
        "nguoi_ky": clean(paper.signatures[0].name or ""),
        "luu": clean(paper.recipients.archive) or "VT",
        "cac_can_cu": list(closed_list(paper.legal_bases)),
        "cac_phan": _parts(paper.sections),
        **(_rows(table) if table else {"cac_dong": [], "cac_ghi_chu": []}),
        "cac_noi_nhan": [
            with_end(name, ";") for name in paper.recipients.names if clean(name)
        ],
    }  # fmt: skip


def longest_text(values: Any) -> int:
    """The letters of the longest single text among the values."""
    if isinstance(values, str):
        return len(values)
    inner = values.values() if isinstance(values, dict) else values
    return max(map(longest_text, inner), default=0)


def _closing(text: str, end_mark: str) -> list[str]:
    lines = list(paragraphs_of(text))
    return [*lines[:-1], with_end(lines[-1], end_mark)] if lines else []


def _authority(signatures: tuple[SignatureBlock, ...], profile: LayoutProfile) -> list[str]:
    """The lines over the hand of whoever signs first."""
    prefixes = profile.formulas.prefixes
    return [
        f"{prefixes[line.authority.value]} {clean(line.office)}".strip().upper()
        for line in signatures[0].lines
    ]


def _addressees(names: tuple[str, ...]) -> list[str]:
    """One addressee beside "Kính gửi:", several below it, none at all."""
    named = [clean(name) for name in names if clean(name)]
    if len(named) < 2:
        return [f"Kính gửi: {name}" for name in named]
    return ["Kính gửi:", *(f"- {name}" for name in closed_list(tuple(named)))]


def _parts(sections: Iterable[PaperSection]) -> list[dict[str, Any]]:
    """Sections with the clauses under them; a clause before any section stands as one."""
    parts: list[dict[str, Any]] = []
    for section in sections:
        number = clean(section.number)
        mark = ")" if section.level is SectionLevel.POINT else "."
        heading = {"so": number and f"{number}{mark}", "ten": clean(section.title)}
        lines = {"cac_cau": list(_lines(section))}
        if section.level in _PARTS or not parts:
            parts.append({**heading, "ten_hoa": heading["ten"].upper(), **lines, "cac_muc": []})
        else:
            tables = [{"ten": clean(each.caption), **_rows(each)} for each in _tables([section])]
            parts[-1]["cac_muc"].append({**heading, **lines, "cac_bang": tables})
    return parts


def _lines(section: PaperSection) -> Iterable[str]:
    for item in section.content:
        if isinstance(item, Statement):
            yield from paragraphs_of(item.text)


def _tables(sections: Iterable[PaperSection]) -> Iterator[FigureTable]:
    for section in sections:
        yield from (item for item in section.content if isinstance(item, FigureTable))


def _rows(table: FigureTable) -> dict[str, Any]:
    return {
        "cac_dong": [_row(row) for row in table.rows],
        "cac_ghi_chu": [clean(note) for note in table.notes],
    }


def _row(row: FigureRow) -> dict[str, str]:
    change = row.change or Change(None, None)
    figures: dict[str, str] = {
        "ky_nay": figure_text(row.this_period, row.decimals),
        "luy_ke": figure_text(row.cumulative, row.decimals),
        "cung_ky": figure_text(row.same_period_last_year, row.decimals),
        "tang_giam": signed_text(change.amount, row.decimals),
        "tang_giam_phan_tram": signed_text(change.percent, PERCENT_DECIMALS),
        "dia_ban": coverage_text(row.n, row.of),
    }
    if row.is_heading:
        figures = dict.fromkeys(figures, "")
    named = {"tt": clean(row.tt), "chi_tieu": clean(row.name), "don_vi": clean(row.unit)}
    return named | figures
