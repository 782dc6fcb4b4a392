"""Minutes of a handover and the paper of a delegation as Word, in the layout of the decree."""

from datetime import timedelta

import pytest
from django.urls import reverse

from phongtrao.core import clock
from phongtrao.core.formats import date_vn
from phongtrao.org import actions
from phongtrao.org.models import Delegation
from phongtrao.org.permissions import actor_for
from phongtrao.org.roles import Role
from phongtrao.publishing.actions import draft_paper
from phongtrao.publishing.word.decree_30_2020 import DECREE_30_2020
from tests.planning.conftest import plan
from tests.publishing.docx_text import docx_of, text_of
from tests.publishing.word.docx_facts import margin_faults, table_faults
from tests.reporting import cases

__all__ = ["plan"]
pytestmark = pytest.mark.django_db
TODAY = clock.today()
TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def handed(world, request):
    """An's task handed over to Nam."""
    task = request.getfixturevalue("plan").task()
    receiver = world.add_posting("Nam", "ca", "quang-ngai", Role.OFFICER)
    terms = actions.HandoverTerms(receiver, TOMORROW, "12/QĐ-CAT", TODAY)
    by = world.actor("An")
    mark = actions.preview_handover(world.posting("An"), terms, by=by).mark
    return actions.hand_over_posting(world.posting("An"), terms, by=by, mark=mark), task


def _delegation(world, number="07/GUQ-CAT"):
    return Delegation.objects.create(
        from_posting=world.posting("Bình"),
        to_account=world.posting("An").account,
        valid_from=TODAY,
        valid_to=TODAY + timedelta(days=7),
        paper_number=number,
        paper_date=TODAY,
    )


def _word(client, name, pk):
    return docx_of(client.get(reverse(name, args=[pk])))


def test_the_minutes_name_both_sides_every_item_and_what_stays(world, handed, client_for):
    made, task = handed
    text = text_of(_word(client_for(world.posting("Nam")), "publishing:handover-word", made.pk))
    for words in (
        "BIÊN BẢN",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Bên giao: An, Cán bộ, Công an tỉnh Quảng Ngãi",
        "Bên nhận: Nam, Cán bộ, Công an tỉnh Quảng Ngãi",
        f"12/QĐ-CAT ngày {date_vn(TODAY)}",
        "Nhiệm vụ đã giao, đang theo dõi: 1",
        f"1. {task.title}",
        "BÊN GIAO",
        "BÊN NHẬN",
        "Nơi nhận:",
    ):
        assert words in text, words


def test_the_minutes_keep_margins_and_tables_of_the_decree(world, handed, client_for):
    made, _task = handed
    content = _word(client_for(world.posting("Nam")), "publishing:handover-word", made.pk)
    assert margin_faults(content, DECREE_30_2020) == []
    assert table_faults(content) == []


def test_an_administrator_gets_minutes_with_counts_only(world, handed, client_for):
    made, task = handed
    admin = client_for(world.add_posting("Quý", "ca", "quang-ngai", Role.ADMINISTRATOR))
    text = text_of(_word(admin, "publishing:handover-word", made.pk))
    assert "Nhiệm vụ đã giao, đang theo dõi: 1" in text
    assert task.title not in text


def test_the_pages_lead_to_the_word_files(world, handed, client_for):
    made, _task = handed
    lent = _delegation(world)
    for client, page, word, pk in (
        (client_for(world.posting("Nam")), "org:handover-detail", "handover-word", made.pk),
        (client_for(world.posting("An")), "org:delegation-detail", "delegation-word", lent.pk),
    ):
        text = client.get(reverse(page, args=[pk])).content.decode()
        assert reverse(f"publishing:{word}", args=[pk]) in text


def test_strangers_get_neither_paper(world, handed, client_for):
    made, _task = handed
    lent = _delegation(world)
    for name in ("Giang", "Dũng"):
        client = client_for(world.posting(name))
        for word, pk in (("handover-word", made.pk), ("delegation-word", lent.pk)):
            assert client.get(reverse(f"publishing:{word}", args=[pk])).status_code == 404


def test_the_paper_of_a_delegation_tells_who_what_how_long_and_forbids_lending_on(
    world, client_for
):
    lent = _delegation(world)
    text = text_of(_word(client_for(world.posting("An")), "publishing:delegation-word", lent.pk))
    for words in (
        "GIẤY ỦY QUYỀN",
        "Số: 07/GUQ-CAT",
        "Bình, Lãnh đạo, Công an tỉnh Quảng Ngãi",
        "An, Cán bộ, Công an tỉnh Quảng Ngãi",
        f"đến hết ngày {date_vn(TODAY + timedelta(days=6))}",
        "TUQ.",
        "không được ủy quyền lại",
        "NGƯỜI ĐƯỢC ỦY QUYỀN",
    ):
        assert words in text, words


def test_another_paper_stands_as_the_basis_and_leaves_the_number_to_the_pen(world, client_for):
    lent = _delegation(world, number="05/QĐ-CAT")
    text = text_of(_word(client_for(world.posting("An")), "publishing:delegation-word", lent.pk))
    assert "Căn cứ văn bản số 05/QĐ-CAT" in text
    assert "Số: 05" not in text


def test_a_paper_drafted_in_a_leaders_posting_by_delegation_is_signed_tuq(world, plan, client_for):
    round_ = cases.open_round(world)
    cases.submitted(world, round_)
    lent = _delegation(world)
    by = actor_for(lent.to_account, TODAY, posting_id=lent.from_posting_id)
    paper = draft_paper(round_, world.area("quang-ngai").pk, by=by)
    assert (paper.signer_authority, paper.signer_head, paper.signer_name) == (
        "BY_AUTHORISATION",
        "Lãnh đạo",
        "An",
    )
    own = docx_of(
        client_for(world.posting("An")).get(reverse("publishing:report-file", args=[paper.pk]))
    )
    assert "TUQ. LÃNH ĐẠO" in text_of(own)
