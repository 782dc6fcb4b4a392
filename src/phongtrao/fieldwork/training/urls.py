"""The pages of training on one screen."""

from django.urls import path

from phongtrao.fieldwork.training.views import certificates, classes

app_name = "training"
urlpatterns = [
    path("", classes.class_list, name="class-list"),
    path("xuat-excel/", classes.class_excel, name="class-excel"),
    path("lap/", classes.class_plan, name="class-plan"),
    path("nhap-excel/", classes.class_import, name="class-import"),
    path("tep-mau/", classes.class_template, name="class-template"),
    path("<int:pk>/", classes.class_detail, name="class-detail"),
    path("<int:pk>/sua/", classes.class_edit, name="class-edit"),
    path("<int:pk>/buoi-hoc/", classes.class_session, name="class-session"),
    path("<int:pk>/ket-thuc/", classes.class_close, name="class-close"),
    path("<int:pk>/gach-bo/", classes.class_strike, name="class-strike"),
    path("<int:pk>/chung-nhan/", certificates.certificate_record, name="certificate-record"),
    path("ke-hoach/", certificates.year_plan, name="year-plan"),
    path("den-han/", certificates.due_list, name="due-list"),
    path("den-han/xuat-excel/", certificates.due_excel, name="due-excel"),
    path("chung-nhan/", certificates.certificate_list, name="certificate-list"),
    path("chung-nhan/xuat-excel/", certificates.certificate_excel, name="certificate-excel"),
    path(
        "chung-nhan/<int:pk>/gach-bo/", certificates.certificate_strike, name="certificate-strike"
    ),
    path("dien-tap/", classes.drill_list, name="drill-list"),
    path("dien-tap/xuat-excel/", classes.drill_excel, name="drill-excel"),
    path("dien-tap/ghi/", classes.drill_record, name="drill-record"),
    path("dien-tap/<int:pk>/", classes.drill_detail, name="drill-detail"),
    path("dien-tap/<int:pk>/sua/", classes.drill_edit, name="drill-edit"),
    path("dien-tap/<int:pk>/gach-bo/", classes.drill_strike, name="drill-strike"),
]
