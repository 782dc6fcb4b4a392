"""The seats of a committee as rows of a form; a row left empty is no seat."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from phongtrao.core.errors import N_, InvalidInput
from phongtrao.core.vietnamese import name_key
from phongtrao.org.actions.compositions import MOST_SEATS, SeatTerms
from phongtrao.org.forms.seat_offers import SeatOffers, names_as_typed
from phongtrao.org.models import Body, Composition, SeatTitle
from phongtrao.org.permissions import Actor
from phongtrao.org.queries.compositions import seats_of
from phongtrao.org.reshaping.typed import TypedLine, typed_lines

PREFIX = "vi-tri"
EMPTY_ROWS = 3
_FIELDS = ("place", "title", "post", "body", "field_in_charge", "posting")


class SeatForm(forms.Form):
    """One seat: its place in the list, title, post, body, field, and who holds it here."""

    place = forms.IntegerField(
        label=_l("Thứ tự"), required=False, min_value=1, max_value=999,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )  # fmt: skip
    title = forms.ChoiceField(
        label=_l("Chức danh trong ban"), choices=[("", "–"), *SeatTitle.choices], required=False
    )
    post = forms.CharField(label=_l("Chức vụ"), max_length=200, required=False)
    body = forms.CharField(
        label=_l("Cơ quan"),
        max_length=250,
        required=False,
        widget=forms.TextInput(attrs={"list": "co-quan-goi-y", "autocomplete": "off"}),
    )
    field_in_charge = forms.CharField(
        label=_l("Lĩnh vực phụ trách"), max_length=200, required=False
    )
    posting = forms.ChoiceField(label=_l("Người giữ (tài khoản)"), required=False)
    leave_out = forms.BooleanField(label=_l("Bỏ dòng này"), required=False)

    def __init__(self, *args: Any, offers: SeatOffers, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offers = offers
        self.holders = {str(each.pk): each for each in offers.holders(self._typed_body())}
        self.fields["posting"].choices = [  # type: ignore[attr-defined]  # a choice field
            ("", "–"),
            *((pk, offers.label(each)) for pk, each in self.holders.items()),
        ]

    def _typed_body(self) -> str:
        return str(self["body"].value() or "")

    def notes(self) -> dict[str, str]:
        """What stands at the fields of a row that was not judged yet: its body, its holder."""
        if self.is_bound:
            return {}
        typed = self._typed_body()
        return {"body": self.offers.fault(typed), "posting": self.offers.note(typed)}

    def clean_body(self) -> Body | None:
        """The one body that is called so; None where nothing is typed."""
        typed = self.cleaned_data["body"]
        if not typed or self.data.get(self.add_prefix("leave_out")):
            return None
        return self.offers.body(typed)

    def clean(self) -> dict[str, Any]:
        """Title and post belong together; the holder acts for the body of the row or a part."""
        data = super().clean() or self.cleaned_data
        if data.get("leave_out") or not self.is_filled():
            return data
        for name, said in (("title", _("Hãy chọn chức danh.")), ("post", _("Hãy ghi chức vụ."))):
            if not data.get(name) and name not in self.errors:
                self.add_error(name, said)
        holder, body = self.holders.get(data.get("posting") or ""), data.get("body")
        if holder and body and body.pk not in (holder.body_id, holder.body.parent_id):
            self.add_error("posting", _("Người giữ không thuộc cơ quan của dòng này."))
        return data

    def is_filled(self) -> bool:
        """Whether anything but its place was typed into the row."""
        names = ("title", "post", "body", "field_in_charge", "posting")
        return any(self.data.get(self.add_prefix(name), "").strip() for name in names)

    def seat(self) -> SeatTerms:
        """The seat; called for a valid row."""
        data = self.cleaned_data
        holder = self.holders.get(data["posting"])
        body = data["body"] or (holder.body if holder else None)
        return SeatTerms(data["title"], data["post"], body, data["field_in_charge"], holder)


class SeatRows(forms.BaseFormSet):
    """All rows; they are ordered by the place that was typed, then as they stand."""

    def seats(self) -> list[SeatTerms]:
        """The filled rows that were not left out, in their order."""
        kept = [f for f in self.forms if f.is_filled() and not f.cleaned_data.get("leave_out")]
        placed = sorted(
            enumerate(kept, start=1),
            key=lambda entry: (entry[1].cleaned_data.get("place") or entry[0], entry[0]),
        )
        return [form.seat() for _number, form in placed]


def stored_rows(actor: Actor, composition: Composition) -> SeatRows:
    """The seats of a draft with a few empty rows."""
    seats = seats_of(composition)
    known = names_as_typed([seat.body for seat in seats if seat.body], composition, actor.day)
    typed = {body.pk: name for name, body in known.items()}
    rows = [
        {
            "place": seat.position,
            "title": seat.title,
            "post": seat.post,
            "body": typed.get(seat.body_id or 0, ""),
            "field_in_charge": seat.field_in_charge,
            "posting": seat.posting_id or "",
        }
        for seat in seats
    ]
    offers = SeatOffers(actor, composition, known=known)
    return _rows(offers, None, [*rows, *_empty(EMPTY_ROWS)])


def sent_rows(actor: Actor, composition: Composition, data: Any) -> SeatRows:
    """The rows as they were sent."""
    typed = [data.get(f"{PREFIX}-{row}-body", "") for row in range(_count(data))]
    return _rows(SeatOffers(actor, composition, typed), data, [])


def more_rows(actor: Actor, composition: Composition, data: Any, pasted: str = "") -> SeatRows:
    """What was typed so far, the pasted rows after it and some empty ones; nothing is judged yet.

    Raises InvalidInput for more lines than a committee has seats.
    """
    typed = [
        {name: data.get(f"{PREFIX}-{row}-{name}", "") for name in (*_FIELDS, "leave_out")}
        for row in range(_count(data))
    ]
    filled = [row for row in typed if any(row[name] for name in _FIELDS[1:])]
    pasted_rows = [_pasted(line) for line in typed_lines(pasted)]
    if len(filled) + len(pasted_rows) > MOST_SEATS:
        raise InvalidInput(N_("Nhiều nhất %(most)s thành viên."), "many", most=MOST_SEATS)
    rows = [*filled, *pasted_rows]
    offers = SeatOffers(actor, composition, [row["body"] for row in rows])
    return _rows(offers, None, [*rows, *_empty(EMPTY_ROWS)])


def _count(data: Any) -> int:
    """How many rows were sent, as far as a committee has seats and empty rows."""
    sent = data.get(f"{PREFIX}-TOTAL_FORMS", "")
    return min(int(sent) if sent.isascii() and sent.isdecimal() else 0, MOST_SEATS + EMPTY_ROWS)


def _pasted(line: TypedLine) -> dict[str, Any]:
    """A pasted line as a row; a title that is not known is left to be chosen."""
    titles = {name_key(str(label)): value for value, label in SeatTitle.choices}
    parts = line.parts
    if name_key(line.part(0)).rstrip(".").isdecimal() and len(parts) > 1:
        parts = parts[1:]  # the column of ordinal numbers
    title, post, body, field = (*parts, "", "", "", "")[:4]
    known = titles.get(name_key(title), "")
    return {"title": known, "post": post, "body": body, "field_in_charge": field}


def _empty(count: int) -> list[dict[str, Any]]:
    return [{} for _row in range(count)]


def _rows(offers: SeatOffers, data: Any, initial: list[dict[str, Any]]) -> SeatRows:
    made = forms.formset_factory(
        SeatForm,
        formset=SeatRows,
        extra=0,
        max_num=MOST_SEATS + EMPTY_ROWS,
        absolute_max=MOST_SEATS + EMPTY_ROWS,
        validate_max=True,
    )
    options = {"offers": offers, "use_required_attribute": False}
    return cast("SeatRows", made(data, prefix=PREFIX, initial=initial or None, form_kwargs=options))
