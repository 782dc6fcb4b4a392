"""What the first question after a start would wait for is read before somebody asks it."""

import logging
import time
from threading import Thread

from django.db import DatabaseError, connections

from phongtrao.analytics.queries.figures import figures_everywhere
from phongtrao.core import clock
from phongtrao.core.periods import parse_period, parse_scheme, same_period_last_year
from phongtrao.reporting.models import Round, official
from phongtrao.reporting.queries import FiguresAsked

_LOG = logging.getLogger("phongtrao.analytics")
_AFTER_SECONDS = 2.0  # the first page goes first
_MOST_PERIODS = 24
_LEVELS = ("country", "province", "commune")


def begin_warm_up() -> None:
    """Warm up beside the server's own work; whatever goes wrong there is only logged."""
    Thread(target=_in_thread, name="figures-warm-up", daemon=True).start()


def warm_up() -> None:
    """Ask what pages of figures ask first: the newest period by each level, and the trend."""
    newest = Round.objects.filter(official(), one_off=None).order_by("-last_day", "-pk").first()
    if newest is None or not newest.template_version.cells:
        return
    codes = [newest.template_version.cells[0]["indicator"]]
    scheme, period = parse_scheme(newest.scheme), parse_period(newest.period)
    for level in _LEVELS:
        shown = [period, same_period_last_year(period)]
        figures_everywhere(FiguresAsked(codes, shown, level, scheme))
    asked = Round.objects.filter(scheme=newest.scheme, one_off=None).order_by("-last_day")
    labels = dict.fromkeys(asked.values_list("period", flat=True))
    trend = sorted(parse_period(label) for label in list(labels)[:_MOST_PERIODS])
    figures_everywhere(FiguresAsked(codes, trend, _LEVELS[0], scheme, as_of=clock.today()))


def _in_thread() -> None:
    time.sleep(_AFTER_SECONDS)
    begin = time.monotonic()
    try:
        warm_up()
        _LOG.info("figures are ready after %.1f s", time.monotonic() - begin)
    except DatabaseError:
        _LOG.warning("figures could not be read ahead", exc_info=True)
    finally:
        connections.close_all()
