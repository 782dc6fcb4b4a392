"""The pages of weekly calendars on one screen."""

from django.urls import path

from phongtrao.fieldwork.weeks.views import items, weeks

app_name = "weeks"
urlpatterns = [
    path("", weeks.week_now, name="week-now"),
    path("danh-sach/", weeks.week_list, name="week-list"),
    path("danh-sach/xuat-excel/", weeks.week_excel, name="week-excel"),
    path("lap/", weeks.week_open, name="week-open"),
    path("<int:pk>/", weeks.week_detail, name="week-detail"),
    path("<int:pk>/them/", items.item_add, name="item-add"),
    path("<int:pk>/dan/", items.item_paste, name="item-paste"),
    path("<int:pk>/dua-vao/", items.item_take, name="item-take"),
    path("<int:pk>/chep/", weeks.week_copy, name="week-copy"),
    path("<int:pk>/trinh/", weeks.week_submit, name="week-submit"),
    path("<int:pk>/tra-lai/", weeks.week_return, name="week-return"),
    path("<int:pk>/duyet/", weeks.week_approve, name="week-approve"),
    path("<int:pk>/duyet-thay-doi/", weeks.week_approve_changes, name="week-approve-changes"),
    path("<int:pk>/bo-thay-doi/", weeks.week_drop_changes, name="week-drop-changes"),
    path("muc/<int:pk>/sua/", items.item_edit, name="item-edit"),
    path("muc/<int:pk>/bo/", items.item_drop, name="item-drop"),
    path("muc/<int:pk>/lich.ics", items.item_calendar, name="item-calendar"),
]
