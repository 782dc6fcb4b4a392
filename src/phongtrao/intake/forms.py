"""What is typed into intake, parsed and judged before any action sees it."""

import re
from datetime import date
from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phongtrao.core.fields import DayField
from phongtrao.core.id_sets import IdSet
from phongtrao.core.vietnamese import fold, tidy, tidy_line
from phongtrao.intake import queries, rules
from phongtrao.intake.actions import ItemChange
from phongtrao.intake.models import Draft, DraftRequirement
from phongtrao.intake.workflow import DraftState
from phongtrao.org import queries as org_queries
from phongtrao.org.forms import AreaSetFilter
from phongtrao.org.models import AreaSet, Body
from phongtrao.org.permissions import Actor

KEEP, NONE, BY_DATE = "giu", "khong", "ngay"
_RECURRING = [
    ("EVERY:P1W", _("Hằng tuần")),
    ("EVERY:P1M", _("Hằng tháng")),
    ("EVERY:P3M", _("Hằng quý")),
    ("EVERY:P6M", _("6 tháng một lần")),
    ("EVERY:P1Y", _("Hằng năm")),
    ("ONGOING", _("Thường xuyên")),
    ("ON_REQUEST", _("Khi có yêu cầu")),
]
_MOST_BODIES = 60
_BODY_TOKEN = re.compile(r"b:([0-9]{1,9})")
Json = dict[str, Any]


class TidyField(forms.CharField):
    """Text without characters that cannot be seen."""

    def to_python(self, value: Any) -> Any:
        """The text as we store it."""
        text = super().to_python(value) or ""
        return tidy(text).strip() if isinstance(self.widget, forms.Textarea) else tidy_line(text)


class VersionedForm(forms.Form):
    """A form that carries the version of the row it was made from."""

    row_version = forms.IntegerField(widget=forms.HiddenInput, required=False)


