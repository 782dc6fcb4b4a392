"""Addresses of the REST door."""

from collections.abc import Iterator

from django.urls import URLPattern, path

from phongtrao.api import views
from phongtrao.api.door import opened
from phongtrao.api.site import api


def _operations() -> Iterator[URLPattern]:
    """The operations as the site map holds them; each says what it needs, as every view does."""
    needs = {
        operation.url_name: operation.view_func.requires  # type: ignore[attr-defined]  # `door`
        for _prefix, router in api._routers  # noqa: SLF001 - ninja has no public list of them
        for found in router.path_operations.values()
        for operation in found.operations
    }
    for pattern in api.urls[0]:
        if isinstance(pattern, URLPattern) and pattern.name in needs:
            pattern.callback = opened(pattern.callback, needs[pattern.name])
            yield pattern


app_name = "api"
urlpatterns = [
    path("", views.guide, name="guide"),
    path("v1/openapi.json", views.openapi, name="openapi"),
    *(
        path(f"v1/{pattern.pattern}", pattern.callback, name=pattern.name)
        for pattern in _operations()
    ),
]
