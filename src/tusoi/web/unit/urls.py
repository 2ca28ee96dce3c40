from django.urls import path

from tusoi.web.unit import awards, circulation, home, proposals, registrations, suggested

urlpatterns = [
    path("", home.home, name="home"),
    path("ban-kiem-diem/<int:pk>/", home.review, name="review"),
    path("ban-kiem-diem/<int:pk>/tra-lai/", home.send_back, name="send_back"),
    path("ban-kiem-diem/<int:pk>/tai/", home.download, name="review_download"),
    path("y-kien-goi-y/", suggested.suggested, name="suggested"),
    path("y-kien-goi-y/<int:pk>/", suggested.opinion, name="suggested_opinion"),
    path("gui-du-thao/", circulation.circulate, name="circulate"),
    path("de-nghi-muc/", proposals.proposals, name="proposals"),
    path("dang-ky-thi-dua/", registrations.registrations, name="registrations"),
    path(
        "dang-ky-thi-dua/bang-tinh/",
        registrations.registrations_sheet,
        name="registrations_sheet",
    ),
    path("dang-ky-thi-dua/nhap/", registrations.registrations_import, name="registrations_import"),
    path("dang-ky-thi-dua/ghi/", registrations.registration_add, name="registration_add"),
    path(
        "dang-ky-thi-dua/ghi-ca-don-vi/",
        registrations.registration_add_all,
        name="registration_add_all",
    ),
    path(
        "dang-ky-thi-dua/<int:pk>/rut/",
        registrations.registration_withdraw,
        name="registration_withdraw",
    ),
    path("khen-thuong/", awards.awards, name="awards"),
    path("khen-thuong/doi-tuong/", awards.candidates, name="award_candidates"),
    path("khen-thuong/doi-tuong/<int:pk>/", awards.nominate, name="nominate"),
    path("khen-thuong/hoi-nghi/<int:pk>/", awards.discussion, name="award_discussion"),
    path("khen-thuong/<int:pk>/", awards.nomination, name="nomination"),
    path("khen-thuong/<int:pk>/rut/", awards.nomination_withdraw, name="nomination_withdraw"),
]
