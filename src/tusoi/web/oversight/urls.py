from django.urls import path

from tusoi.web.oversight import history, opinions, progress, results

urlpatterns = [
    path("y-kien/", opinions.opinions, name="opinions"),
    path("y-kien/<int:pk>/", opinions.opinion, name="opinion"),
    path("giam-sat/tien-do/", progress.progress, name="progress"),
    path("giam-sat/ket-qua/", results.results, name="results"),
    path("giam-sat/ket-qua/bang-tinh/", results.results_sheet, name="results_sheet"),
    path("giam-sat/nhat-ky/", history.history, name="history"),
    path("giam-sat/nhat-ky/kiem-tra/", history.history_verify, name="history_verify"),
]
