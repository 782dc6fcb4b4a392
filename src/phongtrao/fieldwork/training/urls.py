"""The pages of training on one screen."""

from django.urls import path

from phongtrao.fieldwork.training import views

app_name = "training"
urlpatterns = [
    path("", views.class_list, name="class-list"),
    path("xuat-excel/", views.class_excel, name="class-excel"),
    path("lap/", views.class_plan, name="class-plan"),
    path("nhap-excel/", views.class_import, name="class-import"),
    path("tep-mau/", views.class_template, name="class-template"),
    path("<int:pk>/", views.class_detail, name="class-detail"),
    path("<int:pk>/sua/", views.class_edit, name="class-edit"),
    path("<int:pk>/buoi-hoc/", views.class_session, name="class-session"),
    path("<int:pk>/ket-thuc/", views.class_close, name="class-close"),
    path("<int:pk>/gach-bo/", views.class_strike, name="class-strike"),
    path("dien-tap/", views.drill_list, name="drill-list"),
    path("dien-tap/xuat-excel/", views.drill_excel, name="drill-excel"),
    path("dien-tap/ghi/", views.drill_record, name="drill-record"),
    path("dien-tap/<int:pk>/", views.drill_detail, name="drill-detail"),
    path("dien-tap/<int:pk>/sua/", views.drill_edit, name="drill-edit"),
    path("dien-tap/<int:pk>/gach-bo/", views.drill_strike, name="drill-strike"),
]
