"""The hostile kinds at the real doors: a sentence, nothing kept, never a fault of the server.

The wall itself is tested with every kind (tests/core/gate); here a sample of them goes through each
door that takes files, a different one through each, and what is refused leaves no file and no row.
"""

from collections.abc import Callable
from itertools import cycle

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from phongtrao.core.models import StoredFile
from phongtrao.intake.models import Draft
from phongtrao.planning.models import ProgressEntry
from phongtrao.reporting.models import Approval
from tests.core.gate import corpus_archives, corpus_bombs, corpus_papers
from tests.core.gate.case import Case
from tests.core.uploads.doors import DOORS
from tests.world import World

pytestmark = pytest.mark.django_db
CASES = [*corpus_archives.ALL, *corpus_bombs.ALL, *corpus_papers.ALL]
SAMPLE = list(zip(cycle(DOORS), CASES[::6]))


@pytest.mark.parametrize(("door", "case"), SAMPLE, ids=[f"{d}-{c.id}" for d, c in SAMPLE])
def test_a_hostile_file_is_answered_in_words_and_nothing_of_it_is_kept(
    door: str, case: Case, world: World, client_for: Callable[..., Client]
) -> None:
    sent = SimpleUploadedFile("x", case.build())
    sent._name = case.filename  # as it came: Django's own cleaning of names is not what we rest on
    answer = DOORS[door](world, client_for).send(sent)
    assert answer.status_code in {302, 422}
    if case.verdict == "refuse":
        assert answer.status_code == 422
        assert "Chưa" in answer.content.decode()
        for kept in (StoredFile, Draft, ProgressEntry, Approval):
            assert not kept.objects.exists()
