"""Drawing up a paper from the reports of a round, and taking its figures again."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

from django.db import IntegrityError, transaction

from phongtrao.core import audit, clock, search
from phongtrao.core.errors import N_, Forbidden, Refused
from phongtrao.core.vietnamese import fold
from phongtrao.org.models import Body, Posting
from phongtrao.org.permissions import Actor
from phongtrao.org.roles import Role
from phongtrao.publishing import permissions, queries
from phongtrao.publishing.actions.editing import held, touch
from phongtrao.publishing.models import Paper, PaperFigures, PaperLine, PaperSection
from phongtrao.publishing.queries.contents import numbered
from phongtrao.publishing.rules.drafting import MOST_DRAWN, OUTLINE, changes_between
from phongtrao.publishing.workflow import PAPER, SigningAuthority
from phongtrao.reporting.actions.rounds import locked_round
from phongtrao.reporting.models import Round


@dataclass(frozen=True)
class Draft:
    """A paper not stored yet: its head, headings with lines and their sources, figures.

    `left_out` is how many statements from below it does not begin with.
    """

    paper: Paper
    sections: Sequence[tuple[PaperSection, Sequence[tuple[PaperLine, Sequence[int]]]]]
    figures: PaperFigures
    left_out: int

    def contents(self) -> queries.PaperContents:
        """What would be printed of it."""
        rows = [(section, [line for line, _ids in lines]) for section, lines in self.sections]
        lines = queries.figure_lines(self.paper.round, self.figures)
        return queries.PaperContents(self.paper, numbered(rows), self.figures, lines)


def compose_draft(actor: Actor, round_: Round, body: Body) -> Draft:
    """The draft that the body's paper about the round begins with; nothing is stored."""
    paper = _first_paper(actor, round_, body)
    figures = queries.take_figures(actor, round_, approved_only=False)
    told = queries.told_below(queries.versions_below(actor, round_), round_, figures.of)
    sections: list[tuple[PaperSection, list[tuple[PaperLine, list[int]]]]] = []
    for position, heading in enumerate(OUTLINE):
        own = [item for item in told if heading.topic and item.topic == heading.topic]
        own.sort(key=lambda item: item.order)
        section = PaperSection(
            paper=paper,
            position=position,
            level=heading.level,
            title=heading.title,
            topic=heading.topic,
            holds_figures=heading.holds_figures,
        )
        sections.append((section, [_line(*item) for item in enumerate(own[:MOST_DRAWN])]))
    drawn = sum(len(lines) for _section, lines in sections)
    return Draft(paper, sections, figures, len(told) - drawn)


@transaction.atomic
def draft_paper(round_: Round, area_id: int, *, by: Actor) -> Paper:
    """Draw up the report of an area from the counting reports of a round.

    Raises ``Forbidden`` unless the actor's body is the standing body of the area, ``Refused``
    while the body has one about this round that is not issued.
    """
    if not permissions.can_draft(by, round_, area_id) or by.body is None:
        raise Forbidden(
            N_(
                "Chỉ cơ quan thường trực của địa bàn mới soạn được báo cáo này."
                " Chưa có gì thay đổi."
            )
        )
    if round_.is_training:
        locked_round(round_)  # it may be erased at this moment
    draft = compose_draft(by, round_, by.body)
    _store(draft)
    _keep_figures(draft.paper, draft.figures, 1, [], by)
    search.refresh(Paper, [draft.paper.pk])
    audit.record(
        "paper.drafted",
        draft.paper,
        by=by,
        round=round_.pk,
        reported=draft.figures.reported,
        of=draft.figures.of,
        not_approved=draft.figures.not_approved,
        versions=draft.figures.versions,
        left_out=draft.left_out,
    )
    return draft.paper


@transaction.atomic
def refresh_figures(
    paper: Paper, *, by: Actor, approved_only: bool | None = None
) -> list[dict[str, Any]]:
    """Take the figures again and say what changed, an indicator a line (`PaperFigures.changes`).

    `approved_only` keeps its last answer where it is None. Nothing is stored when nothing differs.
    """
    found = held(paper, by)
    PAPER.target("edit", current=found.state)
    before = queries.newest_figures(found)
    wanted = before.approved_only if approved_only is None else approved_only
    after = queries.take_figures(by, found.round, approved_only=wanted)
    changes = changes_between(before.figures, after.figures)
    names = ("approved_only", "versions", "of", "reported", "not_approved", "waiting", "missing")
    if not changes and all(getattr(before, name) == getattr(after, name) for name in names):
        return []
    _keep_figures(found, after, before.n + 1, changes, by)
    touch(found)
    audit.record(
        "paper.figures_refreshed",
        found,
        by=by,
        n=after.n,
        approved_only=wanted,
        changes=[{k: row[k] for k in ("code", "before", "after")} for row in changes],
        versions=after.versions,
    )
    paper.row_version = found.row_version
    return changes


def _first_paper(actor: Actor, round_: Round, body: Body) -> Paper:
    words = queries.first_words(body, round_, actor.day)
    return Paper(
        round=round_,
        area_id=body.area_id,
        body=body,
        parent_body=words.parent_body,
        issuer=words.issuer,
        symbol=words.symbol,
        place=words.place,
        title=words.title,
        title_folded=fold(words.title),
        addressees=words.parent_body,
        opening=words.opening,
        recipients="\n".join(words.recipients),
        created_at=clock.now(),
        created_by=actor.posting if actor.posting_id else None,
        **_signer(actor),
    )


def _signer(actor: Actor) -> dict[str, str]:
    """Who acts in a leader's posting by delegation signs TUQ.; otherwise the author fills it in."""
    posting = actor.posting
    if actor.delegation is None or posting is None or posting.role != Role.LEADER:
        return {}
    return {
        "signer_authority": SigningAuthority.BY_AUTHORISATION,
        "signer_head": posting.capacity,
        "signer_name": actor.account.full_name,
    }


def _line(position: int, told: queries.ToldBelow) -> tuple[PaperLine, list[int]]:
    line = PaperLine(position=position, text=told.said, source_text=told.said, places=told.places)
    return line, [version.pk for version in told.versions]


def _store(draft: Draft) -> None:
    try:
        with transaction.atomic():
            draft.paper.save()
    except IntegrityError:
        raise Refused(
            N_(
                "Cơ quan bạn đang có một báo cáo chưa ban hành về đợt này nên không soạn thêm."
                " Hãy mở báo cáo đó để sửa tiếp."
            ),
            code="paper_exists",
        ) from None
    for section, _lines in draft.sections:
        section.paper = draft.paper
    PaperSection.objects.bulk_create([section for section, _lines in draft.sections])
    rows = [(section, row) for section, lines in draft.sections for row in lines]
    for section, (line, _ids) in rows:
        line.section = section
    lines = PaperLine.objects.bulk_create([line for _section, (line, _ids) in rows])
    link = PaperLine.sources.through
    link.objects.bulk_create(
        link(paperline_id=line.pk, reportversion_id=pk)
        for line, (_section, (_line_, ids)) in zip(lines, rows, strict=True)
        for pk in ids
    )


def _keep_figures(
    paper: Paper, figures: PaperFigures, n: int, changes: list[dict[str, Any]], by: Actor
) -> None:
    figures.paper = paper
    figures.n = n
    figures.changes = changes
    figures.taken_at = clock.now()
    figures.taken_by = cast("Posting", by.posting)  # a drafter has one: `can_draft`, `can_edit`
    figures.save()
