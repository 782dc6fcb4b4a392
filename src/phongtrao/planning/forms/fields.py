"""Fields that read what officials type: dates by hand, bodies by name."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.planning import queries
from phongtrao.planning.actions import PartSpec

_MOST_BODIES = 400


class BodyField(forms.CharField):
    """One body typed by its name (suggestions beside it); needs the actor before cleaning."""

    actor: Actor

    def __init__(self, **options: Any) -> None:
        options.setdefault(
            "widget", forms.TextInput(attrs={"list": "goi-y-co-quan", "autocomplete": "off"})
        )
        super().__init__(max_length=250, **options)

    def clean(self, value: Any) -> Any:
        """The body; None where nothing is typed into an optional field."""
        text = super().clean(value)
        return body_called(self.actor, text) if text else None


class PartsField(forms.CharField):
    """Coordinating bodies, one a line; after a colon the part of each."""

    actor: Actor

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
            parts.append(PartSpec(body_called(self.actor, name), text.strip()))
        return tuple(parts)


class BodiesField(PartsField):
    """Several bodies, one a line."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("help_text", _l("Mỗi dòng một cơ quan, ghi tên đầy đủ."))
        super().__init__(**options)

    def clean(self, value: Any) -> Any:
        """The bodies in the order they were typed."""
        return [part.body for part in super().clean(value)]


def body_called(actor: Actor, name: str) -> Body:
    """The one body within reach that is called so; raises ValidationError."""
    found = queries.named_body(actor, name)
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
