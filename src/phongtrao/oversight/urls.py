"""The pages of inspections on one screen."""

from django.urls import path

from phongtrao.oversight.views import inspections, recurrences, remedies

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
    path("lap-lai/<int:pk>/", recurrences.recurrence_settle, name="recurrence-settle"),
    path("tong-hop/", remedies.year_summary, name="year-summary"),
]
