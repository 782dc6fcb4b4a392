"""What was kept on a machine and is sent later passes the same guard as what is typed at once."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from phongtrao.org.models import Posting
from phongtrao.reporting.models import WorkingCopy
from tests.reporting import cases
from tests.world import World

PERSONAL = "Ông Nguyễn Văn A, CCCD 001085012345"


@pytest.mark.parametrize("field", ["yk-result", "gc-3", "ly_do"])
def test_personal_data_in_a_late_save_is_refused_and_nothing_is_stored(
    world: World, client_for: Callable[[Posting], Client], field: str
) -> None:
    report = cases.report_of(cases.open_round(world), world)
    chi: Any = client_for(world.posting("Chi"))
    address = reverse("reporting:report-save", args=[report.pk])
    headers = {"accept": "application/json"}
    refused = chi.post(address, cases.typed(row_version="0") | {field: PERSONAL}, headers=headers)
    assert refused.status_code == 422
    assert "001085012345" not in refused.json()["message"]
    assert not WorkingCopy.objects.exists()
    assert chi.post(address, cases.typed(row_version="0"), headers=headers).status_code == 200
