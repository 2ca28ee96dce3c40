"""Việc của tôi: everything that waits for this person in this role, in the order of deadlines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from tusoi.awards.selectors import tasks as award_tasks
from tusoi.campaigns.selectors import tasks as campaign_tasks
from tusoi.core import clock
from tusoi.core.actor import Actor
from tusoi.core.tasks import Task
from tusoi.decisions.selectors import tasks as decision_tasks
from tusoi.meetings.selectors import tasks as meeting_tasks
from tusoi.web.shared.acting import ActorRequest, page

SOURCES = (
    campaign_tasks.tasks_of,
    meeting_tasks.tasks_of,
    decision_tasks.tasks_of,
    award_tasks.tasks_of,
)
_SOON = 3


@dataclass(frozen=True, slots=True)
class TaskLine:
    """Một dòng việc: what, where, until when, and how urgent in words."""

    label: str
    url: str
    due: date | None
    note: str
    state_label: str
    tone: str


def _urgency(task: Task, day: date) -> tuple[str, str]:
    if task.is_waiting:
        return "Chờ người khác", "neutral"
    if task.due_on is None:
        return "Cần làm", "info"
    left = (task.due_on - day).days
    if left < 0:
        return f"Quá hạn {-left} ngày", "bad"
    if left <= _SOON:
        return f"Còn {left} ngày" if left else "Hạn hôm nay", "warning"
    return f"Còn {left} ngày", "info"


def _line(task: Task, day: date) -> TaskLine:
    words, tone = _urgency(task, day)
    return TaskLine(
        task.label, reverse(task.url_name, args=task.url_args), task.due_on, task.note, words, tone
    )


def task_lines(actor: Actor, day: date) -> list[TaskLine]:
    """The tasks of all parts of the product; what waits for others comes last."""
    tasks = [task for source in SOURCES for task in source(actor, day)]
    tasks.sort(key=lambda task: (task.is_waiting, task.due_on or date.max))
    return [_line(task, day) for task in tasks]


@require_GET
@page()
def tasks(request: ActorRequest) -> HttpResponse:
    lines = task_lines(request.actor, clock.today())
    context = {"page_title": "Việc của tôi", "tasks": lines, "day": clock.today()}
    return render(request, "me/tasks.html", context)
