"""Forms of the choice of sites: guests, rules, what fell out, lines by hand."""

from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from phongtrao.core.errors import InvalidInput
from phongtrao.core.fields import DayField
from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.fieldwork.events.actions import GuestSpec
from phongtrao.fieldwork.events.models import FestivalPlan, FestivalSite
from phongtrao.fieldwork.events.planner import Problem, Rules, Visit, Weights
from phongtrao.fieldwork.events.queries import Wishes, quotas_of
from phongtrao.fieldwork.events.rules import CHOSEN_ABOVE, LEVELS, days_in_words, read_days
from phongtrao.fieldwork.register.forms import FigureField
from phongtrao.org.permissions import Actor
from phongtrao.planning.forms.fields import NearBodyField

_MOST_GUESTS = 120
_SPARE_ROWS = 5


class GuestRowForm(forms.Form):
    """A post, its days and how often at most; a row without a post is none."""

    post = forms.CharField(label=_("Chức danh"), max_length=120, required=False)
    body = NearBodyField(label=_("Cơ quan"), required=False)
    days = forms.CharField(label=_("Ngày đi được"), max_length=600, required=False)
    most_sites = FigureField(label=_("Nhiều nhất (điểm)"), lowest=1, highest=30, required=False)

    def __init__(self, *args: Any, actor: Actor, plan: FestivalPlan, **options: Any) -> None:
        super().__init__(*args, **options)
        self.plan = plan
        self.fields["body"].actor = actor  # type: ignore[attr-defined]  # declared by BodyField

    def clean_days(self) -> Any:
        """The days that are meant; all of the window where nothing is typed."""
        try:
            return read_days(
                self.cleaned_data["days"], self.plan.opens_on, self.plan.closes_on
            )  # fmt: skip
        except InvalidInput as fault:
            raise ValidationError(fault.shown(_now)) from None

    def clean(self) -> dict[str, Any]:
        """A line names both the post and its body."""
        data = super().clean() or {}
        if not self.errors and bool(data.get("post")) != bool(data.get("body")):
            self.add_error("body", _now("Mỗi dòng cần cả chức danh và cơ quan."))
        return data


class GuestRows(forms.BaseFormSet):
    """The guests as rows."""

    def specs(self) -> list[GuestSpec]:
        """The rows with a post, as the action takes them."""
        return [
            GuestSpec(row["body"], row["post"], row["days"], row["most_sites"] or 1)
            for row in (form.cleaned_data for form in self.forms)
            if row.get("post")
        ]


def guest_rows(plan: FestivalPlan, actor: Actor, data: Any = None) -> GuestRows:
    """The guests of a plan and a few spare rows."""
    made = forms.formset_factory(
        GuestRowForm,
        formset=GuestRows,
        extra=_SPARE_ROWS,
        max_num=_MOST_GUESTS,
        absolute_max=_MOST_GUESTS,
        validate_max=True,
    )
    rows = plan.guests.select_related("body").prefetch_related("days")
    initial = [
        {
            "post": row.post,
            "body": row.body.name,
            "days": days_in_words([each.day for each in row.days.all()]),
            "most_sites": row.most_sites,
        }
        for row in rows
    ]
    given = {"actor": actor, "plan": plan}
    return cast("GuestRows", made(data, prefix="khach", initial=initial, form_kwargs=given))


class SitesField(forms.CharField):
    """Sites of a plan, one a line by their names."""

    offered: Sequence[FestivalSite] = ()

    def clean(self, value: Any) -> Any:
        """The keys of the sites that are meant."""
        names: dict[str, list[int]] = {}
        for site in self.offered:
            names.setdefault(fold(site.title), []).append(site.pk)
        found: list[int] = []
        for line in super().clean(value).splitlines():
            if not tidy_line(line):
                continue
            keys = names.get(fold(tidy_line(line)))
            if keys is None:
                raise ValidationError(
                    _now("Không thấy điểm “%(name)s” trong các điểm đề nghị.")
                    % {"name": line.strip()[:80]}
                )
            found += keys
        return frozenset(found)


def _sites_field(label: Any) -> SitesField:
    return SitesField(
        label=label,
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Mỗi dòng tên một điểm, ghi như trong danh sách."),
    )


