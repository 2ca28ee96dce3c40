from django.urls import path

from tusoi.web.oversight import (
    accounts,
    delegations,
    history,
    jobs,
    opinions,
    progress,
    results,
    roles,
    trust,
)

urlpatterns = [
    path("y-kien/", opinions.opinions, name="opinions"),
    path("y-kien/<int:pk>/", opinions.opinion, name="opinion"),
    path("giam-sat/tien-do/", progress.progress, name="progress"),
    path("giam-sat/ket-qua/", results.results, name="results"),
    path("giam-sat/ket-qua/bang-tinh/", results.results_sheet, name="results_sheet"),
    path("giam-sat/nhat-ky/", history.history, name="history"),
    path("giam-sat/nhat-ky/kiem-tra/", history.history_verify, name="history_verify"),
    path("quan-tri/tai-khoan/", accounts.accounts, name="accounts"),
    path("quan-tri/tai-khoan/<int:pk>/", accounts.account, name="account"),
    path("quan-tri/tai-khoan/<int:pk>/moi/", accounts.account_invite, name="account_invite"),
    path("quan-tri/tai-khoan/<int:pk>/ngung/", accounts.account_stop, name="account_stop"),
    path("quan-tri/tai-khoan/<int:pk>/mo-lai/", accounts.account_reopen, name="account_reopen"),
    path("quan-tri/vai-tro/", roles.roles, name="roles"),
    path("quan-tri/vai-tro/giao/", roles.role_grant, name="role_grant"),
    path("quan-tri/vai-tro/<int:pk>/thoi/", roles.role_revoke, name="role_revoke"),
    path("quan-tri/chung-thu/", trust.anchors, name="trust_anchors"),
    path("quan-tri/chung-thu/them/", trust.anchor_add, name="trust_anchor_add"),
    path("quan-tri/chung-thu/<int:pk>/thoi/", trust.anchor_retire, name="trust_anchor_retire"),
    path("quan-tri/viec/", jobs.jobs, name="jobs"),
    path("uy-quyen/", delegations.delegations, name="delegations"),
    path("uy-quyen/moi/", delegations.delegation_give, name="delegation_give"),
    path("uy-quyen/<int:pk>/thoi/", delegations.delegation_revoke, name="delegation_revoke"),
]
