"""The pages of inspections on one screen."""

from django.urls import path

from phongtrao.oversight.views import checks, grounds, inspections, recurrences, remedies, sessions

app_name = "oversight"
urlpatterns = [
    path("", inspections.inspection_list, name="inspection-list"),
    path("xuat-excel/", inspections.inspection_excel, name="inspection-excel"),
    path("ghi/", inspections.inspection_plan, name="inspection-plan"),
    path("<int:pk>/", inspections.inspection_detail, name="inspection-detail"),
    path("<int:pk>/sua/", inspections.inspection_edit, name="inspection-edit"),
    path("<int:pk>/gach-bo/", inspections.inspection_strike, name="inspection-strike"),
    path("<int:pk>/quyet-dinh/", inspections.inspection_decide, name="inspection-decide"),
    path("<int:pk>/ket-luan/", inspections.inspection_conclude, name="inspection-conclude"),
    path("<int:pk>/buoc/", inspections.inspection_step, name="inspection-step"),
    path("<int:pk>/kien-nghi/", remedies.inspection_recommend, name="inspection-recommend"),
    path("kien-nghi/", remedies.recommendation_list, name="recommendation-list"),
    path("kien-nghi/xuat-excel/", remedies.recommendation_excel, name="recommendation-excel"),
    path("kien-nghi/<int:pk>/", remedies.recommendation_detail, name="recommendation-detail"),
    path("kien-nghi/<int:pk>/sua/", remedies.recommendation_edit, name="recommendation-edit"),
    path("kien-nghi/<int:pk>/buoc/", remedies.recommendation_step, name="recommendation-step"),
    path("can-cu/", grounds.grounds_list, name="grounds-list"),
    path("can-cu/xuat-excel/", grounds.grounds_excel, name="grounds-excel"),
    path("can-cu/dua-vao-ke-hoach/", grounds.grounds_plan, name="grounds-plan"),
    path("lap-lai/<int:pk>/", recurrences.recurrence_settle, name="recurrence-settle"),
    path("<int:pk>/buoi-lam-viec/ghi/", sessions.session_plan, name="inspection-session-plan"),
    path("<int:pk>/tai-lieu/", checks.inspection_documents, name="inspection-documents"),
    path("<int:pk>/tai-lieu/ghi/", checks.inspection_document_add, name="inspection-document-add"),
    path("<int:pk>/bang-kiem/", checks.inspection_checklist, name="inspection-checklist"),
    path("<int:pk>/bang-kiem/ghi/", checks.inspection_check, name="inspection-check"),
    path("buoi-lam-viec/<int:pk>/", sessions.session_detail, name="session-detail"),
    path("buoi-lam-viec/<int:pk>/sua/", sessions.session_edit, name="session-edit"),
    path("buoi-lam-viec/<int:pk>/chuyen-ngay/", sessions.session_move, name="session-move"),
    path("buoi-lam-viec/<int:pk>/da-lam-viec/", sessions.session_hold, name="session-hold"),
    path("buoi-lam-viec/<int:pk>/khong-lam-viec/", sessions.session_off, name="session-off"),
    path("buoi-lam-viec/<int:pk>/bien-ban/", sessions.session_minutes, name="session-minutes"),
    path("buoi-lam-viec/<int:pk>/duyet/", sessions.session_approve, name="session-approve"),
    path("tai-lieu/<int:pk>/sua/", checks.seen_edit, name="seen-edit"),
    path("tai-lieu/<int:pk>/buoc/", checks.seen_step, name="seen-step"),
    path("tong-hop/", remedies.year_summary, name="year-summary"),
]
