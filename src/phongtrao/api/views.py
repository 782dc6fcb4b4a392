"""What explains the REST door: one short page, and its OpenAPI description."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from phongtrao.api.problems import MEDIA_TYPE
from phongtrao.api.site import api
from phongtrao.core.http import page, public


@public
@require_safe
def guide(request: HttpRequest) -> HttpResponse:
    """How to call, and a line for every operation, made from the description."""
    return page(request, "api/guide.html", {"operations": list(_operations())})


@public
@require_safe
def openapi(request: HttpRequest) -> HttpResponse:
    """OpenAPI 3.1; it holds nothing of any installation."""
    return JsonResponse(description())


def description() -> dict[str, Any]:
    """The description of all operations, with addresses as this site serves them."""
    found = dict(api.get_openapi_schema(path_prefix="/api/v1"))
    for methods in found["paths"].values():
        for operation in methods.values():
            for status, told in operation["responses"].items():
                if status != 200 and "application/json" in told.get("content", {}):
                    told["content"] = {MEDIA_TYPE: told["content"]["application/json"]}
    return found


def _operations() -> Any:
    for address, methods in description()["paths"].items():
        for method, told in methods.items():
            yield method.upper(), address, told["summary"], told.get("description", "")
