"""Where a model was taken over from: never from itself, never in a circle."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from phongtrao.core import audit
from phongtrao.core.errors import N_, InvalidInput, Sentence
from phongtrao.core.vietnamese import tidy_line
from phongtrao.fieldwork.exemplars.models import PracticeModel
from phongtrao.fieldwork.exemplars.queries.diffusion import origins_of
from phongtrao.fieldwork.register.actions import locked, require_past, save_changed
from phongtrao.org.permissions import Actor
from phongtrao.planning.models import Programme


@dataclass(frozen=True, slots=True)
class Origin:
    """The model that another one was taken over from, the day, and how it was adapted."""

    source: PracticeModel
    on: date
    adapted: str = ""


@transaction.atomic
def set_origin(
    model: PracticeModel, origin: Origin | None, *, by: Actor, expected_version: int | None = None
) -> PracticeModel:
    """Say where a model came from, or that it came from nowhere.

    Raises Forbidden, StaleVersion and InvalidInput (itself, a circle, a day that cannot be).
    """
    if origin is not None:
        hold_the_forest()
    found = locked(model, by=by, expected_version=expected_version)
    write_origin(found, origin, by=by)
    return found


def write_origin(model: PracticeModel, origin: Origin | None, *, by: Actor) -> None:
    """Write the origin of a model that is locked already, and tell the chain.

    Whoever gives an origin holds the forest since before the model was locked.
    """
    if origin is None:
        save_changed(model, {"adopted_from": None, "adopted_on": None, "adapted": ""})
        audit.record("practicemodel.origin_set", model, by=by, source=None)
        return
    _require_possible(model, origin, by)
    save_changed(
        model,
        {
            "adopted_from": origin.source,
            "adopted_on": origin.on,
            "adapted": tidy_line(origin.adapted)[:500],
        },
    )
    audit.record("practicemodel.origin_set", model, by=by, source=origin.source.pk)


def hold_the_forest() -> None:
    """Let one transaction at a time change who came from whom.

    Two links that are harmless each for itself may close a circle together, at any distance; so
    every change of a link waits for the one before, on the few rows of the programmes. It is held
    before any model is: a link to a model needs its row as well. SQLite writes one transaction at a
    time anyway.
    """
    list(Programme.objects.select_for_update(no_key=True).order_by("pk").values_list("pk"))


def _require_possible(model: PracticeModel, origin: Origin, by: Actor) -> None:
    if origin.source.pk == model.pk:
        raise _refused(N_("Mô hình không thể nhân rộng từ chính nó."), "adopted_from")
    if model.pk in origins_of(origin.source.pk):
        raise _refused(
            N_("Mô hình gốc lại được nhân rộng từ chính mô hình này nên thành vòng tròn."),
            "adopted_from",
        )
    if origin.source.is_struck:
        raise _refused(N_("Mô hình gốc đã bị gạch bỏ."), "adopted_from")
    began = origin.source.launched_on
    if began is None or origin.on < began:
        raise _refused(N_("Chỉ nhân rộng được từ ngày mô hình gốc ra mắt."), "adopted_on")
    require_past(origin.on, by, field="adopted_on")


def _refused(said: str, field: str) -> InvalidInput:
    sentence = Sentence(said)
    return InvalidInput(sentence, fields={field: sentence})
