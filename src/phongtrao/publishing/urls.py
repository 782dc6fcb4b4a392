"""Addresses of publishing, under an-pham/."""

from django.urls import path

from phongtrao.publishing.views import (
    comment_papers,
    committee_papers,
    consulting,
    deciding,
    duty_papers,
    internal_papers,
    late_papers,
    layout_check,
    office_papers,
    papers,
    signing,
    urging_papers,
    writing,
)

app_name = "publishing"
urlpatterns = [
    path("", papers.paper_list, name="paper-list"),
    path("xuat-excel/", papers.paper_excel, name="paper-excel"),
    path("kiem-tra-the-thuc/", layout_check.layout_check, name="layout-check"),
    path("soan/", papers.paper_draft, name="paper-draft"),
    path("<int:pk>/", papers.paper_detail, name="paper-detail"),
    path("<int:pk>/the-thuc/", writing.paper_edit, name="paper-edit"),
    path("<int:pk>/muc/<int:section_pk>/them-cau/", writing.line_add, name="line-add"),
    path("<int:pk>/them-y/", writing.told_add, name="told-add"),
    path("<int:pk>/cau/<int:line_pk>/sua/", writing.line_edit, name="line-edit"),
    path("<int:pk>/cau/<int:line_pk>/bo/", writing.line_drop, name="line-drop"),
    path("<int:pk>/cau/<int:line_pk>/lay-lai/", writing.line_restore, name="line-restore"),
    path("<int:pk>/cau/<int:line_pk>/len/", writing.line_move, {"way": "len"}, name="line-move-up"),
    path(
        "<int:pk>/cau/<int:line_pk>/xuong/",
        writing.line_move,
        {"way": "xuong"},
        name="line-move-down",
    ),
    path("<int:pk>/cap-nhat-so-lieu/", writing.figures_refresh, name="figures-refresh"),
    path("<int:pk>/so-lieu/<slug:code>/", papers.figure_sources, name="figure-sources"),
    path("<int:pk>/trinh-ky/", signing.paper_submit, name="paper-submit"),
    path("<int:pk>/rut-ve/", signing.paper_withdraw, name="paper-withdraw"),
    path(
        "<int:pk>/ky-nhay-noi-dung/", deciding.paper_initial_content, name="paper-initial-content"
    ),
    path("<int:pk>/ky-nhay-the-thuc/", deciding.paper_initial_layout, name="paper-initial-layout"),
    path("<int:pk>/but-phe/", deciding.paper_note, name="paper-note"),
    path("<int:pk>/tra-lai/", deciding.paper_return, name="paper-return"),
    path("<int:pk>/ky-ban-hanh/", deciding.paper_sign, name="paper-sign"),
    path("<int:pk>/ghi-nhan-ban-giay/", deciding.paper_record, name="paper-record"),
    path("<int:pk>/xin-y-kien/", consulting.paper_ask, name="paper-ask"),
    path("<int:pk>/y-kien/<int:step_pk>/", consulting.step_answer, name="step-answer"),
    path("<int:pk>/y-kien/<int:step_pk>/ghi-nhan/", consulting.step_record, name="step-record"),
    path("<int:pk>/buoc/<int:step_pk>/tep/", consulting.step_file, name="step-file"),
    path("<int:pk>/so-sanh/", consulting.paper_compare, name="paper-compare"),
    path("quy-che-trinh-ky/", deciding.signing_rules, name="signing-rules"),
    path("<int:pk>/ban-hanh/", signing.paper_issue, name="paper-issue"),
    path("<int:pk>/tai-bao-cao/", papers.report_file, name="report-file"),
    path("ban-giao/<int:pk>/bien-ban/", office_papers.handover_word, name="handover-word"),
    path("uy-quyen/<int:pk>/giay/", office_papers.delegation_word, name="delegation-word"),
    path("<int:pk>/tai-phieu-trinh/", papers.memo_file, name="memo-file"),
    path(
        "kien-toan/<int:composition_pk>/quyet-dinh/",
        committee_papers.committee_decision,
        name="committee-decision",
    ),
    path(
        "kien-toan/<int:composition_pk>/thong-bao/",
        committee_papers.committee_notice,
        name="committee-notice",
    ),
    path(
        "lay-y-kien/<int:pk>/tong-hop/",
        comment_papers.commentround_word,
        name="commentround-word",
    ),
    path("noi-bo/<int:pk>/phieu-chuyen/", internal_papers.internal_slip, name="internal-slip"),
    path("don-doc/<int:pk>/cong-van/", urging_papers.urging_word, name="urging-word"),
    path("bao-cao-cham/<int:pk>/cong-van/", late_papers.late_word, name="late-word"),
    path("phan-cong/<int:pk>/bang/", duty_papers.programme_duties, name="programme-duties"),
]
