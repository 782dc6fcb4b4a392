"""The slabs of this process: the files of the current generation and what came after them."""

import threading
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from phongtrao.analytics import generations
from phongtrao.analytics.cube.files import NotASlab, open_slab, slab_files
from phongtrao.analytics.cube.merging import enter_anew
from phongtrao.analytics.cube.slabs import Slab, SlabKey, empty_slab, grown
from phongtrao.analytics.models import FigureChange, Generation
from phongtrao.analytics.queries.pulse import Pulse, feel_pulse
from phongtrao.analytics.queries.record_columns import (
    RoundForm,
    joint_codes,
    record_columns,
    round_forms,
)
from phongtrao.analytics.queries.slab_making import axes_of, slab_key, told_of, units_of
from phongtrao.analytics.queries.unit_order import UnitOrder
from phongtrao.core.periods import Period, parse_period
from phongtrao.reporting.models import DeadlineExtension, Report, official
from phongtrao.reporting.queries.adjustments import counting_adjustments
from phongtrao.reporting.rules.levels import LEVELS
from phongtrao.reporting.workflow import COUNTING

# With more reports than this behind the files the specification answers until the next build.
MOST_BEHIND = 40_000


class Behind(Exception):  # noqa: N818 - named for what it says
    """The files cannot be used: there are none, or too much has come since."""


class Lined(NamedTuple):
    """An indicator of a period and a reporting level with a signed line, and from where it enters.

    `rank` is the place of the line's level among ``LEVELS``: it enters figures up to there.
    """

    scheme: str
    level: str
    period: Period
    code: str
    rank: int


