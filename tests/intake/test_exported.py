"""What officials made of proposals goes out as test material: text, schema record, counts."""

import hashlib
import io
import json

import pytest
from django.core.management import call_command

from phongtrao.cli import prepare
from phongtrao.core.models import AuditEntry
from phongtrao.intake import actions
from phongtrao.intake.actions import ItemChange
from phongtrao.intake.exports import corrected_paper
from phongtrao.intake.models import Draft

pytestmark = pytest.mark.database


@pytest.fixture
def corrected(plan, world):
    """The plan with one requirement edited, one dropped, one added; its title typed anew."""
    by = world.actor("An")
    first = plan.item(1)
    values = {
        "action": first.action,
        "leads": tuple(first.leads),
        "coordinators": (),
        "deadline_norm": "BY:2026-05-20",
        "due_on": None,
    }
    actions.edit_item(first, ItemChange(**values), by=by)
    actions.drop_item(plan.item(2), by=by)
    start = plan.draft.text.index("Tạo chuyển biến")
    actions.add_item(plan.draft, start, start + 30, by=by)
    head = {"number": "86/KH-CAT", "issued_on": plan.draft.issued_on, "title": "Ngày hội"}
    head |= {"issuer_text": plan.draft.issuer_text, "document_type": "Kế hoạch"}
    actions.correct_header(Draft.objects.get(), head, by=by)
    actions.accept_draft(Draft.objects.get(), by=by)
    return Draft.objects.get()


def _spans(value):
    """Every span of a record."""
    if isinstance(value, dict):
        if value.get("start") is not None and "quote" in value:
            yield value
        for inner in value.values():
            yield from _spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _spans(inner)


def test_a_corrected_paper_holds_what_officials_left_and_counts_what_they_did(corrected):
    record = corrected_paper(corrected)
    live = corrected.items.exclude(state="dropped")
    assert [task["action"]["quote"] for task in record["tasks"]] == [row.action for row in live]
    [edited] = [
        task for task in record["tasks"] if (task["deadline"] or {}).get("norm", "")[-2:] == "20"
    ]
    assert edited["coord"] == []
    assert [body["org_id"] for body in edited["lead"]]
    assert record["metadata"]["title"]["quote"] == "Ngày hội"
    assert (
        record["corrections"]["states"] | {"added": 1, "dropped": 1, "edited": 1}
        == (record["corrections"]["states"])
    )
    assert record["corrections"]["head"] == ["title"]


def test_every_place_of_the_record_is_a_place_of_the_text(corrected):
    text = corrected.text
    spans = list(_spans(corrected_paper(corrected)))
    assert len(spans) > 10
    for span in spans:
        assert text[span["start"] : span["end"]] == span["quote"]


def test_the_command_writes_texts_and_records_of_corrected_papers_only(
    corrected, received, world, tmp_path, monkeypatch
):
    monkeypatch.setattr(prepare, "ensure_ready", lambda: None)
    out = io.StringIO()
    untouched = received(corrected.text.replace("86/KH", "87/KH"), name="khac.txt").draft
    actions.accept_draft(untouched, by=world.actor("An"))
    call_command("corrections", str(tmp_path / "out"), stdout=out)
    name = f"vb{corrected.pk:06d}"
    assert out.getvalue().split() == [name]
    text = (tmp_path / "out" / "docs" / f"{name}.txt").read_text(encoding="utf-8")
    record = json.loads((tmp_path / "out" / "gold" / f"{name}.json").read_text(encoding="utf-8"))
    assert text == corrected.text
    assert record["doc_id"] == name
    assert record["text_sha256"] == hashlib.sha256(text.encode()).hexdigest()
    assert AuditEntry.objects.filter(verb="draft.exported").count() == 1
