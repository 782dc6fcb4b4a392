"""Two entries of one model: merged so that it counts once, or said to be two; both undoable."""

from django.db import transaction

from phongtrao.core import audit, search
from phongtrao.core.errors import N_, Forbidden, Refused
from phongtrao.fieldwork.exemplars import permissions
from phongtrao.fieldwork.exemplars.actions.origins import hold_the_forest
from phongtrao.fieldwork.exemplars.models import ModelPair, PracticeModel
from phongtrao.fieldwork.exemplars.queries.diffusion import origins_of
from phongtrao.fieldwork.register.actions import save_changed
from phongtrao.org.permissions import Actor
from phongtrao.planning.permissions import posting_of


@transaction.atomic
def merge_models(kept: PracticeModel, repeat: PracticeModel, *, by: Actor) -> ModelPair:
    """Let `repeat` count at `kept` from today on; what both have written stays theirs.

    Raises Forbidden and Refused (one of them struck out or merged already, one taken over from
    the other: those are two models).
    """
    hold_the_forest()
    kept, repeat = _both(kept, repeat, by)
    if repeat.repeats.exists():
        raise Refused(
            N_("Đã có mục khác nhập vào mục này. Hãy giữ mục này và nhập mục kia vào nó."),
            code="has_repeats",
        )
    if repeat.pk in origins_of(kept.pk) or kept.pk in origins_of(repeat.pk):
        raise Refused(
            N_("Một mô hình nhân rộng từ mô hình kia nên đây là hai mô hình, không ghi trùng."),
            code="adopted",
        )
    save_changed(repeat, {"merged_into": kept, "merged_on": by.day})
    search.refresh(PracticeModel, [kept.pk])
    audit.record("practicemodel.merged", repeat, by=by, into=kept.pk)
    return _decided(kept, repeat, by, is_same=True)


@transaction.atomic
def keep_apart(first: PracticeModel, second: PracticeModel, *, by: Actor) -> ModelPair:
    """Say that two entries that look alike are two models: the pair is not proposed again."""
    first, second = _both(first, second, by)
    audit.record("practicemodel.kept_apart", first, by=by, other=second.pk)
    return _decided(first, second, by, is_same=False)


@transaction.atomic
def undo_pair(pair: ModelPair, *, by: Actor) -> ModelPair:
    """Take a decision about two entries back; a merged one counts again.

    Raises Forbidden, and Refused where it was taken back already.
    """
    found = ModelPair.objects.select_for_update().get(pk=pair.pk)
    if found.undone_on is not None:
        raise Refused(N_("Quyết định này đã được hoàn tác."), code="undone")
    hold_the_forest()
    first, second = _held(found.first_id), _held(found.second_id)
    if not permissions.can_decide_pair(by, first, second):
        raise Forbidden(_NOT_YOURS)
    for repeat, kept in ((first, second), (second, first)):
        if repeat.merged_into_id == kept.pk:
            save_changed(repeat, {"merged_into": None, "merged_on": None})
    found.undone_on = by.day
    found.save(update_fields=["undone_on"])
    audit.record("practicemodel.pair_undone", first, by=by, other=second.pk)
    return found


_NOT_YOURS = N_(
    "Chỉ cơ quan chủ trì cả hai mục, hoặc cơ quan cấp trên của cả hai, quyết định việc này."
)


def _both(
    one: PracticeModel, other: PracticeModel, by: Actor
) -> tuple[PracticeModel, PracticeModel]:
    """Both entries, held in the order of their keys."""
    held = {pk: _held(pk) for pk in sorted({one.pk, other.pk})}
    if len(held) != 2:
        raise Refused(N_("Hãy chọn hai mục khác nhau."), code="one_entry")
    first, second = held[one.pk], held[other.pk]
    if not permissions.can_decide_pair(by, first, second):
        raise Forbidden(_NOT_YOURS)
    if any(each.is_struck or each.is_merged for each in (first, second)):
        raise Refused(N_("Một trong hai mục đã gạch bỏ hoặc đã nhập vào mục khác."), code="settled")
    return first, second


def _held(pk: int) -> PracticeModel:
    return PracticeModel.objects.select_for_update(of=("self",)).get(pk=pk)


def _decided(one: PracticeModel, other: PracticeModel, by: Actor, *, is_same: bool) -> ModelPair:
    first, second = sorted((one, other), key=lambda each: each.pk)
    posting = posting_of(by)
    ModelPair.objects.filter(first=first, second=second, undone_on__isnull=True).update(
        undone_on=by.day
    )
    return ModelPair.objects.create(
        first=first,
        second=second,
        is_same=is_same,
        body=posting.body,
        decided_on=by.day,
        decided_by=posting,
    )
