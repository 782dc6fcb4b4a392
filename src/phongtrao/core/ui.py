"""The Jinja2 environment of our own pages: what a template may call."""

from datetime import date, datetime
from functools import cache
from typing import Any

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext, ngettext
from jinja2 import Environment
from markupsafe import Markup

from phongtrao.core import clock, formats, idempotency
from phongtrao.core.errors import DomainError, Sentence


def environment(**options: Any) -> Environment:
    """Our environment: gettext, addresses, Vietnamese formats, icons; no inline script or style."""
    options.setdefault("trim_blocks", True)
    options.setdefault("lstrip_blocks", True)
    env = Environment(
        extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
        **options,  # Django passes autoescape=True
    )
    env.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]
    env.globals.update(
        url=address,
        static=static,
        icon=icon,
        once=once,
        today=clock.today,
        is_demo=lambda: settings.DEMO,
        language=translation.get_language,
    )
    env.filters.update(
        number=formats.number,
        date_vn=_date,
        datetime_vn=_moment,
        said=said,
    )
    return env


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
    svg = svg[svg.index("<svg") :]
    return Markup(
        svg.replace("<svg", '<svg aria-hidden="true" focusable="false"', 1).replace(
            'class="', 'class="icon ', 1
        )
    )


def _date(day: date | None) -> str:
    return formats.date_vn(day) if day else "–"


def _moment(moment: datetime | None) -> str:
    return formats.datetime_vn(timezone.localtime(moment, clock.VIETNAM)) if moment else "–"
