"""Addresses of portal."""

from django.urls import path

from phongtrao.core.http import public
from phongtrao.org import sign_in
from phongtrao.portal.views import desk, guides, paper_graphs, search

app_name = "portal"
urlpatterns = [
    path("", desk.inbox, name="inbox"),
    path("chuc-trach/", desk.acting_switch, name="acting-switch"),
    path("ngon-ngu/", desk.language_switch, name="language-switch"),
    path("con-lam-viec/", desk.still_here, name="still-here"),
    path("thong-bao/", desk.notice_list, name="notice-list"),
    path("thong-bao/da-doc/", desk.notice_read_all, name="notice-read-all"),
    path("thong-bao/<int:pk>/da-doc/", desk.notice_read, name="notice-read"),
    path("nhat-ky/", desk.audit_list, name="audit-list"),
    path("nhat-ky/xuat-excel/", desk.audit_excel, name="audit-excel"),
    path("nhat-ky/kiem-tra/", desk.audit_verify, name="audit-verify"),
    path("lich-nghi/", desk.calendar_detail, name="calendar-detail"),
    path("lich-nghi/nhap/", desk.calendar_import, name="calendar-import"),
    path("lich-nghi/nhap/xem-truoc/", desk.calendar_preview, name="calendar-preview"),
    path("lich-nghi/dieu-chinh/<int:pk>/bo/", desk.correction_withdraw, name="correction-withdraw"),
    path("tim-kiem/", search.search_page, name="search"),
    path("tim-kiem/goi-y/", search.search_palette, name="search-palette"),
    path("quan-he-van-ban/<int:pk>/", paper_graphs.paper_graph, name="paper-graph"),
    path(
        "quan-he-van-ban/<int:pk>/xuat-excel/",
        paper_graphs.paper_graph_excel,
        name="paper-graph-excel",
    ),
    path("tro-giup/", desk.help_page, name="help"),
    path("tro-giup/huong-dan/", guides.guide_page, name="guide"),
    path("tro-giup/huong-dan/tai-ve/", guides.guide_file, name="guide-file"),
    path("tro-giup/huong-dan/hinh/", guides.guide_picture, name="guide-picture"),
    path("minh-bach", desk.transparency, name="transparency"),
    path("mau-thanh-phan/", desk.components, name="components"),
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
