"""Các văn bản của đợt đánh giá: one module per paper, with its context and its builder."""

from tusoi.officialdocs.papers.achievements import (
    AchievementReportContext,
    achievement_report_paper,
)
from tusoi.officialdocs.papers.appeal_reply import (
    AppealReplyContext,
    appeal_reply_paper,
)
from tusoi.officialdocs.papers.awards import (
    AwardMinutesContext,
    AwardSubmissionContext,
    AwardVote,
    Nominee,
    award_minutes_paper,
    award_submission_paper,
)
from tusoi.officialdocs.papers.collective_report import (
    CollectiveReportContext,
    collective_report_paper,
)
from tusoi.officialdocs.papers.criteria_sheet import (
    CriteriaSheetContext,
    CriterionDegree,
    criteria_sheet_paper,
)
from tusoi.officialdocs.papers.decision import DecisionContext, DecisionRow, decision_paper
from tusoi.officialdocs.papers.dossier_list import (
    DossierListContext,
    DossierPart,
    dossier_list_paper,
)
from tusoi.officialdocs.papers.gathering import Absence
from tusoi.officialdocs.papers.invitation import InvitationContext, invitation_paper
from tusoi.officialdocs.papers.leader_summary import (
    LeaderSummaryContext,
    leader_summary_paper,
)
from tusoi.officialdocs.papers.level_counts import LevelCounts
from tusoi.officialdocs.papers.minutes import (
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
from tusoi.officialdocs.papers.pledge import (
    PledgeContext,
    PledgeLine,
    pledge_paper,
)
from tusoi.officialdocs.papers.rating_sheets import (
    RatingGroup,
    RatingRow,
    RatingSheetContext,
    collective_sheet_paper,
    individual_sheet_paper,
)
from tusoi.officialdocs.papers.remedy_plan import (
    Remedy,
    RemedyPlanContext,
    remedy_plan_paper,
)
from tusoi.officialdocs.papers.rerating_decision import (
    ReratingDecisionContext,
    rerating_decision_paper,
)
from tusoi.officialdocs.papers.result_report import (
    ResultReportContext,
    result_report_paper,
)
from tusoi.officialdocs.papers.self_rating_slip import (
    CriterionGroup,
    ScoredCriterion,
    SelfRatingSlipContext,
    self_rating_slip_paper,
)
from tusoi.officialdocs.papers.self_review_form import (
    FormValue,
    Remark,
    SelfReviewContext,
    self_review_paper,
)
from tusoi.officialdocs.papers.slip_form import (
    DECREE_335_PERIOD,
    DECREE_335_YEAR,
    GUIDANCE_43_PERIOD,
    RatedPerson,
    SlipForm,
    SlipSigning,
)
from tusoi.officialdocs.papers.submission_note import (
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
from tusoi.officialdocs.papers.task_results import TaskResults
from tusoi.officialdocs.papers.unit_report import (
    UnitReportContext,
    unit_report_paper,
)
from tusoi.officialdocs.papers.vote_slips import (
    AGREEMENT,
    VoteSlipContext,
    VoteSubject,
    ballot_sheet_paper,
    opinion_slip_paper,
)
from tusoi.officialdocs.papers.year_slip import (
    PeriodScore,
    YearSlipContext,
    year_slip_paper,
)

__all__ = [
    "AGREEMENT",
    "DECREE_335_PERIOD",
    "DECREE_335_YEAR",
    "GUIDANCE_43_PERIOD",
    "Absence",
    "AchievementReportContext",
    "Answer",
    "AppealReplyContext",
    "AwardMinutesContext",
    "AwardSubmissionContext",
    "AwardVote",
    "CollectiveReportContext",
    "CriteriaSheetContext",
    "CriterionDegree",
    "CriterionGroup",
    "DecisionContext",
    "DecisionRow",
    "Distribution",
    "DossierListContext",
    "DossierPart",
    "FormSection",
    "FormValue",
    "InvitationContext",
    "LeaderSummaryContext",
    "Letterhead",
    "LevelCounts",
    "MinutesContext",
    "MinutesItem",
    "Nominee",
    "NoticeContext",
    "Opinion",
    "PeriodScore",
    "PersonLine",
    "PlanContext",
    "PlanStep",
    "PledgeContext",
    "PledgeLine",
    "RatedPerson",
    "RatingGroup",
    "RatingRow",
    "RatingSheetContext",
    "Remark",
    "Remedy",
    "RemedyPlanContext",
    "ReratingDecisionContext",
    "ResultReportContext",
    "ScoredCriterion",
    "SelfRatingSlipContext",
    "SelfReviewContext",
    "Signer",
    "SlipForm",
    "SlipSigning",
    "SubmissionNoteContext",
    "SummaryGroup",
    "SummaryRow",
    "SummarySheetContext",
    "TallyMinutesContext",
    "TallyRow",
    "TaskResults",
    "UnitReportContext",
    "VoteSlipContext",
    "VoteSubject",
    "YearSlipContext",
    "achievement_report_paper",
    "appeal_reply_paper",
    "award_minutes_paper",
    "award_submission_paper",
    "ballot_sheet_paper",
    "collective_report_paper",
    "collective_sheet_paper",
    "criteria_sheet_paper",
    "decision_paper",
    "dossier_list_paper",
    "individual_sheet_paper",
    "invitation_paper",
    "leader_summary_paper",
    "minutes_paper",
    "notice_paper",
    "opinion_slip_paper",
    "plan_paper",
    "pledge_paper",
    "remedy_plan_paper",
    "rerating_decision_paper",
    "result_report_paper",
    "self_rating_slip_paper",
    "self_review_paper",
    "submission_note_paper",
    "summary_sheet_paper",
    "tally_minutes_paper",
    "unit_report_paper",
    "year_slip_paper",
]