class SelectionForm(forms.Form):
    """The rules that the choice of sites keeps; quotas stand in the plan."""

    level = forms.ChoiceField(
        label=_("Chọn điểm cấp"),
        choices=[(code, _(name)) for code, name in LEVELS if code in CHOSEN_ABOVE],
    )
    number = FigureField(label=_("Số điểm cần chọn"), lowest=1, highest=500)
    guests_each = FigureField(
        label=_("Số khách mỗi điểm"), highest=5, help_text=_("0 là không xếp khách.")
    )
    a_day_a_place = FigureField(
        label=_("Mỗi nơi mỗi ngày nhiều nhất (điểm)"),
        highest=50,
        help_text=_(
            "Kế hoạch Trung ương tính theo tỉnh, kế hoạch tỉnh tính theo xã; 0 là không hạn."
        ),
    )
    not_as_last_year = forms.BooleanField(
        label=_("Không chọn lại nơi đã tổ chức năm trước"), required=False
    )
    near_next_day = forms.BooleanField(
        label=_("Hai ngày liền nhau khách ở cùng một vùng"), required=False
    )
    model_points = FigureField(label=_("Điểm số cho mỗi mô hình ra mắt"), highest=1000)
    year_points = FigureField(label=_("Điểm số cho mỗi năm chưa tổ chức"), highest=1000)
    fixed = _sites_field(_("Điểm phải có"))
    barred = _sites_field(_("Điểm không chọn"))

    def __init__(
        self, *args: Any, plan: FestivalPlan, sites: Sequence[FestivalSite], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.plan = plan
        for name in ("fixed", "barred"):
            cast("SitesField", self.fields[name]).offered = sites

    def clean(self) -> dict[str, Any]:
        """A site is either kept or left out."""
        data = super().clean() or {}
        if data.get("fixed", frozenset()) & data.get("barred", frozenset()):
            self.add_error("barred", _now("Một điểm không thể vừa phải có vừa không chọn."))
        return data

    def wishes(self) -> Wishes:
        """What the action takes; only of a valid form."""
        data = self.cleaned_data
        rules = Rules(
            number=data["number"],
            guests_each=data["guests_each"],
            a_day_a_province=data["a_day_a_place"],
            not_as_last_year=data["not_as_last_year"],
            near_next_day=data["near_next_day"],
            quotas=quotas_of(self.plan),
        )
        weights = Weights(data["model_points"], data["year_points"])
        return Wishes(data["level"], rules, weights, data["fixed"], data["barred"])


class ApplyForm(forms.Form):
    """By which paper the choice is carried out."""

    paper = forms.CharField(
        label=_("Văn bản duyệt (số, ngày)"), max_length=200, required=False
    )  # fmt: skip


class LinesForm(forms.Form):
    """Which version of a choice the lines were changed in."""

    row_version = forms.IntegerField(widget=forms.HiddenInput)


class LineForm(forms.Form):
    """A line of a plan by hand: site and guests typed by name (suggestions beside them)."""

    site = forms.CharField(
        label=_("Điểm"), max_length=220,
        widget=forms.TextInput(attrs={"list": "goi-y-diem", "autocomplete": "off"}),
    )  # fmt: skip
    day = DayField(label=_("Ngày"))
    guests = forms.CharField(
        label=_("Khách (cách nhau bằng dấu chấm phẩy)"), max_length=600, required=False,
        widget=forms.TextInput(attrs={"list": "goi-y-khach", "autocomplete": "off"}),
    )  # fmt: skip

    def __init__(self, *args: Any, sites: dict[str, int], guests: dict[str, int], **options: Any):
        super().__init__(*args, **options)
        self.known_sites, self.known_guests = sites, guests

    def clean_site(self) -> int:
        """The site that is meant."""
        return _known(self.known_sites, self.cleaned_data["site"])

    def clean_guests(self) -> tuple[int, ...]:
        """The guests that are meant."""
        names = [name for name in self.cleaned_data["guests"].split(";") if tidy_line(name)]
        return tuple(_known(self.known_guests, name) for name in names)


class LineRows(forms.BaseFormSet):
    """The lines of a plan as rows."""

    def visits(self) -> list[Visit]:
        """The lines, as the planner takes them."""
        return [
            Visit(row["site"], row["day"].toordinal(), row["guests"])
            for row in (form.cleaned_data for form in self.forms)
        ]


def line_rows(problem: Problem, visits: Sequence[Visit], data: Any = None) -> LineRows:
    """The lines of a plan, to be changed by hand."""
    sites = {site.key: site_called(site.key, site.name) for site in problem.sites}
    guests = {guest.key: guest.name for guest in problem.guests}
    made = forms.formset_factory(
        LineForm, formset=LineRows, extra=0, max_num=len(visits), absolute_max=len(visits)
    )
    initial = [
        {
            "site": sites[visit.site],
            "day": date.fromordinal(visit.day),
            "guests": "; ".join(guests[key] for key in visit.guests),
        }
        for visit in visits
    ]
    given = {
        "sites": {fold(name): key for key, name in sites.items()},
        "guests": {fold(name): key for key, name in guests.items()},
    }
    return cast("LineRows", made(data, prefix="dong", initial=initial, form_kwargs=given))


def site_called(key: int, name: str) -> str:
    """A site as it is typed: its number makes it the only one."""
    return f"{name} (số {key})"


def _known(names: dict[str, int], text: str) -> int:
    found = names.get(fold(tidy_line(text)))
    if found is None:
        raise ValidationError(
            _now("Không thấy “%(name)s” trong danh sách của phương án.") % {"name": text[:80]}
        )
    return found
