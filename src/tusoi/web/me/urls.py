from django.urls import path

from tusoi.web.me import comments, drafts, history, results, reviews, tasks

urlpatterns = [
    path("", tasks.tasks, name="tasks"),
    path("ban-kiem-diem/", reviews.reviews, name="reviews"),
    path("ban-kiem-diem/<int:pk>/", reviews.review, name="review"),
    path("ban-kiem-diem/<int:pk>/luu/", reviews.save, name="review_save"),
    path("ban-kiem-diem/<int:pk>/nop/", reviews.submit, name="review_submit"),
    path("ban-kiem-diem/<int:pk>/hoan-thien/", reviews.finalise, name="review_finalise"),
    path("ban-kiem-diem/<int:pk>/tai/", reviews.download, name="review_download"),
    path("ban-kiem-diem/<int:pk>/phien-ban/", history.versions, name="versions"),
    path("ban-kiem-diem/<int:pk>/phien-ban/<int:revision>/", history.version, name="version"),
    path(
        "ban-kiem-diem/<int:pk>/phien-ban/<int:revision>/khoi-phuc/",
        history.restore,
        name="version_restore",
    ),
    path("ban-kiem-diem/<int:pk>/gop-y/", comments.comments, name="comments"),
    path("ban-kiem-diem/<int:pk>/gop-y/<int:comment_pk>/", comments.respond, name="respond"),
    path("du-thao/", drafts.drafts, name="drafts"),
    path("du-thao/<int:pk>/", drafts.draft, name="draft"),
    path("du-thao/<int:pk>/gop-y/", drafts.comment, name="comment"),
    path("ket-qua/", results.results, name="results"),
    path("ket-qua/<int:pk>/", results.result, name="result"),
    path("ket-qua/<int:pk>/van-ban/", results.result_paper, name="result_paper"),
    path("ket-qua/<int:pk>/xac-nhan/", results.result_read, name="result_read"),
]
