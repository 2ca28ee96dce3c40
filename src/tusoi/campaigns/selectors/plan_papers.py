"""Kế hoạch: the plan as an official paper, from the facts of the campaign."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from django.db.models import Count

from tusoi.campaigns.enums import SubjectKind
from tusoi.campaigns.facts import law_of
from tusoi.campaigns.models import Campaign, Track
from tusoi.campaigns.selectors.progress import deadline_words
from tusoi.documents.selectors.bodies import role_name, signer_of
from tusoi.documents.selectors.letterheads import letterhead_of
from tusoi.officialdocs.paper import Paper
from tusoi.officialdocs.papers import plan
from tusoi.officialdocs.papers.office import Distribution
from tusoi.officialdocs.wording import begun, continued
from tusoi.org.enums import Role
from tusoi.rulebook.forms import form

_NUMBERING = re.compile(r"^\d+\.\s*")
_GROUNDS = ("Căn cứ ", "Thực hiện ", "Xét ", "Theo ")
_ORDER = (
    "Kiểm điểm tập thể trước, cá nhân sau; người đứng đầu trước, cấp phó và các thành viên sau; "
    "khi kiểm điểm người đứng đầu thì phân công cấp phó chủ trì"
)


def plan_paper(campaign: Campaign) -> Paper:
    """Kế hoạch; MissingValues names what the campaign does not yet say."""
    body, signer = campaign.body, campaign.signer
    tracks = list(campaign.tracks.filter(is_in_plan=True))
    recipients, archive = _recipients(campaign)
    return plan.plan_paper(
        plan.PlanContext(
            letterhead=letterhead_of(body, campaign.plan_date, number=campaign.plan_number),
            signer=signer_of(body, signer.full_name if signer else "", campaign.signer_title),
            distribution=Distribution(recipients=recipients, archive=archive),
            summary=campaign.title,
            bases=tuple(_ground(basis.text) for basis in campaign.legal_bases.all()),
            opening=f"{body.name} xây dựng Kế hoạch {continued(campaign.title)}, như sau:",
            purposes=_lines(campaign.plan_purpose),
            collectives=tuple(_subjects(campaign, is_collective=True)),
            individuals=tuple(_subjects(campaign, is_collective=False)),
            contents=_lines(campaign.plan_contents),
            procedure=tuple(_procedure(campaign, tracks)),
            classification=tuple(_classification(track, campaign) for track in tracks),
            timetable=tuple(_timetable(campaign)),
            assignments=_lines(campaign.plan_organisation),
        )
    )


def _ground(text: str) -> str:
    """A legal basis with the word that begins it; one read from a plan is the bare document."""
    return text if text.startswith(_GROUNDS) else f"Căn cứ {text}"


def _lines(text: str) -> tuple[str, ...]:
    """The paragraphs of a text without their own numbers: the paper numbers them."""
    return tuple(_NUMBERING.sub("", line.strip()) for line in text.splitlines() if line.strip())


def _recipients(campaign: Campaign) -> tuple[tuple[str, ...], str]:
    """Recipients without dashes; the line “Lưu: …” is the archive's."""
    lines = [line.strip("-; .") for line in _lines(campaign.recipients)]
    kept = [line.removeprefix("Lưu:").strip() for line in lines if line.startswith("Lưu:")]
    body = campaign.body
    usual = f"VP{body.code}" if body.is_party else "VT"
    return tuple(line for line in lines if not line.startswith("Lưu:")), (*kept, usual)[0]


def _subjects(campaign: Campaign, *, is_collective: bool) -> Iterator[str]:
    """Kinds of subjects with how many there are."""
    counts = campaign.subjects.order_by().values_list("track__kind").annotate(number=Count("pk"))
    found = dict(counts)
    for kind in SubjectKind:
        if kind.is_collective == is_collective and found.get(kind):
            noun = "tập thể" if is_collective else "người"
            yield f"{kind.label}: {found[kind]:02d} {noun}"


def _procedure(campaign: Campaign, tracks: list[Track]) -> Iterator[str]:
    days = law_of(campaign).find("circulation.min_working_days")
    if days is not None:
        yield f"Dự thảo báo cáo kiểm điểm gửi các thành viên dự hội nghị trước ít nhất {days.value:02d} ngày làm việc"
    for (form_code, criteria_code, member_code), group in groupby(
        tracks, key=lambda each: (each.form_code, each.criteria_form_code, each.member_form_code)
    ):
        forms = " và ".join(form(code).label for code in (form_code, criteria_code) if code)
        members = f"; đảng viên: “{form(member_code).label}”" if member_code else ""
        kinds = ", ".join(continued(str(track)) for track in group)
        yield f"Biểu mẫu “{forms}”{members}: {kinds}"
    for place in dict.fromkeys(track.review_place for track in tracks):
        kinds = ", ".join(continued(str(track)) for track in tracks if track.review_place == place)
        yield f"Nơi kiểm điểm “{place}”: {kinds}"
    yield _ORDER


def _classification(track: Track, campaign: Campaign) -> str:
    """Whose opinion is heard, who proposes, who decides."""

    def named(code: str) -> str:
        return role_name(Role(code), campaign.body, campaign.plan_date)

    heard = ", ".join(map(named, track.required_opinions))
    steps = [
        f"lấy ý kiến của {heard}" if heard else "",
        f"{named(track.proposer)} đề nghị mức xếp loại" if track.proposer else "",
        f"{named(track.decider)} quyết định"
        if track.decider
        else f"{track.decided_above_by or 'cấp trên'} quyết định",
    ]
    return f"{track}: {'; '.join(step for step in steps if step)}"


def _timetable(campaign: Campaign) -> Iterator[plan.PlanStep]:
    for milestone in campaign.milestones.all():
        words = deadline_words(milestone)
        yield plan.PlanStep(
            task=milestone.label,
            owner=milestone.responsible,
            deadline=begun(words),
        )
