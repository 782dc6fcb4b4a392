"""The pages of grassroots democracy on one screen."""

from django.urls import path

from phongtrao.fieldwork.grassroots.views import disclosures, steps, supervisions

app_name = "grassroots"
urlpatterns = [
    path("", supervisions.supervision_list, name="supervision-list"),
    path("xuat-excel/", supervisions.supervision_excel, name="supervision-excel"),
    path("ghi/", supervisions.supervision_plan, name="supervision-plan"),
    path("nhap-excel/", supervisions.supervision_import, name="supervision-import"),
    path("tep-mau/", supervisions.supervision_template, name="supervision-template"),
    path("<int:pk>/", supervisions.supervision_detail, name="supervision-detail"),
    path("<int:pk>/sua/", supervisions.supervision_edit, name="supervision-edit"),
    path("<int:pk>/gach-bo/", supervisions.supervision_strike, name="supervision-strike"),
    path("<int:pk>/bat-dau/", steps.supervision_begin, name="supervision-begin"),
    path("<int:pk>/y-kien/", steps.supervision_advice, name="supervision-advice"),
    path("<int:pk>/tra-loi/", steps.supervision_answer, name="supervision-answer"),
    path("<int:pk>/bo-tra-loi/", steps.supervision_reopen, name="supervision-reopen"),
    path("<int:pk>/khong-thuc-hien/", steps.supervision_off, name="supervision-off"),
    path("cong-khai/", disclosures.disclosure_list, name="disclosure-list"),
    path("cong-khai/xuat-excel/", disclosures.disclosure_excel, name="disclosure-excel"),
    path("cong-khai/danh-muc/", disclosures.disclosure_items, name="disclosure-items"),
    path("cong-khai/ghi/", disclosures.disclosure_record, name="disclosure-record"),
    path("cong-khai/nhap-excel/", disclosures.disclosure_import, name="disclosure-import"),
    path("cong-khai/tep-mau/", disclosures.disclosure_template, name="disclosure-template"),
    path("cong-khai/<int:pk>/", disclosures.disclosure_detail, name="disclosure-detail"),
    path("cong-khai/<int:pk>/sua/", disclosures.disclosure_edit, name="disclosure-edit"),
    path("cong-khai/<int:pk>/gach-bo/", disclosures.disclosure_strike, name="disclosure-strike"),
]
