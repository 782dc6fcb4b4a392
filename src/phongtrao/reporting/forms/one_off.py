"""Asking once: one page, with good defaults, that becomes what `actions.ask_one_off` takes."""

import re
from collections.abc import Sequence
from datetime import datetime, time
from typing import Any, cast

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phongtrao.core import clock
from phongtrao.core.fields import DayField
from phongtrao.core.formats import datetime_vn
from phongtrao.core.periods import CALENDAR, Period, month_of
from phongtrao.core.vietnamese import tidy_line
from phongtrao.core.working_days import work_calendar
from phongtrao.org.models import AreaSet, AreaVersion
from phongtrao.org.permissions import Actor
from phongtrao.org.queries import area_sets_within, member_ids
from phongtrao.reporting.actions.one_off import ADDED, MOST_ROWS, AskedRow, OneOffDraft
from phongtrao.reporting.models import Indicator
from phongtrao.reporting.queries.designs import indicators_for
from phongtrao.reporting.rules.hours import is_within_hours, offered_deadlines
from phongtrao.reporting.workflow import AskedOf

LEVELS = {"province": gettext_lazy("Cấp tỉnh"), "commune": gettext_lazy("Cấp xã")}
_BELOW = {"country": ("commune", "province"), "province": ("commune",)}
# What one chooses areas from: whole provinces from the centre, communes from a province.
_PICKED = {"country": "province", "province": "commune"}
_OTHER = "khac"
_CODE = re.compile(r"^([A-Z]{1,4}[0-9]{1,4}[a-z]?)\s+[–-]\s+")


