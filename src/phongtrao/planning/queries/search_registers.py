"""What search finds of the registers of targets and of joint papers."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from phongtrao.core import clock
from phongtrao.core.periods import parse_period
from phongtrao.core.search import Entry, Findable, Hit
from phongtrao.org.models import AreaVersion
from phongtrao.org.queries.areas import area_labels
from phongtrao.planning.models import JointPaper, JointParty, Target
from phongtrao.planning.queries.joint_papers import visible_joint_papers
from phongtrao.planning.queries.targets import visible_targets

_STRETCH = 500


def target_entries(pks: Collection[int] | None = None) -> Iterator[Entry]:
    """Targets by indicator and period, by every name of their area, and by the paper behind."""
    names = Prefetch("area__versions", AreaVersion.objects.order_by("pk"))
    rows = Target.objects.select_related("programme").prefetch_related(names)
    rows = rows.defer("search_folded").order_by("pk")
    # The index speaks Vietnamese, whatever the language of whoever sets the target.
    with override("vi"):
        for row in _of(rows, pks):
            places = dict.fromkeys(each.full_name for each in row.area.versions.all())
            title = (row.indicator_code, row.indicator_name, _period(row), *places)
            text = (row.source, row.clause, row.programme.short_name)
            yield Entry(row.pk, "\n".join(title), "\n".join(text), _day_of(row.set_at))


def joint_paper_entries(pks: Collection[int] | None = None) -> Iterator[Entry]:
    """Joint papers by type, number and title, and by everybody who signs them."""
    parties = Prefetch("parties", JointParty.objects.select_related("body"))
    rows = JointPaper.objects.select_related("home_body").prefetch_related(parties)
    for row in _of(rows.defer("search_folded").order_by("pk"), pks):
        names = [party.label for party in row.parties.all()]
        title = "\n".join((row.type, row.number, row.title))
        text = "\n".join((row.home_body.name, row.ended_by_paper, *names))
        yield Entry(row.pk, title, text, row.starts_on or _day_of(row.recorded_at))


def _of(rows: QuerySet[Any], pks: Collection[int] | None) -> Iterator[Any]:
    chosen = rows if pks is None else rows.filter(pk__in=pks)
    return chosen.iterator(chunk_size=_STRETCH)


def _day_of(moment: Any) -> date:
    return timezone.localtime(moment, clock.VIETNAM).date()


def _period(row: Target) -> str:
    return parse_period(row.period).name.shown(gettext)


def _target_hits(rows: QuerySet[Target]) -> list[Hit]:
    found = list(rows.select_related("programme", "set_by__body").defer("search_folded"))
    places = area_labels({row.area_id for row in found}, clock.today())
    return [
        Hit(
            row.pk,
            f"{row.indicator_code} – {row.indicator_name}, {_period(row)}, {places[row.area_id]}",
            reverse("planning:target-detail", args=[row.pk]),
            row.set_by.body.name,
            _day_of(row.set_at),
            row.programme.short_name,
            text=f"{row.clause} {row.source}".strip(),
        )
        for row in found
    ]


def _joint_paper_hits(rows: QuerySet[JointPaper]) -> list[Hit]:
    parties = Prefetch("parties", JointParty.objects.select_related("body"))
    found = rows.select_related("home_body").defer("search_folded").prefetch_related(parties)
    return [
        Hit(
            row.pk,
            f"{row.heading}: {row.title}" if row.number else row.heading,
            reverse("planning:joint-detail", args=[row.pk]),
            row.home_body.name,
            row.starts_on,
            _("Đã chấm dứt") if row.ended_on and row.ended_on <= clock.today() else "",
            text="; ".join(party.label for party in row.parties.all()),
        )
        for row in found
    ]


FINDABLE = (
    Findable(
        "planning.target", "chi-tieu", _("Chỉ tiêu giao"), "target-arrow", "document.read",
        visible_targets, _target_hits, target_entries, {"org.arealineage": ("area",)},
    ),
    Findable(
        "planning.jointpaper", "ky-ket", _("Văn bản phối hợp, ký kết"), "file-text",
        "document.read", visible_joint_papers, _joint_paper_hits, joint_paper_entries,
        {"org.body": ("home_body", "parties__body")},
    ),
)  # fmt: skip