class Store:
    """What one process holds. Every use is under its lock; see `follow`."""

    def __init__(self) -> None:
        self.lock = threading.RLock()
        self.forget()

    def forget(self) -> None:
        """Start afresh from the files."""
        self.pulse: Pulse | None = None
        self.slabs: dict[SlabKey, Slab] = {}
        self.forms: dict[int, RoundForm] = {}
        self.joint: set[tuple[str, str]] = set()
        self.lines: set[Lined] = set()
        # Grows when what was compiled no longer holds.
        self.epoch = getattr(self, "epoch", 0) + 1
        self._name: str | None = None
        self._change = (0, 0)
        self._order: UnitOrder | None = None

    def follow(self) -> None:
        """Bring the slabs to what the record says now; raises ``Behind``.

        One short query where nothing has changed since the last call.
        """
        now = feel_pulse()
        if now == self.pulse:
            return
        before = self.pulse
        self.pulse = None  # whatever goes wrong below is done again
        if before is None or now.areas != before.areas or now.forms != before.forms:
            self._order = None
            self.epoch += 1
        if now.generation is None:
            raise Behind
        if now.generation != self._name or not self._continues(now.change):
            self._open(now.generation)
            before = None  # what was known beside the files is forgotten with them
        if before is None or now.rounds != before.rounds:
            self._learn_rounds(whole=before is not None and not self._same_rounds(before, now))
        if before is None or now.deadlines != before.deadlines:
            self._read_extended()
        moved = now.change != self._change
        if moved:
            self._catch_up(now.change)
        if before is None or now.lines != before.lines or (moved and now.lines[0]):
            self._read_lines()
        self.pulse = now

    def _same_rounds(self, before: Pulse, now: Pulse) -> bool:
        """Whether the rounds known so far are still there."""
        return (now.rounds[0] or 0) > (before.rounds[0] or 0)

    def _continues(self, end: tuple[int, int]) -> bool:
        """Whether the log goes on from the entry that was read last."""
        if self._change in (end, (0, 0)):
            return True
        number, mark = self._change
        return end[0] > number and FigureChange.objects.filter(pk=number, mark=mark).exists()

    def _open(self, name: str) -> None:
        found = Generation.objects.filter(name=name).first()
        if found is None:
            raise Behind
        self.forget()
        try:
            slabs = [open_slab(path) for path in slab_files(generations.folder_of(found))]
        except (OSError, NotASlab) as lost:
            raise Behind from lost
        if not generations.folder_of(found).is_dir():
            raise Behind
        self.slabs = {slab.axes.key: slab for slab in slabs}
        self._change = (found.up_to, found.mark)
        if not generations.in_log(found):
            raise Behind
        self._name = name
        self._learn_rounds(whole=True)

    def _learn_rounds(self, *, whole: bool) -> None:
        if whole:
            self.forms.clear()
        last = max(self.forms, default=0)
        self.forms |= {form.pk: form for form in round_forms(after=last)}
        self.joint = joint_codes(self.forms.values())
        self.epoch += 1

    def _catch_up(self, end: tuple[int, int]) -> None:
        """Read anew what the log names."""
        rows = FigureChange.objects.filter(pk__gt=self._change[0], pk__lte=end[0]).order_by("pk")
        touched: dict[tuple[SlabKey, Period], set[int] | None] = {}
        changes = list(rows.values_list("round_id", "report_id", "report__area_id"))
        self._require_few(changes)
        for round_id, report_id, area_id in changes:
            self._touch(touched, round_id, None if report_id is None else area_id)
        for (key, period), areas in touched.items():
            self._read_anew(key, period, areas)
        self._change = end

    def _touch(
        self,
        touched: dict[tuple[SlabKey, Period], set[int] | None],
        round_id: int,
        area_id: int | None,
    ) -> None:
        """Note an area of a round, or all of its areas."""
        if round_id not in self.forms:
            self._learn_rounds(whole=False)
        form = self.forms.get(round_id)  # none of a one-off request
        key = None if form is None else slab_key(form)
        if form is None or key is None:
            return
        if area_id is None:
            touched[key, form.period] = None
        elif (known := touched.setdefault((key, form.period), set())) is not None:
            known.add(area_id)

    def _read_extended(self) -> None:
        """Reports with another deadline than their round: whether they came in time."""
        extended = DeadlineExtension.objects.filter(official("report__round__"))
        rows = extended.values_list("report__round_id", "report__area_id")
        touched: dict[tuple[SlabKey, Period], set[int] | None] = {}
        for round_id, area_id in rows.distinct().order_by():
            self._touch(touched, round_id, area_id)
        for (key, period), areas in touched.items():
            self._read_anew(key, period, areas)

    def _read_lines(self) -> None:
        """Where signed lines enter: the specification answers there."""
        fields = ("version__report__round__scheme", "version__report__round__level",
                  "version__report__round__period", "cell_key", "level")  # fmt: skip
        rows = counting_adjustments().filter(official("version__report__round__"))
        lines = {
            Lined(scheme, level, parse_period(label), code, LEVELS.index(of))
            for scheme, level, label, code, of in rows.values_list(*fields)
        }
        if lines != self.lines:
            self.lines = lines
            self.epoch += 1

    def _require_few(self, changes: Sequence[tuple[int, int | None, int | None]]) -> None:
        whole = {round_id for round_id, report_id, _area in changes if report_id is None}
        behind = len(changes) - len(whole)
        if whole:
            behind += Report.objects.filter(round__in=whole, state__in=COUNTING).count()
        if behind > MOST_BEHIND:
            raise Behind

    def _read_anew(self, key: SlabKey, period: Period, areas: set[int] | None) -> None:
        forms = [form for form in self.forms.values() if slab_key(form) == key]
        asked = [form for form in forms if form.period == period]
        slab = self._room(key, forms, asked, areas)
        if areas is None:
            areas = set(slab.axes.units.tolist())
            told = told_of(record_columns(asked))
        else:
            told = told_of(record_columns(asked, areas=areas))
        column = slab.columns[period]
        heard = slab.heard[:, column] > 0
        unsafe = enter_anew(slab, column, told, areas)
        slab.peaks[unsafe] = np.inf
        several = len({each.level for each in self.slabs if each.scheme == key.scheme}) > 1
        if several or (heard != (slab.heard[:, column] > 0)).any():
            self.epoch += 1

    def _room(
        self, key: SlabKey, forms: list[RoundForm], asked: list[RoundForm], areas: set[int] | None
    ) -> Slab:
        """The slab with room for these rounds, made wider where it must be."""
        slab = self.slabs.get(key)
        if slab is not None:
            due = units_of(asked) if areas is None else areas
            fits = (
                all(form.period in slab.columns and _holds(slab, form) for form in asked)
                and due <= slab.places.keys()
            )
            if fits:
                return slab
        self._order = self._order or UnitOrder()
        kept = [] if slab is None else slab.axes.units.tolist()
        axes = axes_of(key, forms, self._order, more=kept)
        self.slabs[key] = empty_slab(axes) if slab is None else grown(slab, axes)
        self.epoch += 1
        return self.slabs[key]


def _holds(slab: Slab, form: RoundForm) -> bool:
    """Whether the slab has the form's indicators, with as many decimals."""
    return all(
        code in slab.rows and slab.axes.decimals[slab.rows[code]] >= digits
        for code, digits in zip(form.codes, form.decimals, strict=True)
    )


STORE = Store()
