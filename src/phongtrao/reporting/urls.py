"""Addresses of reporting."""

from django.urls import path

from phongtrao.reporting.views import entry, late, many_decisions, review, roll_ups, rounds

app_name = "reporting"
urlpatterns = [
    path("", rounds.round_list, name="round-list"),
    path("xuat-excel/", rounds.round_list_excel, name="round-list-excel"),
    path("danh-sach/", rounds.report_list, name="report-list"),
    path("danh-sach/xuat-excel/", rounds.report_list_excel, name="report-list-excel"),
    path("duyet-nhieu/", many_decisions.report_many, name="report-many"),
    path("duyet-nhieu/dong-y/", many_decisions.report_approve_many, name="report-approve-many"),
    path("duyet-nhieu/tra-lai/", many_decisions.report_return_many, name="report-return-many"),
    path("chi-tieu/", rounds.indicator_list, name="indicator-list"),
    path("chi-tieu/xuat-excel/", rounds.indicator_list_excel, name="indicator-list-excel"),
    path("dot/mo/", rounds.round_open, name="round-open"),
    path("dot/<int:pk>/", rounds.round_detail, name="round-detail"),
    path("dot/<int:pk>/xuat-excel/", rounds.round_excel, name="round-excel"),
    path("dot/<int:pk>/chot/", rounds.round_lock, name="round-lock"),
    path("dot/<int:pk>/mo-lai/", rounds.round_reopen, name="round-reopen"),
    path("dot/<int:pk>/don-doc/", late.round_late, name="round-late"),
    path("dot/<int:pk>/don-doc/ghi/", late.round_urge, name="round-urge"),
    path("dot/<int:pk>/tong-hop/", roll_ups.rollup_detail, name="rollup-detail"),
    path("dot/<int:pk>/tong-hop/xuat-excel/", roll_ups.rollup_excel, name="rollup-excel"),
    path("dot/<int:pk>/tong-hop/cum-nhom/", roll_ups.rollup_peers, name="rollup-peers"),
    path("dot/<int:pk>/tong-hop/<slug:code>/", roll_ups.rollup_sources, name="rollup-sources"),
    path("<int:pk>/", entry.report_detail, name="report-detail"),
    path("<int:pk>/nhap/", entry.report_fill, name="report-fill"),
    path("<int:pk>/bieu-excel/", entry.report_workbook, name="report-workbook"),
    path("<int:pk>/nhap-excel/", entry.report_import, name="report-import"),
    path("<int:pk>/tu-luu/", entry.report_save, name="report-save"),
    path("<int:pk>/gui/", entry.report_submit, name="report-submit"),
    path("<int:pk>/duyet/", review.report_review, name="report-review"),
    path("<int:pk>/tra-lai/", review.report_return, name="report-return"),
    path("<int:pk>/dong-y/", review.report_approve, name="report-approve"),
    path("<int:pk>/ghi-nhan/", review.report_record, name="report-record"),
    path("<int:pk>/mo-lai/", review.report_reopen, name="report-reopen"),
    path("<int:pk>/ban-ky/<int:approval_pk>/", review.approval_file, name="approval-file"),
]
