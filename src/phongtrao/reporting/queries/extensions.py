"""More time: what was asked and given for a report, and which requests wait for an answer."""

from django.db.models import QuerySet

from phongtrao.core import clock
from phongtrao.core.errors import NotFound
from phongtrao.org.permissions import Actor
from phongtrao.reporting.models import DeadlineExtension, Report
from phongtrao.reporting.queries.reports import visible
from phongtrao.reporting.workflow import ExtensionState, ReportState, RoundState

_UNSENT = (ReportState.DRAFT, ReportState.RETURNED)


def extensions_of(report: Report) -> list[DeadlineExtension]:
    """Every request and grant of a report, the newest first."""
    rows = report.extensions.select_related(
        "asked_account", "asked_by__body", "decided_by__body", "decided_by__account"
    )
    return list(rows.order_by("-pk"))


def extension_for(actor: Actor, pk: int) -> DeadlineExtension:
    """One request at a visible report; ``NotFound`` outside scope."""
    rows = DeadlineExtension.objects.filter(report__in=visible(actor))
    found = rows.select_related("report").filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def asked_extensions(actor: Actor) -> QuerySet[DeadlineExtension]:
    """Requests that wait for the actor's body: of reports it stands directly above."""
    if actor.body is None:
        return DeadlineExtension.objects.none()
    return (
        DeadlineExtension.objects.filter(
            state=ExtensionState.ASKED,
            report__in=visible(actor),
            report__superior=actor.body.area_id,
            report__round__state=RoundState.OPEN,
        )
        .select_related(
            "report__body",
            "report__round__template_version__template",
            "report__round__one_off",
        )
        .order_by("deadline_before", "pk")
    )


def may_have_more_time(report: Report) -> bool:
    """Whether a later deadline still means something for a report."""
    return report.state in _UNSENT and report.round.locked_at is None


def may_be_undone(extension: DeadlineExtension) -> bool:
    """Whether a granted extension has not passed and was not used yet."""
    return (
        extension.state == ExtensionState.GRANTED
        and extension.deadline_at > clock.now()
        and extension.report.state in _UNSENT
    )
