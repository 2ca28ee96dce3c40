from django.urls import path

from tusoi.web.unit import circulation, home, proposals

urlpatterns = [
    path("", home.home, name="home"),
    path("ban-kiem-diem/<int:pk>/", home.review, name="review"),
    path("ban-kiem-diem/<int:pk>/tra-lai/", home.send_back, name="send_back"),
    path("ban-kiem-diem/<int:pk>/tai/", home.download, name="review_download"),
    path("gui-du-thao/", circulation.circulate, name="circulate"),
    path("de-nghi-muc/", proposals.proposals, name="proposals"),
]
