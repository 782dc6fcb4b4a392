"""The hostile kinds at the real door: a sentence, nothing kept, never a fault of the server.

The wall itself is tested with every kind (tests/core/gate); here a sample of them goes through the
upload page, and each that is refused must leave no file and no draft.
"""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from phongtrao.core.models import StoredFile
from phongtrao.intake.models import Draft
from tests.core.gate import corpus_archives, corpus_bombs, corpus_papers
from tests.core.gate.case import Case
from tests.world import World

pytestmark = pytest.mark.django_db
CASES = [*corpus_archives.ALL, *corpus_bombs.ALL, *corpus_papers.ALL]
SAMPLE = CASES[::6]


def _upload(client: Client, name: str, content: bytes) -> Any:
    sent = SimpleUploadedFile("x", content)
    sent._name = name  # as it came: Django's own cleaning of names is not what we rest on
    return client.post("/van-ban-den/tiep-nhan/", {"_once": uuid.uuid4().hex, "files": [sent]})


@pytest.mark.parametrize("case", SAMPLE, ids=lambda case: case.id)
def test_a_hostile_file_is_answered_in_words_and_nothing_of_it_is_kept(
    case: Case, world: World, client_for: Callable[..., Client]
) -> None:
    answer = _upload(client_for(world.posting("An")), case.filename, case.build())
    assert answer.status_code in {302, 422}
    if case.verdict == "refuse":
        assert answer.status_code == 422
        assert not StoredFile.objects.exists()
        assert not Draft.objects.exists()
