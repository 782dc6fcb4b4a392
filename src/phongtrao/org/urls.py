"""Addresses of org."""

from django.urls import path

from phongtrao.org.views import accounts, areas, delegations, postings

app_name = "org"
urlpatterns = [
    path("", areas.area_list, name="area-list"),
    path("<int:pk>/", areas.area_detail, name="area-detail"),
    path("can-bo/", accounts.account_list, name="account-list"),
    path("can-bo/xuat-excel/", accounts.account_excel, name="account-excel"),
    path("can-bo/mo/", accounts.account_open, name="account-open"),
    path("can-bo/<int:pk>/", accounts.account_detail, name="account-detail"),
    path("can-bo/<int:pk>/dien-thoai/", accounts.account_contact, name="account-contact"),
    path("can-bo/<int:pk>/mat-khau/", accounts.account_password_reset, name="account-reset"),
    path("can-bo/<int:pk>/phieu/", accounts.account_slip, name="account-slip"),
    path("can-bo/<int:pk>/chuc-vu/", postings.posting_make, name="posting-make"),
    path("can-bo/chuc-vu/<int:pk>/thoi/", postings.posting_end, name="posting-end"),
    path("uy-quyen/", delegations.delegation_list, name="delegation-list"),
    path("uy-quyen/them/", delegations.delegation_give, name="delegation-give"),
    path("uy-quyen/<int:pk>/cham-dut/", delegations.delegation_end, name="delegation-end"),
]
