"""Addresses of the pages of figures."""

from django.urls import path

from phongtrao.analytics.views import figures, overview, rounds, trends

app_name = "analytics"
urlpatterns = [
    path("tong-quan/", overview.overview_page, name="overview"),
    path("tra-cuu/", figures.figure_table, name="figure-table"),
    path("tra-cuu/xuat-excel/", figures.figure_table_excel, name="figure-table-excel"),
    path("tra-cuu/xuat-csv/", figures.figure_table_csv, name="figure-table-csv"),
    path("tra-cuu/nguon/<int:pk>/<slug:code>/", figures.figure_sources, name="figure-sources"),
    path("tra-cuu/xu-huong/", trends.trend_page, name="trend"),
    path("tra-cuu/xu-huong/xuat-excel/", trends.trend_excel, name="trend-excel"),
    path("tra-cuu/dung-han/", rounds.timeliness, name="timeliness"),
    path("tra-cuu/dung-han/xuat-excel/", rounds.timeliness_excel, name="timeliness-excel"),
    path("tra-cuu/tai-bao-cao/", rounds.load_list, name="load-list"),
    path("tra-cuu/tai-bao-cao/xuat-excel/", rounds.load_excel, name="load-excel"),
    path("tra-cuu/tai-bao-cao/<int:pk>/", rounds.load_detail, name="load-detail"),
]
