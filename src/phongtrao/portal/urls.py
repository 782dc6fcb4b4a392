"""Addresses of portal."""

from django.urls import path

from phongtrao.core.http import public
from phongtrao.org import sign_in
from phongtrao.portal import views

app_name = "portal"
urlpatterns = [
    path("", views.inbox, name="inbox"),
    path("chuc-trach/", views.acting_switch, name="acting-switch"),
    path("ngon-ngu/", views.language_switch, name="language-switch"),
    path("con-lam-viec/", views.still_here, name="still-here"),
    path("thong-bao/", views.notice_list, name="notice-list"),
    path("thong-bao/da-doc/", views.notice_read_all, name="notice-read-all"),
    path("thong-bao/<int:pk>/da-doc/", views.notice_read, name="notice-read"),
    path("nhat-ky/", views.audit_list, name="audit-list"),
    path("nhat-ky/xuat-excel/", views.audit_excel, name="audit-excel"),
    path("nhat-ky/kiem-tra/", views.audit_verify, name="audit-verify"),
    path("lich-nghi/", views.calendar_detail, name="calendar-detail"),
    path("lich-nghi/nhap/", views.calendar_import, name="calendar-import"),
    path("lich-nghi/nhap/xem-truoc/", views.calendar_preview, name="calendar-preview"),
    path(
        "lich-nghi/dieu-chinh/<int:pk>/bo/", views.correction_withdraw, name="correction-withdraw"
    ),
    path("tro-giup/", views.help_page, name="help"),
    path("minh-bach", views.transparency, name="transparency"),
    path("mau-thanh-phan/", views.components, name="components"),
    # Before allauth's own: signing out also clears the machine, and what we do not offer is closed.
    path("tai-khoan/login/", public(sign_in.SignInView.as_view())),
    path("tai-khoan/logout/", sign_in.sign_out, name="sign-out"),
    path("tai-khoan/password/reset/", sign_in.ask_administrator, name="password-reset"),
    *[
        path(f"tai-khoan/{closed}", sign_in.not_offered)
        for closed in (
            "signup/",
            "email/",
            "confirm-email/",
            "confirm-email/<str:key>/",
            "password/set/",
            "password/reset/done/",
            "password/reset/key/done/",
            "password/reset/key/<str:key>/",
            "login/code/confirm/",
            "inactive/",
        )
    ],
]
