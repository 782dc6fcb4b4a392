"""Forms of invitations: who is invited, what is answered, who came, how many must, the seats."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phongtrao.core.fields import DayField
from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.fieldwork.meetings.actions import Answer, BridgePlan, Invited
from phongtrao.fieldwork.meetings.models import Invitation
from phongtrao.fieldwork.meetings.rules import ATTENDS, MOST_ATTENDANCES, ROLES
from phongtrao.fieldwork.meetings.rules.before import MOST_INVITED, MOST_PER_ROW, MOST_SEATS
from phongtrao.fieldwork.meetings.workflow import ANSWERED, Reply
from phongtrao.fieldwork.register.forms import FigureField
from phongtrao.org.permissions import Actor
from phongtrao.planning.forms.fields import body_called
from phongtrao.planning.queries import near_bodies

_ROLES = {fold(name): code for code, name in ROLES}


def role_choices() -> list[tuple[str, Any]]:
    """The roles, in the reader's language."""
    return [(code, _(name)) for code, name in ROLES]


class InviteForm(forms.Form):
    """Who is invited, a line each: body | post | role | seats."""

    lines = forms.CharField(
        label=_("Mời thêm"),
        max_length=60_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "Mỗi dòng: cơ quan | chức vụ | vai trò | số chỗ. Vai trò: Dự, Dự và phát biểu, "
            "Chủ trì điểm cầu; để trống là Dự, một chỗ. Không ghi tên người."
        ),
    )

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        self.actor = actor

    def clean_lines(self) -> list[Invited]:
        """The posts invited; a line that cannot be read is named."""
        return [self._read(line) for line in _lines(self.cleaned_data["lines"])]

    def _read(self, line: str) -> Invited:
        parts = [tidy_line(part) for part in line.split("|")]
        name, post, role, seats = (*parts, "", "", "")[:4]
        known = _ROLES.get(fold(role)) if role else ATTENDS
        figure = _figure(seats) if seats else 1
        if not name or not post or len(parts) > 4 or known is None or not figure:
            said = gettext(
                'Không đọc được dòng "%(line)s": ghi cơ quan | chức vụ | vai trò | số chỗ.'
            )
            raise ValidationError(said % {"line": tidy_line(line)[:80]})
        return Invited(body_called(self.actor, name, find=near_bodies), post, known, figure)


class SendForm(forms.Form):
    """By when those invited answer."""

    reply_by = DayField(label=_("Trả lời trước ngày"))


class AnswerForm(forms.Form):
    """What an invited body says."""

    reply = forms.ChoiceField(
        label=_("Trả lời"), choices=[(each.value, each.label) for each in ANSWERED]
    )
    stand_in = forms.CharField(
        label=_("Chức vụ người dự thay"),
        max_length=150,
        required=False,
        help_text=_("Khi cử người dự thay; chỉ ghi chức vụ."),
    )
    reason = forms.CharField(
        label=_("Lý do vắng"), max_length=300, required=False, help_text=_("Khi vắng.")
    )

    def terms(self) -> Answer:
        """What the action takes; only of a valid form."""
        return Answer(**self.cleaned_data)


def answer_form(row: Invitation, data: Any = None) -> AnswerForm:
    """The form of one invitation, with what was answered before."""
    said = {"stand_in": row.stand_in, "reason": row.reason}
    said["reply"] = row.reply if row.reply in ANSWERED else Reply.COMES
    return AnswerForm(data, initial=said, auto_id=f"id_reply{row.pk}_%s")


class QuorumForm(forms.Form):
    """How many of the invited bodies must take part."""

    bodies = FigureField(
        label=_("Ít nhất (số cơ quan)"), lowest=1, highest=MOST_INVITED, required=False
    )
    percent = FigureField(
        label=_("hoặc ít nhất (% cơ quan được mời)"), lowest=1, highest=100, required=False
    )


class FiguresForm(forms.Form):
    """A figure or nothing for each of some invitations: `attended_5`, `place_5`."""

    def __init__(
        self, *args: Any, name: str, rows: Iterable[Invitation], highest: int, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.name, self.rows = name, list(rows)
        stored = {"attended": "attended", "place": "place"}[name]
        for row in self.rows:
            self.fields[f"{name}_{row.pk}"] = FigureField(
                label=str(row),
                highest=highest,
                required=False,
                initial=getattr(row, stored),
                widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 4}),
            )

    def figures(self) -> dict[int, int | None]:
        """The number of each invitation and what was typed; only of a valid form."""
        return {row.pk: self.cleaned_data[f"{self.name}_{row.pk}"] for row in self.rows}

    def lines(self) -> list[tuple[Invitation, Any]]:
        """Each invitation beside its field."""
        return [(row, self[f"{self.name}_{row.pk}"]) for row in self.rows]


def attendance_form(rows: Iterable[Invitation], data: Any = None) -> FiguresForm:
    """How many came of each invitation."""
    return FiguresForm(data, name="attended", rows=rows, highest=MOST_SEATS)


class SeatsForm(FiguresForm):
    """The order of seats, and how many a row has."""

    per_row = FigureField(label=_("Số chỗ mỗi hàng"), lowest=1, highest=MOST_PER_ROW)


class BridgesForm(forms.Form):
    """The bridge points as planned, a line each."""

    bridges = forms.CharField(
        label=_("Điểm cầu dự kiến"),
        max_length=60_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Mỗi dòng: cơ quan | địa điểm | chức vụ chủ trì điểm cầu | số người dự kiến."),
    )

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        self.actor = actor

    def clean_bridges(self) -> list[BridgePlan]:
        """The points; a line that cannot be read is named."""
        return [self._read(line) for line in _lines(self.cleaned_data["bridges"])]

    def _read(self, line: str) -> BridgePlan:
        parts = [tidy_line(part) for part in line.split("|")]
        name, venue, chair, expected = (*parts, "", "", "")[:4]
        figure = _figure(expected) if expected else None
        wrong = expected and (figure is None or figure > MOST_ATTENDANCES)
        if not name or len(parts) > 4 or wrong:
            said = gettext(
                'Không đọc được dòng "%(line)s": '
                "ghi cơ quan | địa điểm | chức vụ | số người dự kiến."
            )
            raise ValidationError(said % {"line": tidy_line(line)[:80]})
        body = body_called(self.actor, name, find=near_bodies)
        return BridgePlan(body, venue, chair, figure)


def written_bridges(rows: Iterable[Any]) -> str:
    """Planned bridge points as they may be typed again."""
    lines = []
    for row in rows:
        parts = [row.body.name, row.venue, row.chair]
        parts.append("" if row.expected is None else str(row.expected))
        lines.append(" | ".join(parts).rstrip(" |"))
    return "\n".join(lines)


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if tidy_line(line)]


def _figure(text: str) -> int | None:
    plain = text.replace(".", "")
    return int(plain) if plain.isascii() and plain.isdecimal() and len(plain) < 7 else None
