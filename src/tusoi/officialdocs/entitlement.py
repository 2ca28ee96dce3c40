"""Thẩm quyền: what a Party body may issue and how its secretary signs; refused before it is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tusoi.officialdocs.completeness import Inconsistent
from tusoi.officialdocs.styles import Acting

if TYPE_CHECKING:
    from tusoi.officialdocs.styles import Style

NOT_BY_A_CELL = {"CT": "Chỉ thị", "TT": "Thông tri", "HD": "Hướng dẫn", "QyĐ": "Quy định"}
SECRETARIES = ("bí thư", "phó bí thư")


class NotEntitled(Inconsistent):
    """Không đúng thẩm quyền: the Vietnamese sentences that say what may not be issued or signed so."""


def require_may_issue(style: Style, issuer: str, kind: str) -> None:
    """A Party cell issues no Hướng dẫn, Quy định, Chỉ thị or Thông tri."""
    if style.party and issuer.lower().startswith("chi bộ") and kind in NOT_BY_A_CELL:
        name = NOT_BY_A_CELL[kind]
        raise NotEntitled(
            [f"{issuer} không có thẩm quyền ban hành {name}; đề nghị chọn thể loại văn bản khác."]
        )


def require_may_sign(style: Style, title: str, on_behalf: tuple[tuple[Acting, str], ...]) -> None:
    """A Party committee is a collective: its secretary and deputies sign T/M, never K/T."""
    if not style.party:
        return
    deputised = [principal for acting, principal in on_behalf if acting is Acting.DEPUTY]
    if any(_is_secretary(principal) for principal in deputised):
        raise NotEntitled(
            [
                "Phó bí thư không ký thay (K/T) bí thư; ghi quyền hạn ký là thay mặt (T/M) cấp ủy, chức vụ là Phó Bí thư."
            ]
        )
    if _is_secretary(title) and not on_behalf:
        raise NotEntitled([f"{title} ký thay mặt cấp ủy; cần ghi quyền hạn ký T/M và tên cấp ủy."])


def _is_secretary(title: str) -> bool:
    return title.lower().startswith(SECRETARIES)
