"""Dữ kiện về trường hợp phải cân nhắc: what is claimed, what was decided, when an act took place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tusoi.rulebook.facts.codes import LabelledEnum

if TYPE_CHECKING:
    from datetime import date


class MitigationKind(LabelledEnum):
    """Trường hợp phải cân nhắc: on what ground a result may be weighed differently."""

    FORCE_MAJEURE = "force_majeure", "Lý do bất khả kháng"
    SELF_REPAIRED = "self_repaired", "Vi phạm đã tự phát hiện, báo cáo, xử lý và khắc phục"
    OBJECTIVE_CAUSE = "objective_cause", "Nguyên nhân khách quan"
    RAISED_SHARE = "raised_share", "Nâng tỉ lệ trần cho nơi có thành tích nổi trội"


@dataclass(frozen=True, slots=True, kw_only=True)
class MitigationFacts:
    """Trường hợp được đề nghị cân nhắc, with the decision of the competent level as far as there is one.

    `decided_by` is the post of whoever decided, `document` the paper as officials cite it.
    """

    kind: MitigationKind
    decided_by: str = ""
    decided_on: date | None = None
    document: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActFacts:
    """Hành vi vi phạm bị kỷ luật: from when to when it took place, when the discipline was decided.

    `arrived_on` is the day the person came to the present unit, None where he or she did not move.
    """

    committed_first: date
    committed_last: date
    disciplined_on: date
    arrived_on: date | None = None
