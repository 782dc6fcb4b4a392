"""The page of a body's own Word template: what may stand in one, its upload, its versions."""

from functools import partial

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from phongtrao.core import uploads
from phongtrao.core.attempts import attempt, form_page
from phongtrao.core.http import requires
from phongtrao.core.uploads import Upload
from phongtrao.org.middleware import ActingRequest
from phongtrao.publishing import actions, exports, queries
from phongtrao.publishing.forms import WordTemplateForm
from phongtrao.publishing.word_templates.answers import CHECKER, refusals_of
from phongtrao.publishing.word_templates.placeholders import LOOPS, PLACEHOLDERS


def _judged(request: HttpRequest) -> Upload | None:
    """The template, judged, checked and tried in the wall's child process."""
    return uploads.judged(request, reader=CHECKER)


@requires("paper.draft", before=_judged)
@require_http_methods(["GET", "HEAD", "POST"])
def template_list(request: ActingRequest) -> HttpResponse:
    """The templates of the own body; a new one is checked before it is kept."""
    posted = request.method == "POST"
    form = WordTemplateForm(request.POST, request.FILES) if posted else WordTemplateForm()
    refusals: list[str] = []
    if posted and form.is_valid():
        sent: Upload = request.prepared
        refusals = [] if sent.refusal else refusals_of(sent.result, gettext)
        if refusals:
            form.add_error(None, _told(len(refusals)))
        elif attempt(form, partial(actions.save_template, sent, by=request.actor)) is not None:
            messages.success(request, _("Đã lưu mẫu; báo cáo của cơ quan tải được theo mẫu này."))
            return redirect("publishing:template-list")
    context = {
        "form": form,
        "refusals": refusals,
        "versions": exports.template_versions(queries.templates_of(request.actor)),
        "used": queries.template_chosen(request.actor.body_id or 0),
        "placeholders": PLACEHOLDERS,
        "loops": LOOPS,
    }
    return form_page(request, "publishing/word_templates.html", context)


@requires("paper.draft")
@require_safe
def template_start(request: ActingRequest) -> FileResponse:
    """The shipped template with every placeholder in it."""
    return exports.starting_download()


@requires("paper.draft")
@require_safe
def template_file(request: ActingRequest, pk: int) -> FileResponse:
    """One version of the own template, as it was kept."""
    return exports.template_download(queries.template_for(request.actor, pk))


@requires("paper.draft")
@require_POST
def template_use(request: ActingRequest, pk: int) -> HttpResponse:
    """Use a version that was kept before."""
    template = queries.template_for(request.actor, pk)
    actions.use_template(template, by=request.actor)
    told = _("Từ nay báo cáo của cơ quan dùng mẫu phiên bản %(n)s.")
    messages.success(request, told % {"n": template.n})
    return redirect("publishing:template-list")


@requires("paper.draft")
@require_POST
def template_stop(request: ActingRequest, pk: int) -> HttpResponse:
    """Go back to the shipped layout."""
    actions.stop_template(queries.template_for(request.actor, pk), by=request.actor)
    told = _("Đã ngừng dùng mẫu của cơ quan; báo cáo trình ký từ nay theo mẫu có sẵn.")
    messages.success(request, told)
    return redirect("publishing:template-list")


def _told(count: int) -> str:
    return ngettext(
        "Chưa lưu mẫu: có %(count)s chỗ cần sửa, nêu ở dưới.",
        "Chưa lưu mẫu: có %(count)s chỗ cần sửa, nêu ở dưới.",
        count,
    ) % {"count": count}
