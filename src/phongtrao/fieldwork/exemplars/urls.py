"""The pages of models on one screen."""

from django.urls import path

from phongtrao.fieldwork.exemplars.views import (
    catalogue,
    evidence,
    learning,
    models,
    pairs,
    practices,
)

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
    path("<int:pk>/hoat-dong/", evidence.model_activity, name="model-activity"),
    path("hoat-dong/<int:pk>/tep/", evidence.activity_file, name="activity-file"),
    path("hoat-dong/<int:pk>/gach-bo/", evidence.activity_strike, name="activity-strike"),
    path("<int:pk>/so-ket/", evidence.model_review, name="model-review"),
    path("so-ket/<int:pk>/gach-bo/", evidence.review_strike, name="review-strike"),
    path("kho/", catalogue.catalogue_list, name="catalogue-list"),
    path("kho/xuat-excel/", catalogue.catalogue_excel, name="catalogue-excel"),
    path("kho/tuong-tu/", catalogue.catalogue_similar, name="catalogue-similar"),
    path("kho/<int:pk>/", catalogue.catalogue_detail, name="catalogue-detail"),
    path("kho/<int:pk>/to-gioi-thieu/", catalogue.catalogue_sheet, name="catalogue-sheet"),
    path("<int:pk>/nhan-rong/", catalogue.model_diffusion, name="model-diffusion"),
    path("kho/<int:pk>/hoc-tap/", learning.catalogue_ask, name="catalogue-ask"),
    path("hoc-tap/", learning.request_list, name="request-list"),
    path("hoc-tap/xuat-excel/", learning.request_excel, name="request-excel"),
    path("hoc-tap/<int:pk>/", learning.request_detail, name="request-detail"),
    path("hoc-tap/<int:pk>/<slug:reply>/", learning.request_step, name="request-step"),
    path("cach-lam-hay/", practices.practice_list, name="practice-list"),
    path("cach-lam-hay/xuat-excel/", practices.practice_excel, name="practice-excel"),
    path("cach-lam-hay/ghi/", practices.practice_tell, name="practice-tell"),
    path("cach-lam-hay/<int:pk>/", practices.practice_detail, name="practice-detail"),
    path("cach-lam-hay/<int:pk>/anh/", practices.practice_picture, name="practice-picture"),
    path("cach-lam-hay/<int:pk>/sua/", practices.practice_edit, name="practice-edit"),
    path("cach-lam-hay/<int:pk>/gach-bo/", practices.practice_strike, name="practice-strike"),
    path("cach-lam-hay/<int:pk>/thanh-mo-hinh/", practices.practice_grow, name="practice-grow"),
    path("nghi-trung/", pairs.pair_list, name="pair-list"),
    path("nghi-trung/quyet-dinh/", pairs.pair_decide, name="pair-decide"),
    path("nghi-trung/<int:pk>/hoan-tac/", pairs.pair_undo, name="pair-undo"),
]
