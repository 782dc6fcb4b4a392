"""Our addresses, with the list of reports in the other template engine."""

from django.urls import include, path

from bench.rival.views import report_list

handler404 = "phongtrao.core.http.not_found"
handler500 = "phongtrao.core.http.server_error"
urlpatterns = [
    path("bao-cao/danh-sach/", report_list),
    path("", include("phongtrao.config.urls")),
]