class OneOffForm(forms.Form):
    """A one-off request as its asker fills it in; ten rows of figures and one question."""

    title = forms.CharField(label=gettext_lazy("Tên yêu cầu"), max_length=200, required=False)
    question = forms.CharField(
        label=gettext_lazy("Câu hỏi trả lời bằng lời"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    period = forms.ChoiceField(label=gettext_lazy("Số liệu của"))
    deadline = forms.ChoiceField(label=gettext_lazy("Hạn gửi"), widget=forms.RadioSelect)
    deadline_on = DayField(label=gettext_lazy("Ngày khác"), required=False)
    deadline_time = forms.TimeField(
        label=gettext_lazy("Giờ"),
        required=False,
        initial=time(10, 0),
        widget=forms.TimeInput(format="%H:%M", attrs={"inputmode": "numeric"}),
    )
    level = forms.ChoiceField(label=gettext_lazy("Cấp trả lời"))
    asked_of = forms.ChoiceField(
        label=gettext_lazy("Hỏi những địa bàn nào"),
        choices=AskedOf.choices,
        initial=AskedOf.ALL,
        widget=forms.RadioSelect,
    )
    area_set = forms.ModelChoiceField(
        label=gettext_lazy("Tập địa bàn"), queryset=AreaSet.objects.none(), required=False
    )
    areas = forms.MultipleChoiceField(
        label=gettext_lazy("Địa bàn được chọn"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    paper_number = forms.CharField(
        label=gettext_lazy("Theo văn bản số"), max_length=60, required=False
    )
    paper_date = DayField(label=gettext_lazy("Ngày văn bản"), required=False)
    note = forms.CharField(label=gettext_lazy("Mục đích, ghi chú"), max_length=500, required=False)
    needs_approval = forms.BooleanField(
        label=gettext_lazy("Câu trả lời phải được cơ quan hỏi duyệt"), required=False
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        levels = _BELOW.get(actor.scope.level, ())
        choices: dict[str, list[tuple[str, Any]]] = {
            "period": _periods(),
            "deadline": _deadlines(),
            "level": [(code, LEVELS[code]) for code in levels],
            "areas": [(str(a.lineage_id), a.full_name) for a in self.offered_areas],
        }
        for name, offered in choices.items():
            cast("forms.ChoiceField", self.fields[name]).choices = offered
        self.fields["deadline"].initial = choices["deadline"][0][0]
        self._keep_deadline(choices["deadline"])
        sets = cast("forms.ModelChoiceField[AreaSet]", self.fields["area_set"])
        sets.queryset = area_sets_within(actor, actor.day)

    @cached_property
    def offered_areas(self) -> list[AreaVersion]:
        """The areas one may pick: communes of a province, or provinces as a whole."""
        level = _PICKED.get(self.actor.scope.level)
        if level is None:
            return []
        inside = AreaVersion.objects.on(self.actor.day).at_level(level)
        rows = inside.filter(self.actor.scope.where("lineage_id"))
        return list(rows.order_by("sort_key", "pk"))

    @cached_property
    def indicators(self) -> list[Indicator]:
        """The indicators that may be asked for: figures that are typed and add up."""
        return list(indicators_for(self.actor).filter(is_enabled=True, kind__in=ADDED))

    @cached_property
    def rows(self) -> list[dict[str, str]]:
        """The ten rows as typed: name, unit, decimals, and the fault of each."""
        return [
            {name: self.data.get(f"{name}-{place}", "") for name in ("name", "unit", "decimals")}
            | {"error": ""}
            for place in range(MOST_ROWS)
        ]

    def clean(self) -> dict[str, Any]:
        """Make one moment of the deadline, and hold the choice of areas together."""
        cleaned = super().clean() or {}
        if cleaned.get("deadline") == _OTHER:
            day, hour = cleaned.get("deadline_on"), cleaned.get("deadline_time")
            if not day or not hour:
                self.add_error("deadline_on", _("Ghi cả ngày và giờ của hạn gửi."))
            else:
                cleaned["deadline_at"] = datetime.combine(day, hour, tzinfo=clock.VIETNAM)
        elif cleaned.get("deadline"):
            cleaned["deadline_at"] = datetime.fromisoformat(cleaned["deadline"])
        if cleaned.get("asked_of") == AskedOf.SET and not cleaned.get("area_set"):
            self.add_error("area_set", _("Chọn một tập địa bàn."))
        if cleaned.get("asked_of") == AskedOf.CHOSEN and not cleaned.get("areas"):
            self.add_error("areas", _("Chọn ít nhất một địa bàn."))
        if cleaned.get("paper_date") and not cleaned.get("paper_number"):
            self.add_error("paper_number", _("Ghi số, ký hiệu của văn bản."))
        return cleaned

    def draft(self) -> OneOffDraft:
        """What is asked, as the action takes it; the form must be valid."""
        given = self.cleaned_data
        plain = ("title", "question", "note", "level", "deadline_at", "period", "asked_of")
        rows = self._asked_rows()
        named = {name: given[name] for name in plain}
        named["title"] = given["title"] or (rows[0].name if rows else given["question"])[:120]
        is_set = given["asked_of"] == AskedOf.SET
        return OneOffDraft(
            **named,
            rows=rows,
            area_ids=self._area_ids(),
            area_set=given["area_set"] if is_set else None,
            paper_number=given["paper_number"],
            paper_date=given["paper_date"],
            needs_approval=given["needs_approval"],
        )

    def show_at_rows(self, fields: dict[str, str]) -> None:
        """Put the refusals of rows beside them; `fields` names them by place among those typed."""
        typed = [row for row in self.rows if tidy_line(row["name"])]
        for place, row in enumerate(typed):
            row["error"] = fields.get(f"row-{place}", "")

    def _keep_deadline(self, offered: list[tuple[str, Any]]) -> None:
        """A moment that was offered some minutes ago may still be meant."""
        sent = str(self.data.get("deadline", ""))
        try:
            moment = datetime.fromisoformat(sent)
        except ValueError:
            return
        if moment.tzinfo and sent not in dict(offered):
            kept = [(sent, datetime_vn(moment)), *offered]
            cast("forms.ChoiceField", self.fields["deadline"]).choices = kept

    def _asked_rows(self) -> list[AskedRow]:
        known = {row.code: row for row in self.indicators}
        return [_asked_row(row, known) for row in self.rows if tidy_line(row["name"])]

    def _area_ids(self) -> Sequence[int]:
        """The areas of the asked level that were chosen, in scope today."""
        given, day = self.cleaned_data, self.actor.day
        rows = AreaVersion.objects.on(day).at_level(given["level"])
        rows = rows.filter(self.actor.scope.where("lineage_id"))
        if given["asked_of"] == AskedOf.ALL:
            return list(rows.values_list("lineage_id", flat=True))
        if given["asked_of"] == AskedOf.SET:
            wanted = set(member_ids(given["area_set"], day))
        else:
            wanted = {int(pk) for pk in given["areas"]}
        return [
            pk
            for pk, path in rows.values_list("lineage_id", "path")
            if not wanted.isdisjoint(int(part) for part in path.split("/") if part)
        ]


def outside_hours(moment: datetime) -> bool:
    """Whether a deadline lies outside working hours; the preview says so."""
    at = moment.astimezone(clock.VIETNAM)
    return not is_within_hours(at, is_working_day=work_calendar().is_working_day(at.date()))


def _asked_row(row: dict[str, str], known: dict[str, Indicator]) -> AskedRow:
    name = tidy_line(row["name"])
    found = _CODE.match(name)
    if found and found[1] in known:
        return AskedRow(known[found[1]].name, indicator=found[1])
    decimals = int(row["decimals"]) if row["decimals"] in ("1", "2") else 0
    return AskedRow(name, tidy_line(row["unit"]), decimals)


def _periods() -> list[tuple[str, str]]:
    now = month_of(clock.today(), CALENDAR)
    found = [now, now.shifted(-1), Period(now.first - now.first % 12, now.last)]
    named = {now.label: _("Đến lúc trả lời, trong tháng này")}
    named |= {found[1].label: _("Tháng trước"), found[2].label: _("Từ đầu năm đến nay")}
    return [(label, f"{name} ({label})") for label, name in named.items()]


def _deadlines() -> list[tuple[str, str]]:
    now, calendar = clock.now().astimezone(clock.VIETNAM), work_calendar()
    offered = offered_deadlines(
        now, calendar.add_working_days, works_today=calendar.is_working_day(now.date())
    )
    found = [
        (each.at.isoformat(), f"{each.name.shown(_)} ({datetime_vn(each.at)})") for each in offered
    ]
    return [*found, (_OTHER, _("Ngày giờ khác"))]
