"""Fields that read what officials type: dates by hand, bodies by name."""

from collections.abc import Callable
from datetime import date
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from phongtrao.core.errors import InvalidInput
from phongtrao.core.formats import date_vn
from phongtrao.core.working_days import work_calendar
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.planning import queries
from phongtrao.planning.actions import PartSpec
from phongtrao.planning.deadlines.typed import Bases, read_due
from phongtrao.planning.models import Programme

_MOST_BODIES = 400
Find = Callable[[Actor, str], list[Body]]


class BodyField(forms.CharField):
    """One body typed by its name (suggestions beside it); needs the actor before cleaning."""

    actor: Actor
    find: Find = staticmethod(queries.named_body)

    def __init__(self, **options: Any) -> None:
        options.setdefault(
            "widget", forms.TextInput(attrs={"list": "goi-y-co-quan", "autocomplete": "off"})
        )
        super().__init__(max_length=250, **options)

    def clean(self, value: Any) -> Any:
        """The body; None where nothing is typed into an optional field."""
        text = super().clean(value)
        return body_called(self.actor, text, find=self.find) if text else None


class NearBodyField(BodyField):
    """One body above, beside or below the acting one."""

    find = staticmethod(queries.near_bodies)


class PartsField(forms.CharField):
    """Coordinating bodies, one a line; after a colon the part of each."""

    actor: Actor
    find: Find = staticmethod(queries.named_body)

    def __init__(self, **options: Any) -> None:
        options.setdefault("widget", forms.Textarea(attrs={"rows": 2}))
        options.setdefault(
            "help_text",
            _l("Mỗi dòng một cơ quan; có thể ghi phần việc sau dấu hai chấm."),
        )
        super().__init__(max_length=20_000, required=False, **options)

    def clean(self, value: Any) -> Any:
        """The parts in the order they were typed."""
        lines = [line.strip() for line in super().clean(value).splitlines() if line.strip()]
        if len(lines) > _MOST_BODIES:
            raise ValidationError(_("Nhiều nhất %(most)s dòng.") % {"most": _MOST_BODIES})
        parts = []
        for line in lines:
            name, _colon, text = line.partition(":")
            parts.append(PartSpec(body_called(self.actor, name, find=self.find), text.strip()))
        return tuple(parts)


class BodiesField(PartsField):
    """Several bodies, one a line."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("help_text", _l("Mỗi dòng một cơ quan, ghi tên đầy đủ."))
        super().__init__(**options)

    def clean(self, value: Any) -> Any:
        """The bodies in the order they were typed."""
        return [part.body for part in super().clean(value)]


class NearBodiesField(BodiesField):
    """Several bodies above, beside or below the acting one."""

    find = staticmethod(queries.near_bodies)


def body_called(actor: Actor, name: str, *, find: Find = queries.named_body) -> Body:
    """The one body within reach that is called so; raises ValidationError."""
    found = find(actor, name)
    if len(found) == 1:
        return found[0]
    shown = name.strip()[:120]
    if not found:
        raise ValidationError(
            _(
                'Không thấy cơ quan "%(name)s" trong phạm vi của cơ quan bạn. '
                "Hãy ghi tên đầy đủ, như Công an xã Đăk Hà."
            )
            % {"name": shown}
        )
    names = list(dict.fromkeys(body.name for body in found))
    if len(names) > 1:
        raise ValidationError(
            _('Có nhiều cơ quan tên "%(name)s": %(names)s. Hãy ghi đủ dấu.')
            % {"name": shown, "names": ", ".join(names[:5])}
        )
    raise ValidationError(
        _('Có %(count)s cơ quan cùng tên "%(name)s". Hãy ghi thêm tỉnh sau dấu phẩy.')
        % {"name": shown, "count": len(found)}
    )


class DueField(forms.CharField):
    """A deadline in words: a day, an hour of a day, a term, or a rhythm; needs `bases`."""

    bases: Bases

    def __init__(self, **options: Any) -> None:
        options.setdefault(
            "widget",
            forms.TextInput(
                attrs={
                    "list": "goi-y-han",
                    "placeholder": "dd/mm/yyyy",
                    "autocomplete": "off",
                }
            ),
        )
        options.setdefault(
            "help_text",
            _l(
                "Ngày (15/12/2026), giờ và ngày (17 giờ 15/12/2026), thời hạn (10 ngày làm việc "
                "kể từ ngày nhận văn bản) hoặc định kỳ (hằng tháng trước ngày 15)."
            ),
        )
        super().__init__(max_length=200, **options)

    def prepare_value(self, value: Any) -> Any:
        """A day shown as it is typed."""
        return date_vn(value) if isinstance(value, date) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether what is typed differs from what the form began with."""
        return super().has_changed(self.prepare_value(initial), data)

    def clean(self, value: Any) -> Any:
        """The deadline as understood, with the words it was read from."""
        text = super().clean(value)
        if not text:
            return None
        try:
            return text, read_due(text, self.bases, work_calendar())
        except InvalidInput as fault:
            raise ValidationError(fault.shown(_)) from None


def offer_programmes(form: forms.Form, actor: Actor) -> None:
    """Let the field `programme` take only programmes that the actor may see."""
    field = cast("forms.ModelChoiceField[Programme]", form.fields["programme"])
    field.queryset = queries.programmes_for(actor)
