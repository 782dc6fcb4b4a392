"""The pages of forums on one screen."""

from django.urls import path

from phongtrao.fieldwork.forums.views import forums, opinions

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
    path("<int:pk>/ghi-y-kien/", opinions.opinion_note, name="opinion-note"),
    path("<int:pk>/nhap-y-kien/", opinions.opinion_import, name="opinion-import"),
    path("<int:pk>/tra-loi/", opinions.answer_list, name="answer-list"),
    path("<int:pk>/tra-loi/xuat-excel/", opinions.answer_excel, name="answer-excel"),
    path("y-kien/", opinions.opinion_list, name="opinion-list"),
    path("y-kien/xuat-excel/", opinions.opinion_excel, name="opinion-excel"),
    path("y-kien/tep-mau/", opinions.opinion_template, name="opinion-template"),
    path("y-kien/<int:pk>/", opinions.opinion_detail, name="opinion-detail"),
    path("y-kien/<int:pk>/sua/", opinions.opinion_edit, name="opinion-edit"),
    path("y-kien/<int:pk>/gach-bo/", opinions.opinion_strike, name="opinion-strike"),
    path("y-kien/<int:pk>/buoc/<str:step>/", opinions.opinion_step, name="opinion-step"),
]
