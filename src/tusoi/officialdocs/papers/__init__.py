"""Các văn bản của đợt đánh giá: one module per paper, with its context and its builder."""

from tusoi.officialdocs.papers.collective_report import (
    CollectiveReportContext,
    CriterionDegree,
    collective_report_paper,
)
from tusoi.officialdocs.papers.decision import DecisionContext, DecisionRow, decision_paper
from tusoi.officialdocs.papers.invitation import InvitationContext, invitation_paper
from tusoi.officialdocs.papers.minutes import (
    Absence,
    MinutesContext,
    MinutesItem,
    Opinion,
    minutes_paper,
)
from tusoi.officialdocs.papers.notice import NoticeContext, notice_paper
from tusoi.officialdocs.papers.office import (
    Answer,
    Distribution,
    FormSection,
    Letterhead,
    PersonLine,
    Signer,
)
from tusoi.officialdocs.papers.plan import PlanContext, PlanStep, plan_paper
from tusoi.officialdocs.papers.self_review_form import (
    FormValue,
    Remark,
    SelfReviewContext,
    self_review_paper,
)
from tusoi.officialdocs.papers.submission_note import (
    LevelCounts,
    SubmissionNoteContext,
    submission_note_paper,
)
from tusoi.officialdocs.papers.summary_sheet import (
    SummaryGroup,
    SummaryRow,
    SummarySheetContext,
    summary_sheet_paper,
)
from tusoi.officialdocs.papers.tally_minutes import (
    TallyMinutesContext,
    TallyRow,
    tally_minutes_paper,
)

__all__ = [
    "Absence",
    "Answer",
    "CollectiveReportContext",
    "CriterionDegree",
    "DecisionContext",
    "DecisionRow",
    "Distribution",
    "FormSection",
    "FormValue",
    "InvitationContext",
    "Letterhead",
    "LevelCounts",
    "MinutesContext",
    "MinutesItem",
    "NoticeContext",
    "Opinion",
    "PersonLine",
    "PlanContext",
    "PlanStep",
    "Remark",
    "SelfReviewContext",
    "Signer",
    "SubmissionNoteContext",
    "SummaryGroup",
    "SummaryRow",
    "SummarySheetContext",
    "TallyMinutesContext",
    "TallyRow",
    "collective_report_paper",
    "decision_paper",
    "invitation_paper",
    "minutes_paper",
    "notice_paper",
    "plan_paper",
    "self_review_paper",
    "submission_note_paper",
    "summary_sheet_paper",
    "tally_minutes_paper",
]
