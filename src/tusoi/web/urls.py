"""Các khu vực theo người dùng."""

from django.conf import settings
from django.urls import include, path

from tusoi.web.gallery import gallery
from tusoi.web.shared import views
from tusoi.web.shared.activation import activation
from tusoi.web.shared.paper_pages import document_file
from tusoi.web.shared.jobs import job_progress

urlpatterns = [
    path("vai-tro/", views.switch_capacity, name="capacity"),
    path("van-ban-luu/<int:pk>/", document_file, name="document_file"),
    path("kich-hoat/<str:token>/", activation, name="activation"),
    path("viec/<int:pk>/", job_progress, name="job"),
    path("song/", views.alive, name="alive"),
    path("", include(("tusoi.web.me.urls", "me"))),
    path("don-vi/", include(("tusoi.web.unit.urls", "unit"))),
    path("", include(("tusoi.web.panel.urls", "panel"))),
    path("", include(("tusoi.web.hr.urls", "hr"))),
    path("", include(("tusoi.web.oversight.urls", "oversight"))),
]
if settings.DEBUG:
    urlpatterns += [path("gallery/", gallery), path("gallery/<slug:layout>/", gallery)]
