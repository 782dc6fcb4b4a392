"""Campaigns and sessions that an actor may see, and what they count for a report."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, Q, QuerySet, Sum
from django.urls import reverse

from phongtrao.core.errors import N_, InvalidInput, Sentence
from phongtrao.core.formats import date_vn
from phongtrao.fieldwork.outreach.models import Campaign, Session, SessionPartner
from phongtrao.fieldwork.outreach.rules import FORMS
from phongtrao.fieldwork.register.queries import counted, entry_of, visible
from phongtrao.fieldwork.register.rules import Asked, Count
from phongtrao.org.permissions import Actor


def campaign_rows(actor: Actor) -> QuerySet[Any]:
    """Rows of the list of campaigns with what their sessions add up to."""
    held = Q(sessions__struck_on__isnull=True)
    return (
        visible(actor, Campaign.objects.select_related("programme", "body"))
        .annotate(session_count=Sum("sessions__sessions", filter=held))
        .annotate(attendance_count=Sum("sessions__attendances", filter=held))
    )


def campaign_for(actor: Actor, pk: int) -> Any:
    """One visible campaign; raises NotFound."""
    return entry_of(campaign_rows(actor).select_related("recorded_by__account"), pk)


def sees_campaign(actor: Actor, pk: int | None) -> bool:
    """Whether the actor may open the campaign that an entry was made under."""
    return pk is not None and visible(actor, Campaign.objects.filter(pk=pk)).exists()


def campaigns_offered(actor: Actor) -> QuerySet[Campaign]:
    """What a session may be held under: the campaigns of the acting body's area and those above."""
    above = [int(part) for part in actor.scope.path.split("/") if part]
    rows = counted(Campaign.objects.all()).filter(Q(body_id=actor.body_id) | Q(area_id__in=above))
    return rows.order_by("-starts_on", "-pk")


def require_offered(campaign: Campaign | None, by: Actor) -> None:
    """Raises InvalidInput for a campaign of another line of areas."""
    if campaign is not None and not campaigns_offered(by).filter(pk=campaign.pk).exists():
        said = Sentence(N_("Đợt tuyên truyền này không thuộc địa bàn của bạn hoặc cấp trên."))
        raise InvalidInput(said, fields={"campaign": said})


def session_rows(actor: Actor) -> QuerySet[Any]:
    """Rows of the register of sessions."""
    rows = Session.objects.select_related("programme", "body", "campaign")
    return visible(actor, rows, partners=SessionPartner)


def session_for(actor: Actor, pk: int) -> Any:
    """One visible session with its partners; raises NotFound."""
    rows = session_rows(actor).select_related("recorded_by__account")
    return entry_of(rows.prefetch_related("partners__body"), pk)


def last_session(actor: Actor) -> Session | None:
    """The last session that the acting posting recorded: the next one is often alike."""
    if actor.posting is None:
        return None
    return Session.objects.filter(recorded_by=actor.posting).order_by("-pk").first()


def session_counts(asked: Asked) -> Iterator[Count]:
    """Sessions, attendances and joint activities in charge of a body, by form where asked."""
    held = counted(Session.objects.all()).filter(
        body_id=asked.body_id, held_on__range=(asked.first_day, asked.last_day)
    )
    joint = Exists(SessionPartner.objects.filter(entry=OuterRef("pk")))
    rows = held.order_by().values("form").annotate(n=Sum("sessions"), a=Sum("attendances"))
    by_form = {row["form"]: (row["n"], row["a"]) for row in rows}
    if not by_form:
        return
    total = [sum(pair[place] for pair in by_form.values()) for place in (0, 1)]
    figures = {"TT01": total[0], "TT02": total[1]}
    for form, _name in FORMS:
        for code, figure in zip(("TT01", "TT02"), by_form.get(form, (0, 0)), strict=True):
            figures[f"{code}.hinh_thuc.{form}"] = figure
    if "PH02" in asked.keys:
        figures["PH02"] = held.filter(joint).aggregate(n=Sum("sessions"))["n"] or 0
    yield from (
        Count(cell, figure, "outreach.sessions", N_("Sổ buổi tuyên truyền: đã tổ chức trong kỳ"),
              _address(asked, cell))
        for cell, figure in figures.items()
        if figure and cell in asked.keys
    )  # fmt: skip


def _address(asked: Asked, cell: str) -> str:
    """The list of the sessions that a figure counts."""
    query = {
        "chu_tri": str(asked.body_id),
        "tu_ngay": date_vn(asked.first_day),
        "den_ngay": date_vn(asked.last_day),
    }
    if ".hinh_thuc." in cell:
        query["hinh_thuc"] = cell.rpartition(".")[2]
    if cell == "PH02":
        query["phoi_hop"] = "co"
    return f"{reverse('outreach:session-list')}?{urlencode(query)}"
