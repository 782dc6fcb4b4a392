"""A body's own templates: kept, used or not, and filled in the upload wall's child process."""

import json
from copy import copy
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext

from phongtrao.core import audit, clock, files, uploads
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Refused
from phongtrao.core.uploads import Busy, Upload
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.publishing import permissions, queries
from phongtrao.publishing.actions.composition import profile_of, report_paper
from phongtrao.publishing.actions.steps import posting_of
from phongtrao.publishing.models import Paper, TemplateChoice, WordTemplate
from phongtrao.publishing.queries import PaperContents
from phongtrao.publishing.rules.drafting import paper_number
from phongtrao.publishing.word.render import refuse_secret
from phongtrao.publishing.word.wording import page_mark
from phongtrao.publishing.word_templates.answers import (
    FILLER,
    VALUES_NAME,
    layout_faults,
    refusals_of,
)
from phongtrao.publishing.word_templates.values import longest_text, values_of
from phongtrao.publishing.workflow import PaperKind, PaperState

# Fields of a paper end at 4,000 letters; a text like this is no paragraph of a report.
LONGEST_TEXT = 200_000


@transaction.atomic
def save_template(upload: Upload, *, by: Actor) -> WordTemplate:
    """Keep an admitted and checked file as the newest template of one's own body.

    Raises ``Forbidden``, ``InvalidInput`` for a file that was refused or is no template.
    """
    _require_may_set(by)
    posting = posting_of(by)
    refusals = [upload.refusal] if upload.refusal else refusals_of(upload.result, gettext)
    if refusals:
        raise InvalidInput(N_("Chưa lưu mẫu nào."), "template.unfit", fields={"file": refusals[0]})
    body = Body.objects.select_for_update().get(pk=posting.body_id)
    before = body.word_templates.filter(kind=PaperKind.REPORT).order_by("-n").first()
    now = clock.now()
    row = WordTemplate.objects.create(
        body=body,
        n=before.n + 1 if before else 1,
        file=uploads.keep(upload, by=by),
        layout=layout_faults(upload.result, clock.today()),
        made_at=now,
        made_by=posting,
    )
    _choose(row, body, by)
    audit.record("word_template.saved", row, by=by, n=row.n, sha256=row.file.sha256)
    return row


@transaction.atomic
def use_template(template: WordTemplate, *, by: Actor) -> WordTemplate:
    """Set the reports that are handed in from now on in a version that was kept before.

    Raises ``Forbidden``, ``Refused`` where it is the one in use.
    """
    body, now_used = _held_choice(template, by)
    if now_used == template.pk:
        raise Refused(
            N_("Phiên bản %(n)s đang được dùng; không có gì thay đổi."),
            code="template.in_use",
            n=template.n,
        )
    _choose(template, body, by)
    audit.record("word_template.used", template, by=by, n=template.n)
    return template


@transaction.atomic
def stop_template(template: WordTemplate, *, by: Actor) -> WordTemplate:
    """Set the reports that are handed in from now on in the shipped layout; every version is kept.

    Raises ``Forbidden``, ``Refused`` where it is not the one in use.
    """
    body, now_used = _held_choice(template, by)
    if now_used != template.pk:
        raise Refused(
            N_("Phiên bản %(n)s đã thôi dùng từ trước; không có gì thay đổi."),
            code="template.not_in_use",
            n=template.n,
        )
    _choose(None, body, by)
    audit.record("word_template.stopped", template, by=by, n=template.n)
    return template


def _require_may_set(by: Actor) -> None:
    if not permissions.can_set_template(by):
        raise Forbidden(N_("Chỉ người soạn thảo, ký văn bản của cơ quan mới đặt được mẫu."))


def _held_choice(template: WordTemplate, by: Actor) -> tuple[Body, int | None]:
    """The body, held, and the key of the template it uses."""
    _require_may_set(by)
    if template.body_id != by.body_id:
        raise Forbidden(N_("Đây là mẫu của cơ quan khác. Chưa có gì thay đổi."))
    body = Body.objects.select_for_update().get(pk=template.body_id)
    used = queries.template_chosen(body.pk)
    return body, used.pk if used else None


def _choose(template: WordTemplate | None, body: Body, by: Actor) -> None:
    TemplateChoice.objects.create(
        body=body, template=template, chosen_at=clock.now(), chosen_by=posting_of(by)
    )


@dataclass(frozen=True, slots=True)
class OwnLayout:
    """A report as it will be frozen in its body's own template, made before the row is held.

    `data` is None where it could not be filled. `of` says of which paper, version of it, number
    and day: for any other it is made anew.
    """

    template: WordTemplate
    data: bytes | None
    of: tuple[Any, ...]


def own_layout_of(paper: Paper) -> OwnLayout | None:
    """The paper with its number and day in the template of its body; None where it uses none.

    Slow: the child process of the upload wall fills it. Raises ``Busy``.
    """
    template = queries.template_in_use(paper)
    if template is None:
        return None
    try:
        data = own_layout_bytes(queries.contents_of(paper), template)
    except Busy:
        raise
    except Refused:
        data = None
    return OwnLayout(template, data, _key(paper, template))


def fits(own: OwnLayout | None, paper: Paper) -> bool:
    """Whether what was made before is what the paper would become now."""
    template = queries.template_in_use(paper)
    return (own.of if own else None) == (_key(paper, template) if template else None)


def own_layout_ahead(paper: Paper, number: str, issued_on: date) -> OwnLayout | None:
    """What `record_issue` will freeze of a paper with this number and day; None: nothing to make.

    Raises ``Busy``.
    """
    known = paper_number(number)
    if known is None or paper.state != PaperState.SIGNED:
        return None
    future = copy(paper)
    future.number, future.issued_on = known, issued_on
    return own_layout_of(future)


def lacks_own_layout(paper: Paper) -> bool:
    """Whether an issued paper was frozen in the shipped layout though its body uses a template."""
    return paper.word_template_id is None and queries.template_in_use(paper) is not None


def _key(paper: Paper, template: WordTemplate) -> tuple[Any, ...]:
    return template.pk, paper.pk, paper.row_version, paper.number, paper.issued_on


def own_layout_bytes(contents: PaperContents, template: WordTemplate) -> bytes:
    """The report in the template of its body as .docx, with the demo mark on a demo installation.

    Raises ``Refused`` where it can not be filled, ``Busy`` where no turn comes.
    """
    paper = report_paper(contents)
    refuse_secret(paper)
    values = values_of(paper, profile_of(contents.paper))
    if longest_text(values) > LONGEST_TEXT:
        raise Refused(
            N_(
                "Có đoạn văn quá dài nên không điền được vào mẫu của cơ quan. Nội dung báo cáo vẫn"
                " giữ nguyên; hãy tách đoạn hoặc tải báo cáo theo mẫu có sẵn."
            ),
            code="template.text_too_long",
        )
    mark = page_mark(demo=settings.DEMO, training=contents.paper.is_training)
    order = {"values": values, "demo_mark": mark}
    made = uploads.made_from(
        files.read(template.file),
        template.file.name,
        writer=FILLER,
        order=(VALUES_NAME, json.dumps(order).encode()),
    )
    if made is None:
        raise Refused(
            N_(
                "Không điền được báo cáo vào mẫu của cơ quan. Nội dung báo cáo vẫn giữ nguyên; hãy"
                " tải báo cáo theo mẫu có sẵn hoặc gửi lại mẫu."
            ),
            code="template.not_filled",
        )
    return made
