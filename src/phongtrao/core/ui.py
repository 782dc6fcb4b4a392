"""The Jinja2 environment of our own pages: what a template may call."""

from datetime import date, datetime
from functools import cache
from typing import Any
from urllib.parse import parse_qsl, urlencode

from django import forms
from django.conf import settings
from django.contrib import messages
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext, ngettext
from jinja2 import Environment
from markupsafe import Markup

from phongtrao.core import clock, formats, idempotency, lists, navigation
from phongtrao.core.errors import DomainError, Sentence

_GROUPS = (forms.RadioSelect, forms.CheckboxSelectMultiple)


def environment(**options: Any) -> Environment:
    """Our environment: gettext, addresses, Vietnamese formats, icons; no inline script or style."""
    options.setdefault("trim_blocks", True)
    options.setdefault("lstrip_blocks", True)
    env = Environment(
        extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
        **options,  # Django passes autoescape=True
    )
    env.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]
    env.globals.update(_globals())
    env.filters.update(_filters())
    return env


def _globals() -> dict[str, Any]:
    return {
        "url": address,
        "static": static,
        "icon": icon,
        "icon_of": icon,  # for macros with an argument called icon
        "tone_icons": tone_icons,
        "once": once,
        "today": clock.today,
        "is_demo": lambda: settings.DEMO,
        "language": translation.get_language,
        "frame_of": navigation.frame_of,
        "messages_of": messages.get_messages,
    }


def _filters() -> dict[str, Any]:
    return {
        "number": formats.number,
        "date_vn": _date,
        "datetime_vn": _moment,
        "distance": distance,
        "said": said,
        "shown": lists.shown,
        "pairs": pairs,
        "with_query": with_query,
        "widget": widget,
        "is_checkbox": lambda bound: isinstance(bound.field.widget, forms.CheckboxInput),
        "is_group": lambda bound: isinstance(bound.field.widget, _GROUPS),
        "in_words": in_words,
    }


def address(name: str, *args: Any, **kwargs: Any) -> str:
    """The address of a named page."""
    return reverse(name, args=args, kwargs=kwargs)


def once() -> Markup:
    """The hidden one-time key that every form carries."""
    return Markup('<input type="hidden" name="{}" value="{}">').format(
        idempotency.FIELD, idempotency.new_key()
    )


def said(message: Any) -> str:
    """A refusal, a sentence or a plain text in the reader's language."""
    if isinstance(message, DomainError | Sentence):
        return message.shown(gettext)
    return gettext(str(message))


@cache
def icon(name: str) -> Markup:
    """A Tabler icon, inlined and hidden from screen readers: the words beside it say what it is."""
    path = settings.NODE_MODULES_DIR / "@tabler" / "icons" / "icons" / "outline" / f"{name}.svg"
    svg = path.read_text(encoding="utf-8")
    svg = " ".join(svg[svg.index("<svg") :].split())
    return Markup(svg.replace("<svg", '<svg aria-hidden="true" focusable="false"', 1))


def distance(day: date) -> str:
    """How far a deadline is from today, in words."""
    days = (day - clock.today()).days
    if days == 0:
        return gettext("hôm nay")
    if days < 0:
        return gettext("quá %(days)s ngày") % {"days": -days}
    return gettext("còn %(days)s ngày") % {"days": days}


def pairs(
    query: str, names: list[str] | None = None, *, without: list[str] | None = None
) -> list[tuple[str, str]]:
    """The name-value pairs of a query string: those named, or all but some."""
    found = parse_qsl(query, keep_blank_values=False)
    return [
        (name, value)
        for name, value in found
        if (names is None or name in names) and name not in (without or [])
    ]


def with_query(query: str, **changes: Any) -> str:
    """The query string with some values replaced."""
    kept = pairs(query, without=list(changes))
    return urlencode([*kept, *changes.items()])


def widget(bound: forms.BoundField, help_text: Any = "") -> Markup:
    """A form control with the kit's class, tied to its help and its faults."""
    field = bound.field
    attrs: dict[str, Any] = {"class": _control_class(field.widget)}
    described = [f"{bound.auto_id}_help"] if help_text else []
    if bound.errors:
        attrs |= {"class": attrs["class"] + " is-invalid", "aria-invalid": "true"}
        described.append(f"{bound.auto_id}_error")
    if described:
        attrs["aria-describedby"] = " ".join(described)
    if isinstance(field, forms.DateField) and not isinstance(field.widget, forms.HiddenInput):
        attrs |= {"placeholder": gettext("ngày/tháng/năm"), "autocomplete": "off"}
    own = field.widget.attrs.get("class")
    if own:
        attrs["class"] += f" {own}"
    return Markup(bound.as_widget(attrs=attrs))  # Django has escaped it


def in_words(form: forms.BaseForm) -> list[tuple[Any, str]]:
    """The filters in use: label and value as the reader chose them."""
    used = []
    for bound in form:
        value = bound.value()
        values = [item for item in _as_list(value) if item not in ("", None)]
        if values:
            used.append((bound.label, ", ".join(_choice_words(bound.field, v) for v in values)))
    return used


def _as_list(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else [value]


def _choice_words(field: Any, value: Any) -> str:
    if isinstance(field, forms.ModelChoiceField) and field.queryset is not None:
        chosen = field.queryset.filter(pk=value).first() if str(value).isdigit() else None
        return str(chosen or value)
    for key, label in getattr(field, "choices", ()):
        if str(key) == str(value):
            return str(label)
    return str(lists.shown(value))


def _control_class(control: forms.Widget) -> str:
    if isinstance(control, forms.CheckboxInput):
        return "form-check-input"
    if isinstance(control, _GROUPS):
        return "choice-group"
    if isinstance(control, forms.Select):
        return "form-select"
    return "form-control"


@cache
def tone_icons() -> dict[str, Markup]:
    """The icon of each tone of a chip."""
    return {tone: icon(name) for tone, name in lists.TONE_ICONS.items()}


def _date(day: date | None) -> str:
    return formats.date_vn(day) if day else formats.DASH


def _moment(moment: datetime | None) -> str:
    return (
        formats.datetime_vn(timezone.localtime(moment, clock.VIETNAM)) if moment else formats.DASH
    )
