"""*Hướng dẫn theo vai trò*: the user guides as pages, with their pictures, Word and PDF if made."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from phongtrao.core.files import as_attachment
from phongtrao.core.http import page, requires
from phongtrao.portal.queries import guides


@requires("inbox.read")
@require_safe
def guide_page(request: HttpRequest) -> HttpResponse:
    """The guide that is asked for, else the reader's own."""
    name = _name(request)
    guide = guides.guide_named(name)
    context = {
        "guide": guide,
        "name": name,
        "guides": guides.guides_for(request.actor),  # type: ignore[attr-defined]  # ActorMiddleware
        "editions": guides.editions_of(name),
        "pictures": guides.pictures_of(guide),
    }
    return page(request, "portal/guide.html", context)


@requires("inbox.read")
@require_safe
def guide_file(request: HttpRequest) -> HttpResponseBase:
    """A guide as Word or PDF; back to its page with a word where it has not been made."""
    name, kind = _name(request), request.GET.get("dang") or guides.EDITIONS[0]
    data = guides.edition(name, kind)
    if data is None:
        told = _("Máy chủ này chưa có bản Word, PDF của hướng dẫn; trang này có đủ các bước.")
        messages.info(request, told)
        return redirect(reverse("portal:guide", query={"vai-tro": name}))
    return as_attachment(data, name=f"huong-dan-{name}.{kind}", kind=kind)


@requires("inbox.read")
@require_safe
@cache_control(private=True, max_age=3600)
def guide_picture(request: HttpRequest) -> HttpResponse:
    """A picture of a guide, by its key."""
    data = guides.picture_named(request.GET.get("ten", ""))
    return HttpResponse(data, content_type="image/png")


def _name(request: HttpRequest) -> str:
    own = guides.own_guide(request.actor)  # type: ignore[attr-defined]  # ActorMiddleware
    return request.GET.get("vai-tro") or own
