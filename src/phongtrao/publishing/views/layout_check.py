"""The page on which the layout of any Word file is checked; nothing of the file is kept."""

from base64 import b64encode
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from phongtrao.core import clock, uploads
from phongtrao.core.attempts import form_page
from phongtrao.core.http import page, requires
from phongtrao.core.idempotency import SHOWN_ONCE
from phongtrao.core.uploads import Upload
from phongtrao.publishing import exports
from phongtrao.publishing.forms import LayoutCheckForm
from phongtrao.publishing.layout_check.check import READER, by_rule, refusal_of
from phongtrao.publishing.layout_check.rules import GROUPS


def _judged(request: HttpRequest) -> Upload | None:
    """The paper, judged and checked in the wall's child process."""
    return uploads.judged(request, reader=READER)


@requires("paper.read", before=_judged)
@require_http_methods(["GET", "HEAD", "POST"])
def layout_check(request: HttpRequest) -> HttpResponse:
    """Choose a file; the answer lists its faults, to be printed or taken along as a workbook."""
    posted = request.method == "POST"
    form = LayoutCheckForm(request.POST, request.FILES) if posted else LayoutCheckForm()
    if not posted or not form.is_valid():
        return form_page(request, "publishing/layout_check.html", {"form": form})
    sent: Upload = request.prepared  # type: ignore[attr-defined]  # `requires` has set it
    refusal = sent.refusal or refusal_of(_answer(sent))
    if refusal:
        form.add_error("file", exports.in_words(refusal))
        return form_page(request, "publishing/layout_check.html", {"form": form})
    answer = page(request, "publishing/layout_check.html", _result(sent))
    # The answer tells what stands in the paper: it is shown and kept nowhere.
    setattr(answer, SHOWN_ONCE, True)
    return answer


def _answer(sent: Upload) -> dict[str, Any]:
    return sent.result if isinstance(sent.result, dict) else {}


def _result(sent: Upload) -> dict[str, Any]:
    found = by_rule(_answer(sent), clock.today())
    groups = [
        (name, [each for each in found if each.rule.number.startswith(letter)])
        for letter, name in GROUPS.items()
    ]
    return {
        "form": LayoutCheckForm(),
        "name": sent.name,
        "was_converted": bool(sent.made),
        "groups": [(name, rows) for name, rows in groups if rows],
        "failing": sum(each.count for each in found if each.fails),
        "doubtful": sum(each.count for each in found if not each.fails),
        "workbook": b64encode(exports.layout_workbook(sent.name, found)).decode("ascii"),
    }