class HeaderForm(VersionedForm):
    """The head of the paper as an official reads it."""

    number = TidyField(
        label=_("Số, ký hiệu"),
        max_length=80,
        required=False,
        help_text=_("Ghi như trên văn bản, ví dụ 86/KH-UBND."),
    )
    issued_on = DayField(label=_("Ngày ban hành"), required=False)
    issuer_text = TidyField(label=_("Cơ quan ban hành"), max_length=300, required=False)
    document_type = forms.ChoiceField(label=_("Loại văn bản"), required=False)
    title = TidyField(
        label=_("Trích yếu"),
        max_length=2_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        names = [(name, gettext(name)) for name in rules.TYPE_NAMES.values()]
        field = self.fields["document_type"]
        field.choices = [("", gettext("Chưa rõ")), *names]  # type: ignore[attr-defined]

    @classmethod
    def of(cls, draft: Draft) -> "HeaderForm":
        """The form filled with what stands now."""
        names = ("number", "issued_on", "issuer_text", "document_type", "title", "row_version")
        return cls(initial={name: getattr(draft, name) for name in names})


class ItemForm(VersionedForm):
    """One requirement: text, bodies, deadline.

    Bodies are tokens: `b:12` a body of this system, `t:…` words of the paper that are no single
    body here. `find_…` is a name typed by hand, for those without script.
    """

    action = TidyField(
        label=_("Nội dung"), max_length=8_000, widget=forms.Textarea(attrs={"rows": 5})
    )
    deadline = forms.ChoiceField(label=_("Cách tính hạn"))
    due_on = DayField(label=_("Hạn"), required=False)
    find_leads = forms.CharField(label=_("Thêm cơ quan chủ trì"), max_length=200, required=False)
    find_coordinators = forms.CharField(
        label=_("Thêm cơ quan phối hợp"), max_length=200, required=False
    )

    def __init__(self, *args: Any, item: DraftRequirement, actor: Actor, **options: Any) -> None:
        options.setdefault("initial", _initial(item))
        options.setdefault("auto_id", f"sua-{item.pk}-%s")
        super().__init__(*args, **options)
        self.item, self.actor = item, actor
        as_printed = item.deadline_text or gettext("không có")
        choices = [
            (KEEP, gettext("Như đề xuất: %(text)s") % {"text": as_printed}),
            (BY_DATE, gettext("Đến ngày")),
            *[(norm, str(label)) for norm, label in _RECURRING],
            (NONE, gettext("Không có thời hạn")),
        ]
        self.fields["deadline"].choices = choices  # type: ignore[attr-defined]  # a choice field
        self.rows = {
            name: body_rows(actor, item, name, self._sent(name))
            for name in ("leads", "coordinators")
        }

    def _sent(self, name: str) -> list[str] | None:
        return self.data.getlist(name) if self.is_bound else None  # type: ignore[attr-defined]  # QueryDict

    def clean(self) -> dict[str, Any]:
        """The bodies typed by name are found; a deadline by date has its date."""
        data = super().clean() or {}
        for name in ("leads", "coordinators"):
            self._add_typed(name, data.get(f"find_{name}") or "")
        if data.get("deadline") == BY_DATE and not data.get("due_on") and not self.errors:
            self.add_error("due_on", gettext("Hãy nhập ngày, ví dụ 30/06/2026."))
        return data

    def _add_typed(self, name: str, typed: str) -> None:
        if not typed:
            return
        found = queries.bodies_called(self.actor, typed)
        exact = [body for body in found if fold(body.name) == fold(tidy_line(typed))] or found
        if len(exact) == 1:
            row = _body_row(exact[0].pk, exact[0].name)
            if row["token"] not in {known["token"] for known in self.rows[name]}:
                self.rows[name].append(row)
        elif not exact:
            self.add_error(f"find_{name}", gettext("Không thấy cơ quan nào tên như vậy."))
        else:
            names = "; ".join(body.name for body in exact[:6])
            several = gettext("Có nhiều cơ quan: %(names)s. Hãy ghi đủ tên.") % {"names": names}
            self.add_error(f"find_{name}", several)

    def change(self) -> ItemChange:
        """The correction, for the action."""
        data, item = self.cleaned_data, self.item
        norm = data["deadline"]
        day = data["due_on"]
        if norm == KEEP:
            norm, day = item.deadline_norm, day or item.due_on
        elif norm == NONE:
            norm, day = "", None
        elif norm == BY_DATE:
            norm = f"BY:{day.isoformat()}"
        else:
            day = None
        return ItemChange(
            action=data["action"],
            leads=tuple(row["stored"] for row in self.rows["leads"]),
            coordinators=tuple(row["stored"] for row in self.rows["coordinators"]),
            deadline_norm=norm,
            due_on=day,
        )


def _initial(item: DraftRequirement) -> dict[str, Any]:
    return {
        "row_version": item.row_version,
        "action": item.action,
        "deadline": KEEP,
        "due_on": item.due_on,
    }


def body_rows(
    actor: Actor, item: DraftRequirement, name: str, tokens: list[str] | None
) -> list[Json]:
    """The bodies a form shows: token, name, and the row as it is stored.

    `tokens` None = those of the item. A token of a body out of reach that the item did not have
    is left out.
    """
    known = {_token(row): row for row in [*item.leads, *item.coordinators]}
    own = [_token(row) for row in getattr(item, name)]
    wanted = list(dict.fromkeys(own if tokens is None else tokens[:_MOST_BODIES]))
    ids = {token: int(found[1]) for token in wanted if (found := _BODY_TOKEN.fullmatch(token))}
    names = queries.body_names(ids.values(), actor)
    stored = {r["body_id"]: r["name"] for r in _named_rows(item) if r.get("body_id")}
    rows = []
    for token in wanted:
        if token in known:
            row = known[token]
            shown = stored.get(row.get("body_id")) or row["text"]
            rows.append({"token": token, "name": shown, "stored": row})
        elif ids.get(token) in names:
            rows.append(_body_row(ids[token], names[ids[token]]))
    return rows


def _named_rows(item: DraftRequirement) -> list[Json]:
    queries.with_names([item])
    return [*item.lead_rows, *item.coordinator_rows]  # type: ignore[attr-defined]  # with_names


def _token(row: Json) -> str:
    return f"b:{row['body_id']}" if row.get("body_id") else f"t:{row['text']}"


def _body_row(pk: int, name: str) -> Json:
    stored = {"text": name, "org_id": "", "body_id": pk, "inherited": False}
    return {"token": f"b:{pk}", "name": name, "stored": stored}


class AddForm(forms.Form):
    """A stretch of the paper, by its offsets (script) or pasted."""

    quote = forms.CharField(
        label=_("Đoạn văn bản"),
        max_length=8_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Dán nguyên văn một đoạn của văn bản bên cạnh."),
    )
    start = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    end = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def __init__(self, *args: Any, text: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.text = text

    def clean(self) -> dict[str, Any]:
        """Offsets, found by the pasted words where they are not given."""
        data = super().clean() or {}
        if data.get("start") is not None and data.get("end") is not None:
            return data
        place = rules.place_of(self.text, data.get("quote") or "")
        if place is None:
            self.add_error(
                "quote",
                gettext("Không thấy đoạn này trong văn bản. Hãy sao chép nguyên văn rồi dán lại."),
            )
            return data
        return data | {"start": place[0], "end": place[1]}


class RejectForm(forms.Form):
    """Why a paper is not taken in."""

    reason = TidyField(
        label=_("Lý do không tiếp nhận"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class SplitForm(VersionedForm):
    """Where an item is cut, as an offset of the paper's text."""

    at = forms.IntegerField(min_value=1)


class _AskedSetFilter(AreaSetFilter):
    """Papers by the areas of the bodies that they are read to ask."""

    def narrowed(
        self, qs: QuerySet[Draft], area_set: AreaSet, day: date, actor: Actor
    ) -> QuerySet[Draft]:
        """Papers with an item for a body in the set, as lead or beside it."""
        bodies = org_queries.in_area_set(Body.objects.all(), "area_id", area_set, day)
        asking = queries.asking(qs, set(bodies.values_list("pk", flat=True)))
        return qs.filter(pk__among=IdSet(asking))


class DraftFilter(django_filters.FilterSet):
    """Words, state, type and day of arrival."""

    tim = django_filters.CharFilter(label=_("Tìm số, trích yếu, cơ quan"), method="by_words")
    trang_thai = django_filters.ChoiceFilter(
        label=_("Trạng thái"),
        field_name="state",
        choices=DraftState.choices,
        empty_label=_("Tất cả"),
    )
    lan = django_filters.NumberFilter(
        label=_("Lần tiếp nhận"), method="of_upload", widget=forms.HiddenInput
    )
    tu_ngay = django_filters.DateFilter(
        label=_("Nhận từ ngày"),
        field_name="received_at",
        lookup_expr="date__gte",
        widget=forms.DateInput,
    )
    den_ngay = django_filters.DateFilter(
        label=_("Đến ngày"),
        field_name="received_at",
        lookup_expr="date__lte",
        widget=forms.DateInput,
    )
    tap = _AskedSetFilter(label=_("Giao cơ quan thuộc tập địa bàn"))

    class Meta:
        model = Draft
        fields: list[str] = []

    def by_words(self, rows: QuerySet[Draft], name: str, value: str) -> QuerySet[Draft]:
        """Keep rows that hold every typed word, with or without marks."""
        for word in fold(tidy_line(value))[:200].split():
            rows = rows.filter(search_folded__contains=word)
        return rows

    def of_upload(self, rows: QuerySet[Draft], name: str, value: Any) -> QuerySet[Draft]:
        """Keep the papers that came in one upload with the named one."""
        first = rows.filter(pk=int(value)).first() if 0 < value < 10**12 else None
        if first is None:
            return rows.none()
        return rows.filter(received_by_id=first.received_by_id, received_at=first.received_at)
