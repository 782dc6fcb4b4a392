"""What is asked of the list of grounds, and what is typed when bodies are chosen from it."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phongtrao.core.vietnamese import fold
from phongtrao.org.permissions import Actor
from phongtrao.oversight.actions import InspectionTerms
from phongtrao.oversight.forms.fields import ALL
from phongtrao.oversight.forms.inspections import InspectionForm
from phongtrao.oversight.queries.grounds import (
    LEVELS_BELOW,
    Below,
    Candidate,
    kinds_at,
    places_below,
)
from phongtrao.oversight.rules.grounds import GROUNDS, draw, share_of

DRAWN, ANY = "ngau_nhien", "co"
_LEVELS = {"province": _("Cấp tỉnh"), "commune": _("Cấp xã")}


class GroundsForm(forms.Form):
    """Which bodies are listed, and how many are drawn; each choice stands in the address."""

    nam = forms.IntegerField(label=_("Năm"), min_value=2000, max_value=2100, required=False)
    cap = forms.ChoiceField(label=_("Cấp"), required=False)
    loai = forms.ChoiceField(label=_("Loại cơ quan"), required=False)
    tinh = forms.ChoiceField(label=_("Tỉnh, thành phố"), required=False)
    tu_khoa = forms.CharField(label=_("Tên cơ quan"), max_length=200, required=False)
    can_cu = forms.ChoiceField(
        label=_("Căn cứ"),
        required=False,
        choices=[
            ("", ALL),
            (ANY, _("Có ít nhất một căn cứ")),
            *((code, _(name)) for code, name in GROUNDS.items()),
            (DRAWN, _("Gợi ý ngẫu nhiên")),
        ],
    )
    rut = forms.CharField(label=_("Rút ngẫu nhiên"), max_length=6, required=False)
    so_rut = forms.IntegerField(
        label=_("Số rút"), min_value=1, max_value=999_999, required=False, initial=1
    )

    def __init__(self, data: Any, *, actor: Actor, day: date) -> None:
        super().__init__(data)
        self.actor, self.day = actor, day
        self.fields["nam"].widget.attrs["placeholder"] = str(day.year)
        levels = LEVELS_BELOW.get(actor.scope.level, ())
        asked = data.get("cap", "")
        self.level = asked if asked in levels else next(iter(levels), "")
        self._offer("cap", [(level, _LEVELS[level]) for level in levels])
        self._offer("loai", kinds_at(self.level) if self.level else [])
        self.places = places_below(actor, self.level, day)
        named = ((str(pk), name) for pk, name in self.places.provinces.items())
        self._offer("tinh", [("", ALL), *named])

    def _offer(self, name: str, choices: list[tuple[str, Any]]) -> None:
        field: Any = self.fields[name]
        field.choices = choices

    def said(self, name: str) -> Any:
        """What was chosen; nothing where it was not valid."""
        self.is_valid()
        return self.cleaned_data.get(name)

    @property
    def year(self) -> int:
        """The year that is planned."""
        return self.said("nam") or self.day.year

    @property
    def number(self) -> int:
        """The number on the page that anyone repeats the draw with."""
        return self.said("so_rut") or 1

    def below(self) -> Below:
        """The bodies that are looked at: at first those of the actor's own kind."""
        kinds: Any = self.fields["loai"].choices  # type: ignore[attr-defined]  # of ChoiceField
        codes = [code for code, _name in kinds]
        own = self.actor.body.kind_id if self.actor.body is not None else ""
        kind = self.said("loai") or (own if own in codes else next(iter(codes), ""))
        province = self.said("tinh")
        return Below(self.level, kind, int(province) if province else None)

    def mark_drawn(self, rows: list[Candidate]) -> int:
        """Mark the random share among those without a ground and not planned; of how many."""
        rest = {row.pk: row for row in rows if not row.grounds and not row.in_plan}
        count = share_of(self.said("rut") or "", len(rest))
        by_body = self.actor.body_id or 0
        for pk in draw(rest, year=self.year, by_body=by_body, number=self.number, count=count):
            rest[pk].is_drawn = True
        return len(rest)

    def chosen(self, rows: list[Candidate]) -> list[Candidate]:
        """The rows that the other filters leave."""
        words, ground = fold(self.said("tu_khoa") or ""), self.said("can_cu") or ""
        return [
            row
            for row in rows
            if words in fold(row.name)
            and (
                not ground
                or (ground == ANY and row.grounds)
                or (ground == DRAWN and row.is_drawn)
                or ground in {each.code for each in row.grounds}
            )
        ]

    def in_words(self) -> list[str]:
        """The filters as the head of a workbook tells them."""
        named = [name for name in self.fields if self.said(name)]
        return [f"{self.fields[name].label}: {self._word(name)}" for name in named]

    def _word(self, name: str) -> str:
        said = self.said(name)
        choices: Any = getattr(self.fields[name], "choices", ())
        return str(dict(choices).get(said, said))


class ChosenForm(InspectionForm):
    """The line or lines of the plan that chosen bodies get."""

    together = forms.TypedChoiceField(
        label=_("Ghi thành"),
        choices=[("0", _("mỗi cơ quan một cuộc kiểm tra")), ("1", _("một cuộc cho tất cả"))],
        coerce=lambda value: value == "1",
        widget=forms.RadioSelect,
        initial="0",
    )

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, actor=actor, **options)
        for name in ("inspected", "leader_agency"):
            del self.fields[name]

    def terms_for(self, bodies: Any) -> InspectionTerms:
        """What the action takes; only of a valid form."""
        skipped = {"row_version", "together"}
        data = {name: value for name, value in self.cleaned_data.items() if name not in skipped}
        return InspectionTerms(inspected=bodies, **data)
