"""Papers within an actor's scope: the one door."""

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phongtrao.core.errors import NotFound
from phongtrao.core.navigation import ShownEntry
from phongtrao.org.permissions import Actor
from phongtrao.publishing.models import Paper, PaperFigures, PaperLine, PaperSection, PaperStep
from phongtrao.publishing.permissions import can_draft
from phongtrao.publishing.workflow import OUT, StepKind
from phongtrao.reporting.models import Round, TemplateVersion


def visible(actor: Actor) -> QuerySet[Paper]:
    """Papers of one's own body and those about which it is asked for its word.

    What is out is read also by bodies that take part and see the area.
    """
    if actor.body is None:
        return Paper.objects.none()
    # A subquery: a join over the participants would give one row for each of them.
    forms = TemplateVersion.objects.filter(participants=actor.body.kind_id)
    partners = Q(state__in=OUT, round__template_version__in=forms)
    asked = PaperStep.objects.filter(kind=StepKind.ASKED, body=actor.body)
    return Paper.objects.filter(
        Q(body_id=actor.body_id)
        | (partners & actor.scope.where("area_id"))
        | Q(pk__in=asked.values("paper"))
    )


def paper_rows(actor: Actor) -> QuerySet[Paper]:
    """The visible papers with what a list shows: how many reports the newest figures rest on."""
    newest = PaperFigures.objects.filter(paper=OuterRef("pk")).order_by("-n")
    return (
        visible(actor)
        .select_related("round__template_version__template", "body", "created_by__account")
        .annotate(
            reported=Subquery(newest.values("reported")[:1]),
            of=Subquery(newest.values("of")[:1]),
        )
    )


def paper_for(actor: Actor, pk: int) -> Paper:
    """One visible paper; ``NotFound`` outside scope."""
    found = (
        visible(actor)
        .select_related(
            "round__template_version__template",
            "body",
            "created_by__account",
            "submitted_by__account",
            "issued_by__account",
            "report_file",
            "memo_file",
        )
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise NotFound
    return found


def section_for(paper: Paper, pk: int) -> PaperSection:
    """One section of a paper already read through its door; ``NotFound`` elsewhere."""
    found = PaperSection.objects.filter(paper=paper, pk=pk).first()
    if found is None:
        raise NotFound
    return found


def line_for(paper: Paper, pk: int) -> PaperLine:
    """One line of a paper already read through its door; ``NotFound`` elsewhere."""
    rows = PaperLine.objects.filter(section__paper=paper, pk=pk).select_related("section")
    found = rows.prefetch_related("sources__report__body").first()
    if found is None:
        raise NotFound
    return found


def open_paper(actor: Actor, round_: Round, area_id: int) -> Paper | None:
    """The paper of one's own body about the round that is not issued yet, if there is one."""
    rows = Paper.objects.filter(round=round_, area_id=area_id, body=actor.body)
    return rows.exclude(state__in=OUT).first()


def step_from_roll_up(actor: Actor, round_pk: int) -> ShownEntry | None:
    """The link from a round's roll-up to its paper, for those who may draw it up."""
    if not actor.can("paper.draft") or actor.body is None:
        return None
    round_ = Round.objects.select_related("template_version").filter(pk=round_pk).first()
    if round_ is None or not can_draft(actor, round_, actor.body.area_id):
        return None
    address = f"{reverse('publishing:paper-draft')}?dot={round_pk}"
    return ShownEntry(_("Soạn báo cáo"), "file-pencil", address, active=False)
