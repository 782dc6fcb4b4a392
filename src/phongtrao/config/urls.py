"""The site map on one screen."""

from django.urls import include, path

from phongtrao.core.status import status

handler400 = "phongtrao.core.http.bad_request"
handler404 = "phongtrao.core.http.not_found"
handler500 = "phongtrao.core.http.server_error"

urlpatterns = [
    path("", include("phongtrao.portal.urls")),
    path("", include("phongtrao.analytics.urls")),
    path("van-ban-den/", include("phongtrao.intake.urls")),
    path("chuong-trinh/", include("phongtrao.planning.urls")),
    path("mo-hinh/", include("phongtrao.fieldwork.exemplars.urls")),
    path("ngay-hoi/", include("phongtrao.fieldwork.events.urls")),
    path("luc-luong/", include("phongtrao.fieldwork.coreforce.urls")),
    path("tap-huan/", include("phongtrao.fieldwork.training.urls")),
    path("tuyen-truyen/", include("phongtrao.fieldwork.outreach.urls")),
    path("dien-dan/", include("phongtrao.fieldwork.forums.urls")),
    path("dan-chu-co-so/", include("phongtrao.fieldwork.grassroots.urls")),
    path("hoi-nghi/", include("phongtrao.fieldwork.meetings.urls")),
    path("lich-cong-tac/", include("phongtrao.fieldwork.weeks.urls")),
    path("kinh-phi/", include("phongtrao.fieldwork.funds.urls")),
    path("kiem-tra/", include("phongtrao.oversight.urls")),
    path("bao-cao/", include("phongtrao.reporting.urls")),
    path("an-pham/", include("phongtrao.publishing.urls")),
    path("dia-ban/", include("phongtrao.org.urls")),
    path("tai-khoan/", include("allauth.urls")),
    path("api/", include("phongtrao.api.urls")),
    path("tinh-trang", status, name="status"),
]
