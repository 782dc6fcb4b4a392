"""Addresses of intake, under van-ban-den/."""

from django.urls import path

from phongtrao.intake.views import drafts, items, uploads

app_name = "intake"
urlpatterns = [
    path("", drafts.draft_list, name="draft-list"),
    path("xuat-excel/", drafts.draft_excel, name="draft-excel"),
    path("tiep-nhan/", uploads.draft_upload, name="draft-upload"),
    path("<int:pk>/", drafts.draft_detail, name="draft-detail"),
    path("<int:pk>/tep/", drafts.draft_file, name="draft-file"),
    path("<int:pk>/dau-van-ban/", drafts.draft_header, name="draft-header"),
    path("<int:pk>/khong-tiep-nhan/", drafts.draft_reject, name="draft-reject"),
    path("<int:pk>/ban-khac/", drafts.draft_attach, name="draft-attach"),
    path("<int:pk>/noi-dung/them/", items.item_add, name="item-add"),
    path("<int:pk>/noi-dung/giu-muc-chac-chan/", items.items_keep, name="items-keep"),
    path("<int:pk>/noi-dung/<int:item>/giu/", items.item_keep, name="item-keep"),
    path("<int:pk>/noi-dung/<int:item>/sua/", items.item_edit, name="item-edit"),
    path("<int:pk>/noi-dung/<int:item>/bo/", items.item_drop, name="item-drop"),
    path("<int:pk>/noi-dung/<int:item>/phuc-hoi/", items.item_restore, name="item-restore"),
    path("<int:pk>/noi-dung/<int:item>/tach/", items.item_split, name="item-split"),
    path("<int:pk>/noi-dung/<int:item>/gop/<int:other>/", items.item_join, name="item-join"),
    path("<int:pk>/noi-dung/<int:item>/co-quan/", items.item_bodies, name="item-bodies"),
]
