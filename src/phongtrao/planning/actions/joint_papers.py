"""The register of bilateral and joint papers: record, change, note who has signed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db import transaction

from phongtrao.core import audit, clock, search
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Refused, Sentence, StaleVersion
from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.planning import permissions
from phongtrao.planning.models import JointPaper, JointParty, Programme, ProgrammeDocument

MOST_PARTIES = 60


@dataclass(frozen=True, slots=True)
class PartySpec:
    """A party: a body kept here, or its name; and the day and office of its signature."""

    body: Body | None
    named: str = ""
    signed_on: date | None = None
    signer_post: str = ""


@dataclass(frozen=True, slots=True)
class JointTerms:
    """What a joint paper is, its term, and the paper that ended it before."""

    programme: Programme
    type: str
    number: str
    title: str
    starts_on: date | None = None
    ends_on: date | None = None
    ended_by_paper: str = ""
    ended_on: date | None = None


@transaction.atomic
def record_joint_paper(
    terms: JointTerms,
    parties: Sequence[PartySpec],
    *,
    by: Actor,
    document: ProgrammeDocument | None = None,
) -> JointPaper:
    """Enter a paper that two or more bodies sign; `document` where it stands in the register.

    Raises Forbidden, Refused (that document is entered already) and InvalidInput (fewer than two
    parties, a party twice, a signature in the future, a term that ends before it begins).
    """
    if not by.can("programme.keep"):
        raise Forbidden(N_("Chức trách đang chọn không ghi được sổ văn bản phối hợp."))
    if document is not None and JointPaper.objects.filter(document=document).exists():
        raise Refused(N_("Văn bản này đã có trong sổ văn bản phối hợp."), code="recorded")
    _check(terms, parties, by)
    posting = permissions.posting_of(by)
    paper = JointPaper.objects.create(
        home_body=posting.body,
        document=document,
        recorded_at=clock.now(),
        recorded_by=posting,
        **_facts(terms, parties),
    )
    _write_parties(paper, parties)
    search.refresh(JointPaper, [paper.pk])
    audit.record("joint_paper.recorded", paper, by=by, number=paper.number, parties=_told(parties))
    return paper


@transaction.atomic
def change_joint_paper(
    paper: JointPaper,
    terms: JointTerms,
    parties: Sequence[PartySpec],
    *,
    by: Actor,
    expected_version: int | None = None,
) -> JointPaper:
    """Correct or complete a paper: words, term, parties, its end. Raises as recording does."""
    found = _locked(paper, by)
    if expected_version is not None and expected_version != found.row_version:
        raise StaleVersion(
            mine={N_("Trích yếu"): terms.title, N_("Số, ký hiệu"): terms.number},
            theirs={N_("Trích yếu"): found.title, N_("Số, ký hiệu"): found.number},
        )
    _check(terms, parties, by)
    for name, value in _facts(terms, parties).items():
        setattr(found, name, value)
    found.row_version += 1
    found.save()
    found.parties.all().delete()
    _write_parties(found, parties)
    search.refresh(JointPaper, [found.pk])
    audit.record("joint_paper.changed", found, by=by, number=found.number, parties=_told(parties))
    return found


@transaction.atomic
def sign_joint_paper(
    party: JointParty, *, signed_on: date, signer_post: str = "", by: Actor
) -> JointParty:
    """Note that a party has signed. Raises Forbidden, Refused (signed) and InvalidInput (a day to
    come).
    """
    paper = _locked(party.paper, by)
    party = JointParty.objects.select_for_update(of=("self",)).get(pk=party.pk)
    if party.signed_on is not None:
        raise Refused(N_("Bên này đã được ghi là đã ký."), code="signed")
    _require_past(signed_on, by)
    party.signed_on, party.signer_post = signed_on, tidy_line(signer_post)[:120]
    party.save(update_fields=["signed_on", "signer_post"])
    paper.row_version += 1
    paper.save(update_fields=["row_version"])
    audit.record("joint_paper.signed", paper, by=by, party=party.label, signed_on=str(signed_on))
    return party


def _locked(paper: JointPaper, by: Actor) -> JointPaper:
    found = JointPaper.objects.select_for_update(of=("self",)).get(pk=paper.pk)
    if not permissions.can_keep_joint(by, found):
        raise Forbidden(N_("Chỉ cơ quan giữ sổ mới sửa được văn bản phối hợp này."))
    return found


def _facts(terms: JointTerms, parties: Sequence[PartySpec]) -> dict[str, Any]:
    clean = replace(
        terms,
        type=tidy_line(terms.type)[:60],
        number=tidy_line(terms.number)[:80],
        title=tidy_line(terms.title)[:500],
        ended_by_paper=tidy_line(terms.ended_by_paper)[:200],
    )
    names = [party.body.name if party.body else party.named for party in parties]
    words = [clean.type, clean.number, clean.title, *names]
    return {
        "programme": clean.programme,
        "type": clean.type,
        "number": clean.number,
        "title": clean.title,
        "starts_on": clean.starts_on,
        "ends_on": clean.ends_on,
        "ended_by_paper": clean.ended_by_paper,
        "ended_on": clean.ended_on,
        "search_folded": fold("\n".join(words)),
    }


def _check(terms: JointTerms, parties: Sequence[PartySpec], by: Actor) -> None:
    if not tidy_line(terms.title) or not tidy_line(terms.type):
        raise InvalidInput(N_("Hãy ghi loại và trích yếu của văn bản."), "joint.empty")
    if terms.starts_on and terms.ends_on and terms.ends_on < terms.starts_on:
        said = Sentence(N_("Ngày hết thời hạn không trước ngày có hiệu lực."))
        raise InvalidInput(said, fields={"ends_on": said})
    if bool(tidy_line(terms.ended_by_paper)) != bool(terms.ended_on):
        said = Sentence(N_("Chấm dứt trước thời hạn cần cả văn bản làm căn cứ và ngày."))
        raise InvalidInput(said, fields={"ended_by_paper": said})
    _check_parties(parties, by)


def _check_parties(parties: Sequence[PartySpec], by: Actor) -> None:
    if not 2 <= len(parties) <= MOST_PARTIES:
        raise InvalidInput(
            N_("Văn bản phối hợp cần từ 2 đến %(most)s bên."), "joint.parties", most=MOST_PARTIES
        )
    names = [fold(tidy_line(p.body.name if p.body else p.named)) for p in parties]
    ids = [p.body.pk for p in parties if p.body]
    if not all(names) or len(set(names)) != len(names) or len(set(ids)) != len(ids):
        raise InvalidInput(N_("Mỗi bên ký chỉ ghi một lần."), "joint.party_twice")
    for party in parties:
        if party.signed_on is not None:
            _require_past(party.signed_on, by)


def _require_past(day: date, by: Actor) -> None:
    if day > by.day:
        said = Sentence(N_("Ngày ký phải đến hôm nay là muộn nhất."))
        raise InvalidInput(said, fields={"signed_on": said})


def _write_parties(paper: JointPaper, parties: Sequence[PartySpec]) -> None:
    JointParty.objects.bulk_create(
        JointParty(
            paper=paper,
            position=place,
            body=party.body,
            named="" if party.body else tidy_line(party.named)[:250],
            name_folded=fold(party.body.name if party.body else tidy_line(party.named))[:300],
            signed_on=party.signed_on,
            signer_post=tidy_line(party.signer_post)[:120] if party.signed_on else "",
        )
        for place, party in enumerate(parties, start=1)
    )


def _told(parties: Sequence[PartySpec]) -> list[str]:
    return [party.body.name if party.body else tidy_line(party.named) for party in parties]
