"""The pages of meetings on one screen."""

from django.urls import path

from phongtrao.fieldwork.meetings.views import (
    conclusions,
    meetings,
    minutes,
    series,
    statements,
    steps,
)

app_name = "meetings"
urlpatterns = [
    path("", meetings.meeting_list, name="meeting-list"),
    path("xuat-excel/", meetings.meeting_excel, name="meeting-excel"),
    path("ghi/", meetings.meeting_plan, name="meeting-plan"),
    path("nhap-excel/", meetings.meeting_import, name="meeting-import"),
    path("tep-mau/", meetings.meeting_template, name="meeting-template"),
    path("<int:pk>/", meetings.meeting_detail, name="meeting-detail"),
    path("<int:pk>/sua/", meetings.meeting_edit, name="meeting-edit"),
    path("<int:pk>/gach-bo/", meetings.meeting_strike, name="meeting-strike"),
    path("<int:pk>/lich.ics", meetings.meeting_calendar, name="meeting-calendar"),
    path("<int:pk>/chuyen-ngay/", steps.meeting_move, name="meeting-move"),
    path("<int:pk>/da-hop/", steps.meeting_hold, name="meeting-hold"),
    path("<int:pk>/y-kien/", statements.meeting_statements, name="meeting-statements"),
    path("y-kien/<int:pk>/sua/", statements.statement_edit, name="statement-edit"),
    path("y-kien/<int:pk>/gach-bo/", statements.statement_strike, name="statement-strike"),
    path("y-kien/<int:pk>/kien-nghi/", statements.statement_propose, name="statement-propose"),
    path("<int:pk>/bien-ban/", minutes.meeting_minutes, name="meeting-minutes"),
    path("<int:pk>/bien-ban/luu/", minutes.meeting_minute, name="meeting-minute"),
    path("<int:pk>/duyet-bien-ban/", minutes.meeting_approve, name="meeting-approve"),
    path("<int:pk>/dinh-chinh/", minutes.meeting_correct, name="meeting-correct"),
    path("bien-ban/<int:pk>/ghep/", minutes.version_merge, name="version-merge"),
    path("bien-ban/<int:pk>/so-sanh/", minutes.version_compare, name="version-compare"),
    path("<int:pk>/thong-bao/", steps.meeting_conclude, name="meeting-conclude"),
    path("<int:pk>/bo-thong-bao/", steps.meeting_reopen, name="meeting-reopen"),
    path("<int:pk>/khong-hop/", steps.meeting_off, name="meeting-off"),
    path("<int:pk>/ket-luan/", conclusions.conclusion_add, name="conclusion-add"),
    path("chuoi/", series.series_detail, name="series-detail"),
    path("chuoi/xuat-excel/", series.series_excel, name="series-excel"),
    path("ket-luan/", conclusions.conclusion_list, name="conclusion-list"),
    path("ket-luan/xuat-excel/", conclusions.conclusion_excel, name="conclusion-excel"),
    path("ket-luan/<int:pk>/sua/", conclusions.conclusion_edit, name="conclusion-edit"),
    path("ket-luan/<int:pk>/bo/", conclusions.conclusion_drop, name="conclusion-drop"),
    path("ket-luan/<int:pk>/giao/", conclusions.conclusion_give, name="conclusion-give"),
    path("ket-luan/<int:pk>/yeu-cau/", conclusions.conclusion_tie, name="conclusion-tie"),
    path("ket-luan/<int:pk>/tra-loi/", conclusions.conclusion_answer, name="conclusion-answer"),
    path("ket-luan/<int:pk>/ket-qua/", conclusions.conclusion_settle, name="conclusion-settle"),
]
