"""The pages of festivals on one screen."""

from django.urls import path

from phongtrao.fieldwork.events.views import plans, preparation, selections, sites

app_name = "events"
urlpatterns = [
    path("", sites.site_list, name="site-list"),
    path("xuat-excel/", sites.site_excel, name="site-excel"),
    path("ghi/", sites.site_enter, name="site-enter"),
    path("nhap-excel/", sites.site_import, name="site-import"),
    path("tep-mau/", sites.site_template, name="site-template"),
    path("<int:pk>/", sites.site_detail, name="site-detail"),
    path("<int:pk>/sua/", sites.site_edit, name="site-edit"),
    path("<int:pk>/gach-bo/", sites.site_strike, name="site-strike"),
    path("<int:pk>/duyet/", sites.site_approve, name="site-approve"),
    path("<int:pk>/buoc/", sites.site_step, name="site-step"),
    path("<int:pk>/ket-qua/", sites.site_result, name="site-result"),
    path("<int:pk>/chuong-trinh/", preparation.site_programme, name="site-programme"),
    path("<int:pk>/du-toan/", preparation.site_costs, name="site-costs"),
    path("<int:pk>/chuan-bi/", preparation.site_checks, name="site-checks"),
    path("<int:pk>/moi/", preparation.site_invite, name="site-invite"),
    path("<int:pk>/anh/", preparation.site_picture, name="site-picture"),
    path("giay-moi/<int:pk>/tra-loi/", preparation.invitation_reply, name="invitation-reply"),
    path("giay-moi/<int:pk>/rut/", preparation.invitation_drop, name="invitation-drop"),
    path("ke-hoach/", plans.plan_list, name="plan-list"),
    path("ke-hoach/xuat-excel/", plans.plan_excel, name="plan-excel"),
    path("ke-hoach/lap/", plans.plan_make, name="plan-make"),
    path("ke-hoach/<int:pk>/", plans.plan_detail, name="plan-detail"),
    path("ke-hoach/<int:pk>/sua/", plans.plan_edit, name="plan-edit"),
    path("ke-hoach/<int:pk>/gach-bo/", plans.plan_strike, name="plan-strike"),
    path("ke-hoach/<int:pk>/xac-nhan/", plans.plan_confirm, name="plan-confirm"),
    path("ke-hoach/<int:pk>/khach/", selections.plan_guests, name="plan-guests"),
    path("ke-hoach/<int:pk>/chon-diem/", selections.plan_select, name="plan-select"),
    path("phuong-an/<int:pk>/", selections.selection_detail, name="selection-detail"),
    path("phuong-an/<int:pk>/tinh-lai/", selections.selection_again, name="selection-again"),
    path("phuong-an/<int:pk>/chinh/", selections.selection_adjust, name="selection-adjust"),
    path("phuong-an/<int:pk>/ap-dung/", selections.selection_apply, name="selection-apply"),
]
