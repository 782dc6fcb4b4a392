"""The pages of forums on one screen."""

from django.urls import path

from phongtrao.fieldwork.forums.views import forums, remarks

app_name = "forums"
urlpatterns = [
    path("", forums.forum_list, name="forum-list"),
    path("xuat-excel/", forums.forum_excel, name="forum-excel"),
    path("ghi/", forums.forum_record, name="forum-record"),
    path("nhap-excel/", forums.forum_import, name="forum-import"),
    path("tep-mau/", forums.forum_template, name="forum-template"),
    path("<int:pk>/", forums.forum_detail, name="forum-detail"),
    path("<int:pk>/sua/", forums.forum_edit, name="forum-edit"),
    path("<int:pk>/to-chuc/", forums.forum_hold, name="forum-hold"),
    path("<int:pk>/thong-bao/", forums.forum_conclude, name="forum-conclude"),
    path("<int:pk>/cong-khai/", forums.forum_publish, name="forum-publish"),
    path("<int:pk>/huong-dan/", forums.forum_guide, name="forum-guide"),
    path("<int:pk>/gach-bo/", forums.forum_strike, name="forum-strike"),
    path("<int:pk>/ghi-y-kien/", remarks.remark_note, name="remark-note"),
    path("<int:pk>/nhap-y-kien/", remarks.remark_import, name="remark-import"),
    path("<int:pk>/tra-loi/", remarks.answer_list, name="answer-list"),
    path("<int:pk>/tra-loi/xuat-excel/", remarks.answer_excel, name="answer-excel"),
    path("y-kien/", remarks.remark_list, name="remark-list"),
    path("y-kien/xuat-excel/", remarks.remark_excel, name="remark-excel"),
    path("y-kien/tep-mau/", remarks.remark_template, name="remark-template"),
    path("y-kien/<int:pk>/", remarks.remark_detail, name="remark-detail"),
    path("y-kien/<int:pk>/sua/", remarks.remark_edit, name="remark-edit"),
    path("y-kien/<int:pk>/gach-bo/", remarks.remark_strike, name="remark-strike"),
    path("y-kien/<int:pk>/buoc/<slug:step>/", remarks.remark_step, name="remark-step"),
]
