"""What the scripts of the entry form ask: keeping what is typed, sending, and the machine's key."""

import base64
from pathlib import Path
from typing import Any

from csp.utils import build_policy
from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.templatetags.static import static
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core.errors import N_
from phongtrao.core.formats import datetime_vn
from phongtrao.core.http import public, requires
from phongtrao.core.ui import said
from phongtrao.org.middleware import actor_of
from phongtrao.org.sign_in import session_end
from phongtrao.reporting import actions, queries
from phongtrao.reporting.forms.entry import expected_version, mended_comments
from phongtrao.reporting.grid.content import CellSpec, Content, specs_of
from phongtrao.reporting.views.typed import own_report, require_same_account, typed_content

# What the script of the entry form says; {time} and {count} are filled in there.
_WORDS = {
    "saving": N_("Đang lưu…"),
    "saved": N_("Đã lưu lúc {time}"),
    "unsaved": N_("Chưa lưu lên hệ thống"),
    "refused": N_("Chưa lưu được"),
    "away": N_("Mất kết nối. Số liệu đến {time} được giữ trên máy này và sẽ tự gửi khi có mạng."),
    "away_idle": N_("Mất kết nối. Cứ nhập tiếp: số liệu được giữ trên máy này."),
    "away_unkept": N_(
        "Mất kết nối. Số liệu còn trên trang này nhưng chưa giữ được trên máy;"
        " đừng đóng trang, hệ thống sẽ tự lưu khi có mạng."
    ),
    "will_send": N_("Báo cáo cũng sẽ tự gửi khi có mạng."),
    "signed_out": N_(
        "Phiên làm việc đã hết. Số liệu đến {time} được giữ trên máy này;"
        " hãy tải lại trang và đăng nhập để lưu."
    ),
    "restored": N_("Đã mở lại số liệu giữ trên máy này lúc {time}."),
    "merged": N_("Đã nhận {count} chỗ người khác trong cơ quan vừa lưu."),
    "differs": N_("{count} chỗ trên máy này khác số vừa lưu trên hệ thống. Hãy chọn từng chỗ."),
    "kept": N_("Số liệu đã nhập vẫn được giữ trên máy này."),
    "stays": N_("Số liệu đã nhập vẫn còn trên trang này."),
    "here": N_("Trên máy này"),
    "there": N_("Trên hệ thống"),
    "empty": N_("để trống"),
    "take_here": N_("Lấy số trên máy này"),
    "take_there": N_("Lấy số trên hệ thống"),
    "take_both": N_("Giữ cả hai"),
    "large": N_("Phần dán nhiều hơn số ô còn lại nên phần thừa không được dán."),
    "nothing_left": N_("Không còn ô trống hoặc cần xem."),
    "zero": N_("không phát sinh"),
    "none": N_("không áp dụng"),
}
_WORKER = Path(__file__).resolve().parent.parent / "static" / "reporting" / "worker.js"


@requires("report.fill")
@require_POST
def report_save(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep what is being typed; answers the faults, what others changed, and the conflicts.

    The key of the request makes a repeated save harmless: it gets the answer of the first.
    """
    require_same_account(request.user.pk, request.POST)
    actor = actor_of(request)
    report = own_report(actor, pk)
    typed = typed_content(report, request.POST)
    version = expected_version(request.POST)
    kept = actions.keep_typed(report, typed, expected_version=version, by=actor)
    mended = mended_comments(request.POST)
    if mended is not None:
        actions.mark_mended(report, mended, by=actor)
    specs = specs_of(report.round.template_version.cells)
    answer = _judged(queries.entry_grid(report)) | {
        "version": kept.copy.version,
        "saved_at": datetime_vn(kept.copy.saved_at)[-5:],
        "fields": _fields_changed(specs, typed, kept.merged.content),
        "conflicts": [
            {"field": c.field, "mine": c.mine, "theirs": c.theirs, "topic": c.topic}
            for c in kept.merged.conflicts
        ],
    }
    return JsonResponse(answer)


@requires("report.fill")
@require_safe
def machine_key(request: HttpRequest) -> HttpResponse:
    """The account's secret for what this machine keeps, and until when its key may stay open."""
    secret = base64.b64encode(queries.machine_secret(actor_of(request))).decode()
    until = int(session_end(request) * 1000)
    return JsonResponse({"account": request.user.pk, "secret": secret, "until": until})


@public
@require_safe
def entry_worker(request: HttpRequest) -> HttpResponse:
    """The service worker of the entry form; its bytes change with each build."""
    known = {
        "BUILD": queries.build_of_scripts(),
        "POLICY": build_policy(),
        "STATIC": settings.STATIC_URL,
        "VAULT": static("reporting/vault.js"),
    }
    head = "".join(f'const {name} = "{value}";\n' for name, value in known.items())
    body = head + _WORKER.read_text(encoding="utf-8")
    response = HttpResponse(body, content_type="text/javascript; charset=utf-8")
    response["Cache-Control"] = "no-cache"
    return response


def entry_words() -> dict[str, str]:
    """What the script of the entry form says, in the reader's language."""
    return {name: _(words) for name, words in _WORDS.items()}


def _judged(grid: queries.EntryGrid) -> dict[str, Any]:
    """The faults by cell and the counts by section, as the page's script shows them."""
    faults = {
        str(index): [[fault.weight, said(fault.sentence), fault.answered] for fault in found]
        for index, found in grid.findings.at.items()
    }
    return {"faults": faults, "sections": {s.code: [s.empty, s.faulty] for s in grid.sections}}


def _fields_changed(specs: list[CellSpec], typed: Content, stored: Content) -> dict[str, str]:
    """The fields of the form that others changed, with what is stored now."""
    found: dict[str, str] = {}
    for spec in specs:
        if typed.shown(spec) != stored.shown(spec):
            found[f"o-{spec.index}"] = stored.shown(spec)
            source = stored.sources.get(spec.index)
            found[f"ng-{spec.index}"] = source.key if source else ""
        if typed.notes.get(spec.index, "") != stored.notes.get(spec.index, ""):
            found[f"gc-{spec.index}"] = stored.notes.get(spec.index, "")
    for topic in dict.fromkeys(s.topic for s in (*typed.statements, *stored.statements)):
        if typed.of_topic(topic) != stored.of_topic(topic):
            found[f"yk-{topic}"] = "\n".join(stored.of_topic(topic))
    if typed.reason != stored.reason:
        found["ly_do"] = stored.reason
    return found
