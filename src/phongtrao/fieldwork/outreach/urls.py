"""The pages of communication on one screen."""

from django.urls import path

from phongtrao.fieldwork.outreach.views import bulletins, calendar, campaigns, channels, outputs

app_name = "outreach"
urlpatterns = [
    path("", campaigns.session_list, name="session-list"),
    path("xuat-excel/", campaigns.session_excel, name="session-excel"),
    path("ghi/", campaigns.session_record, name="session-record"),
    path("nhap-excel/", campaigns.session_import, name="session-import"),
    path("tep-mau/", campaigns.session_template, name="session-template"),
    path("<int:pk>/", campaigns.session_detail, name="session-detail"),
    path("<int:pk>/sua/", campaigns.session_edit, name="session-edit"),
    path("<int:pk>/gach-bo/", campaigns.session_strike, name="session-strike"),
    path("dot/", campaigns.campaign_list, name="campaign-list"),
    path("dot/xuat-excel/", campaigns.campaign_excel, name="campaign-excel"),
    path("dot/lap/", campaigns.campaign_plan, name="campaign-plan"),
    path("dot/<int:pk>/", campaigns.campaign_detail, name="campaign-detail"),
    path("dot/<int:pk>/sua/", campaigns.campaign_edit, name="campaign-edit"),
    path("dot/<int:pk>/gach-bo/", campaigns.campaign_strike, name="campaign-strike"),
    path("san-pham/", outputs.output_list, name="output-list"),
    path("san-pham/xuat-excel/", outputs.output_excel, name="output-excel"),
    path("san-pham/ghi/", outputs.output_record, name="output-record"),
    path("san-pham/nhap-excel/", outputs.output_import, name="output-import"),
    path("san-pham/tep-mau/", outputs.output_template, name="output-template"),
    path("san-pham/<int:pk>/", outputs.output_detail, name="output-detail"),
    path("san-pham/<int:pk>/sua/", outputs.output_edit, name="output-edit"),
    path("san-pham/<int:pk>/gach-bo/", outputs.output_strike, name="output-strike"),
    path("kenh/", channels.channel_list, name="channel-list"),
    path("kenh/xuat-excel/", channels.channel_excel, name="channel-excel"),
    path("kenh/mo/", channels.channel_open, name="channel-open"),
    path("kenh/<int:pk>/", channels.channel_detail, name="channel-detail"),
    path("kenh/<int:pk>/sua/", channels.channel_edit, name="channel-edit"),
    path("kenh/<int:pk>/theo-doi/", channels.channel_read, name="channel-read"),
    path("kenh/<int:pk>/ngung/", channels.channel_close, name="channel-close"),
    path("kenh/<int:pk>/gach-bo/", channels.channel_strike, name="channel-strike"),
    path("ban-tin/", bulletins.bulletin_list, name="bulletin-list"),
    path("ban-tin/xuat-excel/", bulletins.bulletin_excel, name="bulletin-excel"),
    path("ban-tin/gui/", bulletins.bulletin_send, name="bulletin-send"),
    path("ban-tin/<int:pk>/", bulletins.bulletin_detail, name="bulletin-detail"),
    path("ban-tin/<int:pk>/tep/", bulletins.bulletin_file, name="bulletin-file"),
    path("ban-tin/<int:pk>/da-nhan/", bulletins.bulletin_receive, name="bulletin-receive"),
    path("ban-tin/<int:pk>/gach-bo/", bulletins.bulletin_strike, name="bulletin-strike"),
    path("lich/", calendar.outreach_calendar, name="calendar"),
]
