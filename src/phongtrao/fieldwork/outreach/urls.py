"""The pages of communication on one screen."""

from django.urls import path

from phongtrao.fieldwork.outreach import views

app_name = "outreach"
urlpatterns = [
    path("", views.session_list, name="session-list"),
    path("xuat-excel/", views.session_excel, name="session-excel"),
    path("ghi/", views.session_record, name="session-record"),
    path("nhap-excel/", views.session_import, name="session-import"),
    path("tep-mau/", views.session_template, name="session-template"),
    path("<int:pk>/", views.session_detail, name="session-detail"),
    path("<int:pk>/sua/", views.session_edit, name="session-edit"),
    path("<int:pk>/gach-bo/", views.session_strike, name="session-strike"),
    path("dot/", views.campaign_list, name="campaign-list"),
    path("dot/xuat-excel/", views.campaign_excel, name="campaign-excel"),
    path("dot/lap/", views.campaign_plan, name="campaign-plan"),
    path("dot/<int:pk>/", views.campaign_detail, name="campaign-detail"),
    path("dot/<int:pk>/sua/", views.campaign_edit, name="campaign-edit"),
    path("dot/<int:pk>/gach-bo/", views.campaign_strike, name="campaign-strike"),
]
