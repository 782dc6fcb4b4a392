"""From a decision on a committee to two Word drafts: the decision, and who is in charge of what."""

from collections.abc import Sequence

from django.conf import settings
from django.utils import translation

from phongtrao.core import clock
from phongtrao.core.formats import date_vn
from phongtrao.org.models import Composition, Seat, SeatTitle
from phongtrao.publishing.queries.committees import CommitteePaper
from phongtrao.publishing.rules.drafting import post_in_full
from phongtrao.publishing.word.kinds import PaperKind
from phongtrao.publishing.word.layout_profile import LayoutProfile
from phongtrao.publishing.word.papers import (
    Article,
    Authority,
    AuthorityLine,
    Clause,
    Letterhead,
    OfficialPaper,
    PaperSection,
    Recipients,
    SectionLevel,
    SignatureBlock,
    Statement,
)
from phongtrao.publishing.word.profiles import profile_on
from phongtrao.publishing.word.render import render_paper

_CHAIRMAN, _COMMITTEE = "Chủ tịch ", "Ủy ban nhân dân"
_MEMBERS = "Các thành viên Ban Chỉ đạo"


def decision_bytes(paper: CommitteePaper) -> bytes:
    """The draft of the decision as .docx, with the demo mark on a demo installation."""
    return render_paper(decision_paper(paper), profile=_profile(paper), demo_mark=settings.DEMO)


def notice_bytes(paper: CommitteePaper) -> bytes:
    """The draft of the notice that gives each member his field, as .docx."""
    return render_paper(notice_paper(paper), profile=_profile(paper), demo_mark=settings.DEMO)


def decision_paper(paper: CommitteePaper) -> OfficialPaper:
    """The typed content of the decision; what is not known yet stays open for the pen."""
    composition = paper.composition
    verb = "kiện toàn" if paper.is_renewal else "thành lập"
    name = composition.body.name
    number, symbol = _number_and_symbol(paper)
    articles = _articles(paper, verb)
    return OfficialPaper(
        kind=PaperKind.DECISION,
        letterhead=Letterhead(
            parent_body="",
            issuer=composition.issuer_text.removeprefix(_CHAIRMAN),
            number=number,
            symbol=symbol,
            place=paper.place,
            issued_on=composition.decided_on,
        ),
        abstract=f"Về việc {verb} {name}",
        decider=composition.issuer_text,
        legal_bases=_bases(paper),
        sections=(PaperSection(SectionLevel.CHAPTER, "", "", articles),),
        recipients=Recipients((f"Như Điều {len(articles)}", "Cơ quan cấp trên (để báo cáo)")),
        signatures=(SignatureBlock(_signers(composition.issuer_text)),),
    )


def notice_paper(paper: CommitteePaper) -> OfficialPaper:
    """The typed content of the notice, issued by the committee itself."""
    composition, name = paper.composition, paper.composition.body.name
    head = next((seat for seat in paper.seats if seat.title == SeatTitle.HEAD), None)
    return OfficialPaper(
        kind=PaperKind.NOTICE,
        letterhead=Letterhead(
            parent_body=composition.issuer_text.removeprefix(_CHAIRMAN),
            issuer=name,
            number=None,
            symbol=_joined("TB", composition.body.symbol or "BCĐ"),
            place=paper.place,
            issued_on=None,
        ),
        abstract=f"Phân công nhiệm vụ thành viên {name}",
        opening=f"Căn cứ {_cited(paper)}, {name} thông báo phân công nhiệm vụ như sau:",
        sections=tuple(_duty(place, seat) for place, seat in enumerate(paper.seats, start=1)),
        closing=f"{_standing_sentence(paper)}{_MEMBERS} căn cứ nhiệm vụ được phân công tổ chức"
        " thực hiện.",
        recipients=Recipients((_MEMBERS, "Các cơ quan có liên quan")),
        signatures=(
            SignatureBlock(
                (
                    AuthorityLine(Authority.COLLECTIVE, "Ban Chỉ đạo"),
                    AuthorityLine(Authority.OWN, _title_of(SeatTitle.HEAD)),
                ),
                name=_name_of(head),
                other_office=_post_of(head) if head else "",
            ),
        ),
    )


def _profile(paper: CommitteePaper) -> LayoutProfile:
    return profile_on(paper.composition.decided_on or clock.today())


