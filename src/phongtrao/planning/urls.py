"""Addresses of planning, under chuong-trinh/."""

from django.urls import path

from phongtrao.planning.views import decisions, documents, requirements, tasks

app_name = "planning"
urlpatterns = [
    path("", documents.programme_list, name="programme-list"),
    path("van-ban/", documents.document_list, name="document-list"),
    path("van-ban/xuat-excel/", documents.document_excel, name="document-excel"),
    path("van-ban/<int:pk>/", documents.document_detail, name="document-detail"),
    path("van-ban/<int:pk>/tep/", documents.document_file, name="document-file"),
    path("tiep-nhan/<int:pk>/xac-nhan/", documents.draft_accept, name="draft-accept"),
    path("noi-dung/<int:pk>/", requirements.requirement_detail, name="requirement-detail"),
    path(
        "noi-dung/<int:pk>/them-co-quan/",
        requirements.requirement_address,
        name="requirement-address",
    ),
    path(
        "noi-dung/<int:pk>/xep-noi-dung/",
        requirements.requirement_content,
        name="requirement-content",
    ),
    path(
        "phan-cong/<int:pk>/cu-the-hoa/",
        requirements.addressee_concretise,
        name="addressee-concretise",
    ),
    path(
        "phan-cong/<int:pk>/thuong-xuyen/",
        requirements.addressee_standing,
        name="addressee-standing",
    ),
    path(
        "phan-cong/<int:pk>/che-do-rieng/",
        requirements.addressee_separate,
        name="addressee-separate",
    ),
    path("phan-cong/<int:pk>/xem-lai/", requirements.addressee_reopen, name="addressee-reopen"),
    path("phan-cong/<int:pk>/da-thuc-hien/", requirements.addressee_done, name="addressee-done"),
    path("nhiem-vu/", tasks.task_list, name="task-list"),
    path("nhiem-vu/xuat-excel/", tasks.task_excel, name="task-excel"),
    path("nhiem-vu/giao/", tasks.task_assign, name="task-assign"),
    path("nhiem-vu/<int:pk>/", tasks.task_detail, name="task-detail"),
    path("nhiem-vu/<int:pk>/bao-cao/", tasks.task_report, name="task-report"),
    path("nhiem-vu/<int:pk>/xac-nhan/", decisions.task_confirm, name="task-confirm"),
    path("nhiem-vu/<int:pk>/xin-gia-han/", decisions.extension_ask, name="extension-ask"),
    path("nhiem-vu/<int:pk>/tam-dung/", decisions.task_suspend, name="task-suspend"),
    path("nhiem-vu/<int:pk>/tiep-tuc/", decisions.task_resume, name="task-resume"),
    path("nhiem-vu/<int:pk>/thoi-giao/", decisions.task_withdraw, name="task-withdraw"),
    path("tien-do/<int:pk>/tep/", tasks.progress_file, name="progress-file"),
    path("gia-han/<int:pk>/quyet-dinh/", decisions.extension_decide, name="extension-decide"),
    path("gia-han/<int:pk>/rut/", decisions.extension_withdraw, name="extension-withdraw"),
]
