"""The kinds of papers as data: the 29 of Decree 30/2020, Article 7, and the few beside them.

Abbreviations and forms are those of the decree's Appendix III; a kind without `form` has none
there and follows form 1.4 (papers with a name) by custom.
"""

from dataclasses import dataclass
from enum import Enum


class TitleForm(Enum):
    """How the head names the paper: its kind in the middle (5a), or "V/v …" at the left (5b)."""

    NAMED = "5a"
    LETTER = "5b"


class TextForm(Enum):
    """What the text is usually made of; it proposes, it forbids nothing."""

    SECTIONS = "sections"
    ARTICLES = "articles"


@dataclass(frozen=True, slots=True)
class KindTraits:
    """One kind. `place` is its place in Article 7, 0 for kinds that are not on its list.

    `decides` stands between the bases and the text; `call` follows the issuer's name and leads to
    the addressees; `entries` are the labelled lines of the kind's form; `sides` are what those are
    called who sign beside each other.
    """

    place: int
    title: str
    abbreviation: str
    form: str = ""
    title_form: TitleForm = TitleForm.NAMED
    text_form: TextForm = TextForm.SECTIONS
    has_abstract: bool = True
    is_addressed: bool = False
    decides: str = ""
    call: str = ""
    entries: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()


_ARTICLES = TextForm.ARTICLES
_MEETING = ("Thời gian bắt đầu", "Địa điểm", "Thành phần tham dự", "Chủ trì", "Thư ký")


class PaperKind(Enum):
    """Kind of paper as printed."""

    RESOLUTION = KindTraits(
        1, "Nghị quyết", "NQ", "1.1", text_form=_ARTICLES, decides="Quyết nghị:"
    )
    DECISION = KindTraits(2, "Quyết định", "QĐ", "1.2", text_form=_ARTICLES, decides="Quyết định:")
    DIRECTIVE = KindTraits(3, "Chỉ thị", "CT", "1.4")
    REGULATION = KindTraits(4, "Quy chế", "QC", "1.4", text_form=_ARTICLES)
    RULES = KindTraits(5, "Quy định", "QyĐ", "1.4", text_form=_ARTICLES)
    COMMUNIQUE = KindTraits(6, "Thông cáo", "TC", "1.4")
    NOTICE = KindTraits(7, "Thông báo", "TB", "1.4")
    GUIDANCE = KindTraits(8, "Hướng dẫn", "HD", "1.4")
    PROGRAMME = KindTraits(9, "Chương trình", "CTr", "1.4")
    PLAN = KindTraits(10, "Kế hoạch", "KH", "1.4")
    OPTION = KindTraits(11, "Phương án", "PA", "1.4")
    SCHEME = KindTraits(12, "Đề án", "ĐA", "1.4")
    PROJECT = KindTraits(13, "Dự án", "DA", "1.4")
    REPORT = KindTraits(14, "Báo cáo", "BC", "1.4", is_addressed=True)
    MINUTES = KindTraits(15, "Biên bản", "BB", "1.9", entries=_MEETING, sides=("Thư ký", "Chủ tọa"))
    SUBMISSION = KindTraits(16, "Tờ trình", "TTr", "1.4", is_addressed=True)
    CONTRACT = KindTraits(
        17, "Hợp đồng", "HĐ", text_form=_ARTICLES, sides=("Đại diện bên A", "Đại diện bên B")
    )
    LETTER = KindTraits(18, "Công văn", "", "1.5", title_form=TitleForm.LETTER, is_addressed=True)
    TELEGRAM = KindTraits(19, "Công điện", "CĐ", "1.6", call="điện:")
    MEMORANDUM = KindTraits(
        20, "Bản ghi nhớ", "BGN", sides=("Đại diện bên thứ nhất", "Đại diện bên thứ hai")
    )
    AGREEMENT = KindTraits(
        21, "Bản thỏa thuận", "BTT", text_form=_ARTICLES,
        sides=("Đại diện bên thứ nhất", "Đại diện bên thứ hai"),
    )  # fmt: skip
    AUTHORISATION = KindTraits(
        22, "Giấy ủy quyền", "GUQ", "1.4", sides=("Người được ủy quyền", "Người ủy quyền")
    )
    INVITATION = KindTraits(
        23, "Giấy mời", "GM", "1.7", call="trân trọng kính mời:",
        entries=("Tới dự", "Chủ trì", "Thời gian", "Địa điểm"),
    )  # fmt: skip
    INTRODUCTION = KindTraits(
        24, "Giấy giới thiệu", "GGT", "1.8", has_abstract=False, call="trân trọng giới thiệu:",
        entries=("Ông (bà)", "Chức vụ", "Được cử đến", "Về việc", "Giấy này có giá trị đến hết"),
    )  # fmt: skip
    LEAVE = KindTraits(
        25, "Giấy nghỉ phép", "GNP", "1.10", has_abstract=False, call="cấp cho:",
        entries=(
            "Ông (bà)", "Chức vụ", "Được nghỉ phép trong thời gian", "Tại",
            "Số ngày nghỉ phép nêu trên được tính vào thời gian",
        ),
    )  # fmt: skip
    COVER_SLIP = KindTraits(
        26, "Phiếu gửi", "PG", "1.4", has_abstract=False, call="gửi kèm theo phiếu này:",
        entries=("Tên loại, số, ký hiệu văn bản", "Số lượng bản", "Nơi nhận văn bản"),
    )  # fmt: skip
    TRANSFER_SLIP = KindTraits(27, "Phiếu chuyển", "PC", "1.4", has_abstract=False)
    NOTE_SLIP = KindTraits(28, "Phiếu báo", "PB", "1.4", has_abstract=False)
    OPEN_LETTER = KindTraits(29, "Thư công", "", has_abstract=False)
    # Beside the list: every office has its own form of the memo; Party bodies issue the others.
    SUBMISSION_MEMO = KindTraits(0, "Phiếu trình", "PTr")
    CONCLUSION = KindTraits(0, "Kết luận", "KL")
    CIRCULAR = KindTraits(0, "Thông tri", "TT")

    @property
    def title(self) -> str:
        """The kind in ordinary letters, for use inside a sentence."""
        return self.value.title

    @property
    def abbreviation(self) -> str:
        """What stands in the symbol of a paper of this kind."""
        return self.value.abbreviation

    @property
    def traits(self) -> KindTraits:
        """Everything the table says of the kind."""
        return self.value

    @property
    def is_letter(self) -> bool:
        """Whether the head shows "V/v …" in place of the kind."""
        return self.value.title_form is TitleForm.LETTER


DECREE_KINDS: tuple[PaperKind, ...] = tuple(kind for kind in PaperKind if kind.traits.place)


def kind_called(abbreviation: str) -> PaperKind | None:
    """The kind that a symbol begins with; None for letters and unknown abbreviations."""
    found = (kind for kind in PaperKind if abbreviation and kind.abbreviation == abbreviation)
    return next(found, None)


# What Party bodies write, as far as the guide's list is remembered.
PARTY_KINDS: tuple[PaperKind, ...] = (
    PaperKind.RESOLUTION,
    PaperKind.DECISION,
    PaperKind.DIRECTIVE,
    PaperKind.CONCLUSION,
    PaperKind.REGULATION,
    PaperKind.RULES,
    PaperKind.CIRCULAR,
    PaperKind.GUIDANCE,
    PaperKind.NOTICE,
    PaperKind.PROGRAMME,
    PaperKind.PLAN,
    PaperKind.REPORT,
    PaperKind.SUBMISSION,
    PaperKind.LETTER,
)