def _articles(paper: CommitteePaper, verb: str) -> tuple[Article, ...]:
    composition, name = paper.composition, paper.composition.body.name
    begun = verb[:1].upper() + verb[1:]
    articles = [Article(f"{begun} {name} gồm các thành viên sau đây:", _members(paper.seats))]
    if composition.standing_body is not None:
        articles.append(Article(_standing_sentence(paper).strip()))
    articles.append(
        Article(
            f"{_MEMBERS} làm việc theo chế độ kiêm nhiệm; nhiệm vụ cụ thể do Trưởng ban phân công."
        )
    )
    effect = f"Quyết định này có hiệu lực từ ngày {date_vn(composition.valid_from)}"
    if paper.replaces is not None:
        effect += f" và thay thế {_cited_as(paper.replaces.decision_number, paper.replaces)}"
    articles.append(Article(f"{effect}."))
    articles.append(
        Article(
            "Thủ trưởng các cơ quan, tổ chức có liên quan và các thành viên Ban Chỉ đạo chịu trách"
            " nhiệm thi hành Quyết định này."
        )
    )
    return tuple(articles)


def _members(seats: Sequence[Seat]) -> tuple[Clause, ...]:
    """ "Chủ tịch Ủy ban nhân dân xã Đăk Hà: Trưởng ban;", the last one with a full stop."""
    last = len(seats)
    return tuple(
        Clause(f"{_who(seat)}: {_title_of(seat.title)}{'.' if place == last else ';'}")
        for place, seat in enumerate(seats, start=1)
    )


def _duty(place: int, seat: Seat) -> PaperSection:
    title = f"{_title_of(seat.title)}: {_who(seat)}"
    field = seat.field_in_charge or "nhiệm vụ do Trưởng ban phân công"
    if not field.lower().startswith("phụ trách"):
        field = f"Phụ trách: {field[:1].lower()}{field[1:]}"
    said = field.rstrip(" .;") + "."
    return PaperSection(SectionLevel.CLAUSE, str(place), title, (Statement(said),))


def _who(seat: Seat) -> str:
    """The post with its body, after the name where the holder is known here."""
    name, post = _name_of(seat), _post_of(seat)
    return f"Đồng chí {name}, {post}" if name else post


def _post_of(seat: Seat) -> str:
    return post_in_full(seat.post, seat.body.name if seat.body else "")


def _title_of(title: str) -> str:
    """The title as papers say it, whatever language the reader's screen has."""
    with translation.override("vi"):
        return str(SeatTitle(title).label)


def _name_of(seat: Seat | None) -> str | None:
    return seat.posting.account.full_name if seat is not None and seat.posting else None


def _standing_sentence(paper: CommitteePaper) -> str:
    standing = paper.composition.standing_body
    if standing is None:
        return ""
    return (
        f"{standing.name} là cơ quan thường trực của Ban Chỉ đạo, tham mưu, giúp Ban Chỉ đạo tổ"
        " chức thực hiện nhiệm vụ. "
    )


def _bases(paper: CommitteePaper) -> tuple[str, ...]:
    """The bases one a line, each begun with *Căn cứ*, and who proposes."""
    lines = [line.strip() for line in paper.composition.basis.splitlines() if line.strip()]
    begun = ("căn cứ", "theo đề nghị", "thực hiện", "xét")
    bases = [line if line.lower().startswith(begun) else f"Căn cứ {line}" for line in lines]
    standing = paper.composition.standing_body
    if standing is not None and not any(b.lower().startswith("theo đề nghị") for b in bases):
        bases.append(f"Theo đề nghị của {standing.name}")
    return tuple(bases)


def _cited(paper: CommitteePaper) -> str:
    return _cited_as(paper.composition.decision_number or "……", paper.composition)


def _cited_as(number: str, composition: Composition) -> str:
    signed, issuer = composition.decided_on, composition.issuer_text
    day = f" ngày {date_vn(signed)}" if signed else " ngày ……"
    return f"Quyết định số {number}{day} của {issuer}"


def _number_and_symbol(paper: CommitteePaper) -> tuple[str | None, str]:
    """ "12/QĐ-UBND" as number and symbol; the usual symbol where there is none yet."""
    number, slash, symbol = paper.composition.decision_number.partition("/")
    if slash:
        return number.strip() or None, symbol.strip()
    return number.strip() or None, _joined("QĐ", paper.issuer_symbol)


def _joined(kind: str, symbol: str) -> str:
    return f"{kind}-{symbol}" if symbol else kind


def _signers(issuer: str) -> tuple[AuthorityLine, ...]:
    """Who signs for the issuer (Decree 30/2020, Article 13): the chairman, or for the collective.

    An issuer of another kind leaves the line of the office open.
    """
    chairman = AuthorityLine(Authority.OWN, _CHAIRMAN.strip())
    if issuer.startswith(_CHAIRMAN):
        return (chairman,)
    if issuer.startswith(_COMMITTEE):
        return (AuthorityLine(Authority.COLLECTIVE, _COMMITTEE), chairman)
    return (AuthorityLine(Authority.OWN, ""),)
