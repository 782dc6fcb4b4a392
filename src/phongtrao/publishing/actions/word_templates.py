"""Keeping a body's own template, and filling it with a paper in the upload wall's child process."""

import json

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext

from phongtrao.core import audit, clock, files, uploads
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Refused
from phongtrao.core.uploads import Upload
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.publishing import permissions
from phongtrao.publishing.actions.composition import profile_of, report_paper
from phongtrao.publishing.actions.steps import posting_of
from phongtrao.publishing.models import WordTemplate
from phongtrao.publishing.queries import PaperContents
from phongtrao.publishing.word.render import refuse_secret
from phongtrao.publishing.word.wording import page_mark
from phongtrao.publishing.word_templates.answers import (
    FILLER,
    VALUES_NAME,
    layout_faults,
    refusals_of,
)
from phongtrao.publishing.word_templates.values import longest_text, values_of
from phongtrao.publishing.workflow import PaperKind

# Fields of a paper end at 4,000 letters; a text like this is no paragraph of a report.
LONGEST_TEXT = 200_000


@transaction.atomic
def save_template(upload: Upload, *, by: Actor) -> WordTemplate:
    """Keep an admitted and checked file as the newest template of one's own body.

    Raises ``Forbidden``, ``InvalidInput`` for a file that was refused or is no template.
    """
    if not permissions.can_set_template(by):
        raise Forbidden(N_("Chỉ người soạn thảo, ký văn bản của cơ quan mới đặt được mẫu."))
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
    audit.record("word_template.saved", row, by=by, n=row.n, sha256=row.file.sha256)
    return row


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
