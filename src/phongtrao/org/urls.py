"""Addresses of org."""

from django.urls import path

from phongtrao.org.views import (
    accounts,
    area_acts,
    area_changes,
    area_corrections,
    area_sets,
    areas,
    compositions,
    delegations,
    handovers,
    place_lists,
    postings,
    tokens,
)

app_name = "org"
urlpatterns = [
    path("", areas.area_list, name="area-list"),
    path("<int:pk>/", areas.area_detail, name="area-detail"),
    path("xuat-excel/", areas.area_excel, name="area-excel"),
    path("danh-sach/", place_lists.area_rows, name="area-rows"),
    path("danh-sach/xuat-excel/", place_lists.area_rows_excel, name="area-rows-excel"),
    path("co-quan/", place_lists.body_rows, name="body-rows"),
    path("co-quan/xuat-excel/", place_lists.body_rows_excel, name="body-rows-excel"),
    path("tim/", areas.area_find, name="area-find"),
    path("<int:pk>/lap-moi/", area_acts.area_open, name="area-open"),
    path("<int:pk>/doi/", area_acts.area_amend, name="area-amend"),
    path("<int:pk>/sap-xep/", area_acts.area_reorganise, name="area-reorganise"),
    path("<int:pk>/giai-the/", area_acts.area_close, name="area-close"),
    path("thay-doi/", area_changes.change_list, name="change-list"),
    path("thay-doi/xuat-excel/", area_changes.change_excel, name="change-excel"),
    path("thay-doi/<int:pk>/", area_changes.change_detail, name="change-detail"),
    path("thay-doi/<int:pk>/hoan-tac/", area_changes.change_undo, name="change-undo"),
    path("thay-doi/nhap/", area_corrections.correction_import, name="correction-import"),
    path(
        "thay-doi/nhap/xem-truoc/", area_corrections.correction_preview, name="correction-preview"
    ),
    path(
        "thay-doi/nhap/tep-mau/", area_corrections.correction_template, name="correction-template"
    ),
    path("so-sanh/", area_changes.area_compare, name="area-compare"),
    path("so-sanh/xuat-excel/", area_changes.area_compare_excel, name="area-compare-excel"),
    path("tap/", area_sets.set_list, name="areaset-list"),
    path("tap/xuat-excel/", area_sets.set_excel, name="areaset-excel"),
    path("tap/them/", area_sets.set_make, name="areaset-make"),
    path("tap/<int:pk>/", area_sets.set_detail, name="areaset-detail"),
    path("tap/<int:pk>/xuat-excel/", area_sets.set_members_excel, name="areaset-members"),
    path("tap/<int:pk>/sua/", area_sets.set_change, name="areaset-change"),
    path("tap/<int:pk>/them-dia-ban/", area_sets.set_add, name="areaset-add"),
    path("tap/dia-ban/<int:pk>/thoi/", area_sets.member_end, name="member-end"),
    path("kien-toan/", compositions.composition_list, name="composition-list"),
    path("kien-toan/xuat-excel/", compositions.composition_excel, name="composition-excel"),
    path("kien-toan/lap/", compositions.composition_make, name="composition-make"),
    path("kien-toan/ban/<int:pk>/", compositions.committee_detail, name="committee-detail"),
    path("kien-toan/<int:pk>/", compositions.composition_detail, name="composition-detail"),
    path(
        "kien-toan/<int:pk>/xuat-excel/", compositions.composition_seats, name="composition-seats"
    ),
    path("kien-toan/<int:pk>/sua/", compositions.composition_edit, name="composition-edit"),
    path(
        "kien-toan/<int:pk>/xac-nhan/", compositions.composition_confirm, name="composition-confirm"
    ),
    path("kien-toan/<int:pk>/bo/", compositions.composition_drop, name="composition-drop"),
    path("ma-truy-cap/", tokens.token_list, name="token-list"),
    path("ma-truy-cap/<int:pk>/thu-hoi/", tokens.token_revoke, name="token-revoke"),
    path("can-bo/", accounts.account_list, name="account-list"),
    path("can-bo/xuat-excel/", accounts.account_excel, name="account-excel"),
    path("can-bo/mo/", accounts.account_open, name="account-open"),
    path("can-bo/<int:pk>/", accounts.account_detail, name="account-detail"),
    path("can-bo/<int:pk>/dien-thoai/", accounts.account_contact, name="account-contact"),
    path("can-bo/<int:pk>/mat-khau/", accounts.account_password_reset, name="account-reset"),
    path("can-bo/<int:pk>/phieu/", accounts.account_slip, name="account-slip"),
    path("can-bo/<int:pk>/chuc-vu/", postings.posting_make, name="posting-make"),
    path("can-bo/chuc-vu/<int:pk>/thoi/", postings.posting_end, name="posting-end"),
    path("can-bo/viec-dang-giu/", handovers.held_work, name="held-work"),
    path(
        "can-bo/chuc-vu/<int:pk>/ban-giao/", handovers.posting_hand_over, name="posting-hand-over"
    ),
    path("can-bo/ban-giao/<int:pk>/", handovers.handover_detail, name="handover-detail"),
    path("uy-quyen/", delegations.delegation_list, name="delegation-list"),
    path("uy-quyen/xuat-excel/", delegations.delegation_excel, name="delegation-excel"),
    path("uy-quyen/<int:pk>/", delegations.delegation_detail, name="delegation-detail"),
    path("uy-quyen/them/", delegations.delegation_give, name="delegation-give"),
    path("uy-quyen/<int:pk>/cham-dut/", delegations.delegation_end, name="delegation-end"),
]
