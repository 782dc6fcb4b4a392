"""The pages of the core force on one screen."""

from django.urls import path

from phongtrao.fieldwork.coreforce.views import allowances, headcounts, nucleus, teams

app_name = "coreforce"
urlpatterns = [
    path("", teams.team_list, name="team-list"),
    path("xuat-excel/", teams.team_excel, name="team-excel"),
    path("ghi/", teams.team_found, name="team-found"),
    path("nhap-excel/", teams.team_import, name="team-import"),
    path("tep-mau/", teams.team_template, name="team-template"),
    path("<int:pk>/", teams.team_detail, name="team-detail"),
    path("<int:pk>/sua/", teams.team_edit, name="team-edit"),
    path("<int:pk>/thong-ke/", teams.team_read, name="team-read"),
    path("<int:pk>/trang-bi/", teams.team_equip, name="team-equip"),
    path("<int:pk>/xep-loai/", teams.team_rate, name="team-rate"),
    path("<int:pk>/giai-the/", teams.team_dissolve, name="team-dissolve"),
    path("<int:pk>/gach-bo/", teams.team_strike, name="team-strike"),
    path("muc-ho-tro/", allowances.allowance_list, name="allowance-list"),
    path("muc-ho-tro/xuat-excel/", allowances.allowance_excel, name="allowance-excel"),
    path("muc-ho-tro/ghi/", allowances.allowance_record, name="allowance-record"),
    path("muc-ho-tro/<int:pk>/", allowances.allowance_detail, name="allowance-detail"),
    path("muc-ho-tro/<int:pk>/sua/", allowances.allowance_edit, name="allowance-edit"),
    path("muc-ho-tro/<int:pk>/het-hieu-luc/", allowances.allowance_end, name="allowance-end"),
    path("muc-ho-tro/<int:pk>/gach-bo/", allowances.allowance_strike, name="allowance-strike"),
    path("hoat-dong/", nucleus.nucleus_list, name="nucleus-list"),
    path("hoat-dong/xuat-excel/", nucleus.nucleus_excel, name="nucleus-excel"),
    path("hoat-dong/ghi/", nucleus.nucleus_record, name="nucleus-record"),
    path("hoat-dong/nhap-excel/", nucleus.nucleus_import, name="nucleus-import"),
    path("hoat-dong/tep-mau/", nucleus.nucleus_template, name="nucleus-template"),
    path("hoat-dong/<int:pk>/", nucleus.nucleus_detail, name="nucleus-detail"),
    path("hoat-dong/<int:pk>/sua/", nucleus.nucleus_edit, name="nucleus-edit"),
    path("hoat-dong/<int:pk>/gach-bo/", nucleus.nucleus_strike, name="nucleus-strike"),
    path("so-lieu/", headcounts.headcount_list, name="headcount-list"),
    path("so-lieu/xuat-excel/", headcounts.headcount_excel, name="headcount-excel"),
    path("so-lieu/ghi/", headcounts.headcount_record, name="headcount-record"),
    path("so-lieu/<int:pk>/", headcounts.headcount_detail, name="headcount-detail"),
    path("so-lieu/<int:pk>/sua/", headcounts.headcount_edit, name="headcount-edit"),
    path("so-lieu/<int:pk>/gach-bo/", headcounts.headcount_strike, name="headcount-strike"),
]
