"""Erasing some rows with everything that rests on them, as the models themselves say.

Links of the audit chain stay and so does every hash; what they speak of is erased (`core.audit`).
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, TypeVar

from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from django.db.models import Model, OneToOneRel, QuerySet
from django.db.models.fields.reverse_related import ForeignObjectRel, ManyToOneRel

from phongtrao.core import files, search
from phongtrao.core.errors import Refused
from phongtrao.core.models import AuditEntry, AuditPayload, Notice, StoredFile

Row = TypeVar("Row", bound=Model)
# Model → the keys of its rows.
Rows = Mapping[type[Model], Collection[int]]
_AT_ONCE = 500


def held(rows: QuerySet[Row], pk: int, *, gone: str) -> Row:
    """One row of a queryset that locks; ``Refused`` (410) where it was erased meanwhile.

    `gone` is the sentence that says what was erased and what became of what was sent.
    """
    try:
        return rows.get(pk=pk)
    except ObjectDoesNotExist:
        raise Refused(gone, code="erased", status=410) from None


def resting_on(row: Model, *, lock: bool = False) -> dict[type[Model], set[int]]:
    """The row and all rows that point to it, directly or through others.

    With `lock` they are held until the transaction ends, each before those that point to it.
    """
    found: dict[type[Model], set[int]] = {}
    left: list[tuple[type[Model], set[int]]] = [(type(row), {row.pk})]
    while left:
        model, keys = left.pop()
        keys = set(_keys(model, "pk", keys, lock=lock)) - found.get(model, set())
        if keys:
            found.setdefault(model, set()).update(keys)
            left += [
                (each.related_model, set(_keys(each.related_model, each.field.name, keys)))
                for each in pointing_to(model)
            ]
    return found


def files_of(found: Rows) -> set[int]:
    """The stored files to which any of these rows points."""
    return {
        file_id
        for model, keys in found.items()
        for field in model._meta.concrete_fields
        if field.related_model is StoredFile
        for some in _stretches(keys)
        for file_id in _rows(model).filter(pk__in=some).values_list(field.attname, flat=True)
        if file_id is not None
    }


def erase(found: Rows, *, pages: Collection[str]) -> int:
    """Delete these rows with their files, notices and what the audit chain told of them.

    `pages` are the addresses of the rows. Returns how many files went: one to which anything else
    points stays. Raises ``ProtectedError`` where a row that is not among them points to one.
    """
    stored = files_of(found)
    left = {model: set(keys) for model, keys in found.items()}
    while left:
        model = next(each for each in left if not _otherspointing_to(each, left))
        _delete(model, left.pop(model))
    for model, keys in found.items():
        search.refresh(model, list(keys))
        _forget_payloads(model, keys)
    for page in pages:
        Notice.objects.filter(address__startswith=page).delete()
    return _erase_files(stored)


def _delete(model: type[Model], keys: set[int]) -> None:
    """Rows to which others of their own model point go after those."""
    own = [each.field.name for each in pointing_to(model) if each.related_model is model]
    while keys:
        above = {pk for name in own for pk in _targets(model, name, keys)}
        leaves = keys - above
        for some in _stretches(leaves):
            _rows(model).filter(pk__in=some).delete()
        keys = keys & above


def _erase_files(stored: Collection[int]) -> int:
    gone = [
        each
        for each in StoredFile.objects.filter(pk__in=stored)
        if set(resting_on(each)) == {StoredFile}
    ]
    StoredFile.objects.filter(pk__in=[each.pk for each in gone]).delete()
    kept = set(
        StoredFile.objects.filter(sha256__in=[each.sha256 for each in gone]).values_list(
            "sha256", flat=True
        )
    )
    for digest in {each.sha256 for each in gone} - kept:
        transaction.on_commit(lambda digest=digest: files.discard(digest))  # type: ignore[misc]
    return len(gone)


def _forget_payloads(model: type[Model], keys: Collection[int]) -> None:
    for some in _stretches(map(str, keys)):
        entries = AuditEntry.objects.filter(target_type=model._meta.label_lower, target_id__in=some)
        AuditPayload.objects.filter(entry__in=entries).delete()


def pointing_to(model: type[Model]) -> Iterator[ManyToOneRel]:
    """The relations by which rows of other models, or of this one, point to its rows."""
    for each in model._meta.get_fields(include_hidden=True):
        if isinstance(each, ManyToOneRel | OneToOneRel) and isinstance(each, ForeignObjectRel):
            yield each


def _otherspointing_to(model: type[Model], left: Rows) -> bool:
    return any(
        each.related_model in left and each.related_model is not model
        for each in pointing_to(model)
    )


def _keys(
    model: type[Model], field: str, keys: Collection[int], *, lock: bool = False
) -> Iterator[int]:
    rows = _rows(model).order_by("pk")
    for some in _stretches(sorted(keys)):
        chosen = rows.filter(**{f"{field}__in": some})
        yield from (chosen.select_for_update() if lock else chosen).values_list("pk", flat=True)


def _targets(model: type[Model], field: str, keys: Collection[int]) -> Iterator[int]:
    for some in _stretches(keys):
        rows = _rows(model).filter(pk__in=some, **{f"{field}__isnull": False})
        yield from rows.values_list(f"{field}_id", flat=True)


def _stretches(keys: Iterable[Any]) -> Iterator[list[Any]]:
    left = iter(keys)
    while stretch := list(islice(left, _AT_ONCE)):
        yield stretch


def _rows(model: type[Model]) -> QuerySet[Any]:
    return model._base_manager.all()  # noqa: SLF001 - public
