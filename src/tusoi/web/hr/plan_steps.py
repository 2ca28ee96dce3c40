"""Các bước lập kế hoạch: which are done, which is open, where each is worked on."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from tusoi.campaigns.models import Campaign

STEPS = (
    ("plan", "Thông tin kế hoạch"),
    ("bases", "Căn cứ pháp lý"),
    ("milestones", "Mốc thời gian"),
    ("tracks", "Quy trình áp dụng"),
    ("subjects", "Danh sách đối tượng"),
    ("check", "Kiểm tra và mở đợt"),
)


@dataclass(frozen=True, slots=True)
class PlanStep:
    """Một bước."""

    label: str
    state: str
    url: str
    note: str = ""


def plan_steps(campaign: Campaign, current: str = "") -> list[PlanStep]:
    """The steps of a draft with links; afterwards all are done and nothing is linked but reading."""
    done = _done(campaign)
    return [
        PlanStep(
            label,
            "current" if name == current else "done" if done[name] else "todo",
            reverse(f"hr:campaign_{name}", args=[campaign.pk]) if campaign.state == "draft" else "",
        )
        for name, label in STEPS
    ]


def _done(campaign: Campaign) -> dict[str, bool]:
    return {
        "plan": bool(
            campaign.plan_purpose and campaign.plan_contents and campaign.plan_organisation
        ),
        "bases": campaign.legal_bases.exists(),
        "milestones": campaign.milestones.exists(),
        "tracks": campaign.tracks.exists(),
        "subjects": campaign.subjects.exists(),
        "check": campaign.state != "draft",
    }
