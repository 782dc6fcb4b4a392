"""The pages of funds on one screen."""

from django.urls import path

from phongtrao.fieldwork.funds import views

app_name = "funds"
urlpatterns = [
    path("", views.line_list, name="line-list"),
    path("xuat-excel/", views.line_excel, name="line-excel"),
    path("ghi/", views.line_record, name="line-record"),
    path("nhap-excel/", views.line_import, name="line-import"),
    path("tep-mau/", views.line_template, name="line-template"),
    path("<int:pk>/", views.line_detail, name="line-detail"),
    path("<int:pk>/sua/", views.line_edit, name="line-edit"),
    path("<int:pk>/gach-bo/", views.line_strike, name="line-strike"),
    path("nam/<int:year>/", views.year_table, name="year-table"),
    path("nam/<int:year>/cong-khai/", views.year_publish, name="year-publish"),
]
