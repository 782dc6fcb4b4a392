"""Forms: the list, one form with its versions, and starting one."""

from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from phongtrao.core import lists
from phongtrao.core.attempts import attempt, form_page
from phongtrao.core.errors import NotFound
from phongtrao.core.http import page, requires
from phongtrao.core.periods import PeriodKind
from phongtrao.org.middleware import actor_of
from phongtrao.org.models import BodyKind
from phongtrao.reporting import actions, exports, permissions
from phongtrao.reporting.forms.designing import LEVELS, PERIOD_KINDS, StartForm
from phongtrao.reporting.forms.filters import TemplateFilter
from phongtrao.reporting.grid.design import design_of
from phongtrao.reporting.grid.design_changes import form_changes
from phongtrao.reporting.models import ReportTemplate, TemplateVersion
from phongtrao.reporting.queries import designs
from phongtrao.reporting.queries.previews import preview_of, preview_of_design
from phongtrao.reporting.workflow import ApprovalKind, Topic


@requires("template.read")
@require_safe
def template_list(request: HttpRequest) -> HttpResponse:
    """The forms within reach."""
    actor = actor_of(request)
    filters = TemplateFilter(request.GET, designs.templates_for(actor))
    found = lists.list_page(request, exports.TEMPLATE_LIST, filters.qs, filters=filters)
    may = permissions.may_design_at_all(actor)
    return page(request, "reporting/template_list.html", {"list": found, "may_design": may})


@requires("template.read")
@require_safe
def template_list_excel(request: HttpRequest) -> FileResponse:
    """The same list as a workbook."""
    rows = TemplateFilter(request.GET, designs.templates_for(actor_of(request))).qs
    return lists.excel(request, exports.TEMPLATE_LIST, rows)


@requires("template.design")
@require_http_methods(["GET", "HEAD", "POST"])
def template_make(request: HttpRequest) -> HttpResponse:
    """Begin an empty form."""
    actor = actor_of(request)
    form = StartForm(request.POST or None)
    if request.method == "POST":
        draft = attempt(form, lambda: actions.start_template(form.cleaned_data["name"], by=actor))
        if draft is not None:
            return redirect("reporting:template-draft", draft.template_id)
    return form_page(request, "reporting/template_start.html", {"form": form})


@requires("template.read")
@require_safe
def template_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One form: its versions, what each changed, and what it asks."""
    actor = actor_of(request)
    template = designs.template_for(actor, pk)
    version = designs.version_of(template, _version_asked(request))
    if version is None and _version_asked(request):
        raise NotFound
    context: dict[str, Any] = {
        "template": template,
        "version": version,
        "state": exports.template_state(template),
        "owner": exports.owner_words(template),
        "may_design": permissions.can_design(actor, template.owner),
        "may_copy": permissions.may_design_at_all(actor),
        "is_phone": request.GET.get("man") == "dien-thoai",
        "topics": version.topic_labels if version else dict(Topic.choices),
    }
    if version is not None:
        context |= _version_context(template, version)
    return page(request, "reporting/template_detail.html", context)


@requires("template.read")
@require_safe
def template_workbook(request: HttpRequest, pk: int) -> FileResponse:
    """The form as an empty workbook: a version, or the draft with `soan`."""
    actor = actor_of(request)
    template = designs.template_for(actor, pk)
    if "soan" in request.GET and permissions.can_design(actor, template.owner):
        return exports.blank_workbook(preview_of_design(designs.draft_for(actor, pk).content))
    version = designs.version_of(template, _version_asked(request))
    if version is None:
        raise NotFound
    content = actions.content_of_version(version)
    return exports.blank_workbook(preview_of(content, template.name))


@requires("template.design")
@require_POST
def template_revise(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin the next version from the last one."""
    actor = actor_of(request)
    actions.revise_template(designs.template_for(actor, pk), by=actor)
    return redirect("reporting:template-draft", pk)


@requires("template.design")
@require_POST
def template_copy(request: HttpRequest, pk: int) -> HttpResponse:
    """A form of one's own from another one."""
    actor = actor_of(request)
    template = designs.template_for(actor, pk)
    version = designs.version_of(template)
    if version is None:
        raise NotFound
    name = _("%(name)s (bản sao)") % {"name": template.name}
    design = design_of(actions.content_of_version(version), name)
    draft = actions.start_template(name, design=design, by=actor)
    messages.success(request, _("Đã sao chép thành biểu mẫu của cơ quan; hãy sửa rồi ban hành."))
    return redirect("reporting:template-draft", draft.template_id)


@requires("template.design")
@require_POST
def template_retire(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a form out of use for new rounds, or back into use (`dung`)."""
    actor = actor_of(request)
    retire = request.POST.get("dung") != "1"
    actions.retire_template(designs.template_for(actor, pk), retire=retire, by=actor)
    told = _("Biểu mẫu thôi dùng cho đợt mới; đợt đang mở vẫn tiếp tục.")
    messages.success(request, told if retire else _("Biểu mẫu được dùng lại."))
    return redirect("reporting:template-detail", pk)


def _version_context(template: ReportTemplate, version: TemplateVersion) -> dict[str, Any]:
    content = actions.content_of_version(version)
    before = designs.version_of(template, version.n - 1) if version.n > 1 else None
    changes = form_changes(actions.content_of_version(before), content) if before else []
    return {
        "preview": preview_of(content, template.name),
        "period_kind": PERIOD_KINDS[PeriodKind(version.period_kind)],
        "versions": template.versions.select_related("issued_by__body"),
        "changes": changes,
        "before": before,
        "levels": level_words(content),
        "kinds": ", ".join(_kind_names().get(code, code) for code in version.kinds),
    }


def level_words(form: Any) -> list[tuple[str, str, str]]:
    """Each level that reports: its name, who decides, and until when."""
    names = _kind_names()
    found = []
    for level, needs in form["approvals"].items():
        decided = "; ".join(
            f"{ApprovalKind(need['kind']).label}: {names.get(need['body_kind'], '')}"
            for need in needs
        )
        deadline = (form.get("deadlines") or {}).get(level)
        until = _("theo từng đợt")
        if deadline:
            until = _("%(days)s ngày làm việc sau ngày cuối kỳ, %(time)s") % deadline
        found.append((str(LEVELS.get(level, level)), decided, until))
    return found


def _kind_names() -> dict[str, str]:
    return dict(BodyKind.objects.values_list("code", "name"))


def _version_asked(request: HttpRequest) -> int | None:
    asked = request.GET.get("ban", "")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 7 else None
