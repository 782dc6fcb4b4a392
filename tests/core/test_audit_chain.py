"""The audit chain: nothing in the past can be changed unseen."""

import pytest
from django.db import transaction

from phongtrao.core import audit
from phongtrao.core.models import AuditEntry, AuditPayload
from tests.world import World

pytestmark = pytest.mark.database


def _three_entries(world: World) -> None:
    for number in range(3):
        with transaction.atomic():
            audit.record("body.renamed", world.body("ca", "dak-ha"), by=world.actor("An"), n=number)


def test_an_untouched_chain_has_no_fault(world: World) -> None:
    _three_entries(world)
    assert list(audit.faults()) == []
    assert audit.head()[0] == 3


@pytest.mark.parametrize(
    ("field", "value"), [("verb", "body.closed"), ("actor", "người khác"), ("target_id", "999")]
)
def test_a_changed_field_is_found(world: World, field: str, value: str) -> None:
    _three_entries(world)
    AuditEntry.objects.filter(sequence=2).update(**{field: value})
    assert [fault.sequence for fault in audit.faults()] == [2]


def test_a_changed_payload_is_found(world: World) -> None:
    _three_entries(world)
    AuditPayload.objects.filter(entry_id=2).update(payload={"n": 99})
    assert [(fault.sequence, fault.reason) for fault in audit.faults()] == [(2, "payload")]


def test_a_removed_entry_is_found(world: World) -> None:
    _three_entries(world)
    AuditPayload.objects.filter(entry_id=2).delete()
    AuditEntry.objects.filter(sequence=2).delete()
    assert next(iter(audit.faults())).sequence == 2


def test_an_erased_payload_leaves_the_chain_whole(world: World) -> None:
    _three_entries(world)
    AuditPayload.objects.filter(entry_id=2).delete()
    assert list(audit.faults()) == []


@pytest.mark.django_db(transaction=True)
def test_an_entry_outside_a_transaction_is_refused(world: World) -> None:
    with pytest.raises(transaction.TransactionManagementError):
        audit.record("body.renamed", world.body("ca", "dak-ha"), by=world.actor("An"))
