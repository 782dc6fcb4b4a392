"""The pages of models on one screen."""

from django.urls import path

from phongtrao.fieldwork.exemplars.views import models

app_name = "exemplars"
urlpatterns = [
    path("", models.model_list, name="model-list"),
    path("xuat-excel/", models.model_excel, name="model-excel"),
    path("ghi/", models.model_enter, name="model-enter"),
    path("nhap-excel/", models.model_import, name="model-import"),
    path("tep-mau/", models.model_template, name="model-template"),
    path("<int:pk>/", models.model_detail, name="model-detail"),
    path("<int:pk>/sua/", models.model_edit, name="model-edit"),
    path("<int:pk>/gach-bo/", models.model_strike, name="model-strike"),
    path("<int:pk>/buoc/<slug:verb>/", models.model_step, name="model-step"),
]
