"""Địa chỉ: one list per audience; paths are Vietnamese without diacritics."""

from django.urls import include, path

urlpatterns = [
    path("tai-khoan/", include("tusoi.config.account_urls")),
    path("", include("tusoi.web.urls")),
]
