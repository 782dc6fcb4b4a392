"""The pages of inspections on one screen."""

from django.urls import path

from phongtrao.oversight import views

app_name = "oversight"
urlpatterns = [
    path("", views.inspection_list, name="inspection-list"),
    path("xuat-excel/", views.inspection_excel, name="inspection-excel"),
    path("ghi/", views.inspection_plan, name="inspection-plan"),
    path("<int:pk>/", views.inspection_detail, name="inspection-detail"),
    path("<int:pk>/sua/", views.inspection_edit, name="inspection-edit"),
    path("<int:pk>/gach-bo/", views.inspection_strike, name="inspection-strike"),
    path("<int:pk>/quyet-dinh/", views.inspection_decide, name="inspection-decide"),
    path("<int:pk>/ket-luan/", views.inspection_conclude, name="inspection-conclude"),
    path("<int:pk>/buoc/", views.inspection_step, name="inspection-step"),
]
