"""*Mã truy cập*: one's personal access tokens for REST, making one, taking one back."""

from django.contrib import messages
from django.contrib.auth import authenticate
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from phongtrao.core import clock
from phongtrao.core.attempts import attempt
from phongtrao.core.http import page, requires
from phongtrao.core.idempotency import SHOWN_ONCE
from phongtrao.org import actions, forms, queries
from phongtrao.org.views.acting import actor_of

_SHOWN = 50


@requires("token.keep")
def token_list(request: HttpRequest) -> HttpResponse:
    """One's tokens and the form for a new one; its text is on the answer alone, once."""
    actor = actor_of(request)
    form = forms.TokenForm(*([request.POST] if request.method == "POST" else []), actor=actor)
    if form.is_valid() and not _knows_password(request, form.cleaned_data.pop("password")):
        form.add_error("password", _("Mật khẩu không đúng. Chưa tạo mã nào."))
    made = attempt(form, lambda: actions.make_token(**form.cleaned_data, by=actor))
    context = {
        "form": form,
        "made": made,
        "tokens": queries.tokens_of(actor)[:_SHOWN],
        "names": forms.CAPABILITY_NAMES,
        "day": clock.today(),
        "is_lent": actor.delegation is not None,
    }
    is_refused = request.method == "POST" and made is None
    answer = page(request, "org/token_list.html", context, status=422 if is_refused else 200)
    setattr(answer, SHOWN_ONCE, True)
    return answer


@requires("token.keep")
@require_POST
def token_revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """End a token at once."""
    actor = actor_of(request)
    actions.revoke_token(queries.token_for(actor, pk), by=actor)
    messages.success(request, _("Đã thu hồi mã truy cập; phần mềm dùng mã này không vào được nữa."))
    return redirect("org:token-list")


def _knows_password(request: HttpRequest, password: str) -> bool:
    """Asked through the doors of sign-in, so that wrong guesses are counted there."""
    name = request.user.get_username()
    return authenticate(request, username=name, password=password) == request.user
