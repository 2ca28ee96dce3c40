"""Các khu vực theo người dùng."""

from django.conf import settings
from django.urls import include, path

from tusoi.web.gallery import gallery
from tusoi.web.shared import paper_content, paper_pages, views
from tusoi.web.shared.activation import activation
from tusoi.web.shared.jobs import job_progress

urlpatterns = [
    path("vai-tro/", views.switch_capacity, name="capacity"),
    path("van-ban/<int:pk>/", paper_pages.document, name="document"),
    path("van-ban/<int:pk>/tep/", paper_pages.document_file, name="document_file"),
    path("van-ban/<int:pk>/thu-hoi/", paper_pages.document_withdraw, name="document_withdraw"),
    path("du-thao/<str:kind>/<str:owner>/<int:pk>/", paper_pages.draft, name="draft"),
    path("du-thao/<str:kind>/<str:owner>/<int:pk>/tep/", paper_pages.draft_file, name="draft_file"),
    path(
        "du-thao/<str:kind>/<str:owner>/<int:pk>/ban-hanh/",
        paper_pages.draft_issue,
        name="draft_issue",
    ),
    path(
        "noi-dung-van-ban/<str:kind>/<int:pk>/", paper_content.paper_content, name="paper_content"
    ),
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
