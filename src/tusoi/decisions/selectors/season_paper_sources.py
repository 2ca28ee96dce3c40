"""Văn bản cuối đợt: summary sheets and result report of the campaign; papers about one subject."""

from __future__ import annotations

from collections.abc import Callable

from django.db.models import Exists, OuterRef, Q, QuerySet

from tusoi.campaigns.enums import SubjectKind
from tusoi.campaigns.models import Campaign, Subject
from tusoi.campaigns.selectors.paper_sources import campaigns_read_by
from tusoi.core import clock
from tusoi.core.actor import Actor
from tusoi.decisions.permissions import dossiers_visible_to
from tusoi.decisions.selectors.dossier_papers import dossier_list_of
from tusoi.decisions.selectors.paper_sources import office_signer
from tusoi.decisions.selectors.rating_papers import collective_sheet, individual_sheet
from tusoi.decisions.selectors.result_papers import result_report, undecided_reason
from tusoi.decisions.selectors.subject_papers import (
    LEADERS,
    pledge_of,
    remedies_of,
    report_of_unit,
    summary_of_leader,
)
from tusoi.documents.enums import PaperKind
from tusoi.documents.selectors.sources import PaperSource, Place
from tusoi.officialdocs.paper import Paper
from tusoi.org.enums import Leadership
from tusoi.rulebook.dossier_lists import DossierOwner, PartSource, overlays_with

COLLECTIVE = Q(collective__isnull=False)
PERSONAL = Q(person__isnull=False)
HEADS = [kind for kind in SubjectKind if kind.leadership is Leadership.HEAD]


def _in_unit_list(source: PartSource) -> Q:
    """Campaigns whose plan has units hand in such a paper."""
    return Q(campaign__overlay__in=overlays_with(DossierOwner.UNIT, source))


def _summarised() -> Q:
    """Leaders everywhere; everybody where the plan has units sum up each of their people."""
    return Q(track__kind__in=LEADERS) | (PERSONAL & _in_unit_list(PartSource.UNIT_SUMMARIES))


def _reporting() -> Q:
    """Collectives; a unit without one in the season reports through its head where the plan wants it."""
    of_unit = Subject.objects.filter(
        COLLECTIVE, campaign=OuterRef("campaign"), unit=OuterRef("unit")
    )
    is_head = Q(track__kind__in=HEADS) & _in_unit_list(PartSource.UNIT_REPORT)
    return COLLECTIVE | (is_head & Q(~Exists(of_unit)))


def _overseen(condition: Callable[[], Q] = Q) -> Callable[[Actor], QuerySet[Subject]]:
    """Those of whom the actor oversees the dossiers, where the condition holds."""
    return lambda actor: _read(dossiers_visible_to(actor).filter(condition()))


def _own_or_overseen(actor: Actor) -> QuerySet[Subject]:
    """Whose pledge may be printed: one's own, and those of whom one oversees."""
    own = Q(person_id=actor.person_id or 0)
    rows = Subject.objects.filter(PERSONAL, campaign__state__in=["open", "closed"])
    return _read(rows.filter(own | Q(pk__in=dossiers_visible_to(actor).values("pk"))))


def _read(rows: QuerySet[Subject]) -> QuerySet[Subject]:
    return rows.select_related(
        "campaign__body", "unit__parent", "track", "cell", "person", "review", "classification"
    )


def _of_campaign(build: Callable[..., Paper]) -> Callable[[Campaign], Paper]:
    """A sheet as of today under the signature of the office."""
    return lambda campaign: build(campaign, clock.today(), office_signer(campaign))


def _to_texts(kind: PaperKind) -> Callable[[Campaign | Subject], Place]:
    return lambda owner: Place("Bổ sung nội dung văn bản", "paper_content", (kind.value, owner.pk))


def _to_subject(subject: Subject) -> Place:
    return Place("Mở hồ sơ đối tượng", "hr:subject", (subject.pk,))


def _to_board(campaign: Campaign) -> Place:
    return Place("Mở bàn xếp loại", "panel:board")


def _about(
    kind: PaperKind,
    owners: Callable[[Actor], QuerySet[Subject]],
    build: Callable[[Subject], Paper],
    *,
    mend: Callable[[Subject], Place] | None = None,
    is_by_unit: bool = True,
) -> PaperSource:
    """A paper about one subject, issued by its unit or by the body."""
    return PaperSource(
        kind=kind,
        owner_model=Subject,
        owners=owners,
        build=build,
        issuer=lambda subject: subject.unit if is_by_unit else subject.campaign.body,
        title=lambda subject: f"{kind.label}: {subject.name}",
        mend=mend or _to_texts(kind),
    )


SOURCES = (
    *(
        PaperSource(
            kind=kind,
            owner_model=Campaign,
            owners=campaigns_read_by,
            build=_of_campaign(build),
            issuer=lambda campaign: campaign.body,
            title=lambda campaign, kind=kind: f"{kind.label} năm {campaign.review_year}",
            mend=_to_board,
        )
        for kind, build in (
            (PaperKind.INDIVIDUAL_SHEET, individual_sheet),
            (PaperKind.COLLECTIVE_SHEET, collective_sheet),
        )
    ),
    PaperSource(
        kind=PaperKind.RESULT_REPORT,
        owner_model=Campaign,
        owners=campaigns_read_by,
        build=lambda campaign: result_report(campaign, clock.today()),
        issuer=lambda campaign: campaign.body,
        title=lambda campaign: f"Báo cáo kết quả xếp loại chất lượng năm {campaign.review_year}",
        mend=_to_texts(PaperKind.RESULT_REPORT),
        unready=undecided_reason,
    ),
    _about(PaperKind.UNIT_REPORT, _overseen(_reporting), report_of_unit),
    _about(PaperKind.REMEDY_PLAN, _overseen(lambda: COLLECTIVE), remedies_of),
    _about(
        PaperKind.LEADER_SUMMARY,
        _overseen(_summarised),
        lambda subject: summary_of_leader(subject, office_signer(subject.campaign)),
        is_by_unit=False,
    ),
    _about(
        PaperKind.DOSSIER_LIST,
        _overseen(),
        lambda subject: dossier_list_of(subject, office_signer(subject.campaign)),
        is_by_unit=False,
    ),
    _about(PaperKind.PLEDGE, _own_or_overseen, pledge_of, mend=_to_subject),
)
