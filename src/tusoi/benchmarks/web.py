"""Đo các trang danh sách: a real server over invented people, alone and with twenty clients at once."""

from __future__ import annotations

import os
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPConnection
from statistics import quantiles

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from rich.console import Console
from rich.table import Table

from tusoi.benchmarks.crowd import NOW, fill
from tusoi.org.models import User
from tusoi.org.selectors.actors import capacities_of
from tusoi.rehearsal.scratch import scratch_database
from tusoi.rehearsal.serving import served
from tusoi.rulebook.facts import Role
from tusoi.web.shared.acting import SESSION_KEY as CAPACITY

GOAL_P95_MS, GOAL_RATE, GOAL_QUERIES = 150.0, 30.0, 20
CLIENTS, ALONE, WARM_UP, WORKERS = 20, 30, 6, 2
TOGETHER_SECONDS = 4.0
TIMEOUT = 30


@dataclass(frozen=True, slots=True)
class Target:
    """Trang được đo: its name, address and whose session opens it."""

    label: str
    url_name: str
    role: Role
    query: str = ""

    @property
    def path(self) -> str:
        return reverse(self.url_name) + self.query


TARGETS = (
    Target("Con người", "hr:people", Role.COORDINATOR),
    Target("Con người, tìm “nguyen”", "hr:people", Role.COORDINATOR, "?q=nguyen"),
    Target("Đơn vị", "hr:units", Role.COORDINATOR),
    Target("Đối tượng đánh giá", "hr:subjects", Role.COORDINATOR),
    Target("Tiến độ", "hr:progress", Role.COORDINATOR),
    Target("Lấy ý kiến", "hr:opinions", Role.COORDINATOR),
    Target("Thẩm định", "hr:appraisals", Role.COORDINATOR),
    Target("Bàn xếp loại", "panel:board", Role.DEPARTMENT_HEAD),
    Target("Hội nghị", "panel:meetings", Role.COORDINATOR),
    Target("Đơn vị của tôi", "unit:home", Role.UNIT_HEAD),
    Target("Kết quả", "oversight:results", Role.SUPERVISOR),
    Target("Nhật ký", "oversight:history", Role.SUPERVISOR),
    Target("Tài khoản", "oversight:accounts", Role.TECHNICAL_ADMIN),
    Target("Việc của tôi", "me:tasks", Role.COORDINATOR),
)


@dataclass(frozen=True, slots=True)
class Measure:
    """Kết quả đo một trang; times in milliseconds."""

    queries: int
    status: int
    alone: tuple[float, float]
    together: tuple[float, float]
    rate: float


def run(people: int = 10_000) -> None:
    """Fill a scratch database, serve it, measure every page, print the table."""
    console = Console()
    with scratch_database(f"tusoi_do_{os.getpid()}"):
        started = time.perf_counter()
        crowd = fill(people)
        console.print(f"Đã tạo {people} người trong {time.perf_counter() - started:.0f} giây.")
        cookies = {role: _session(user, role) for role, user in crowd.users.items()}
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        connection.close()
        with served({"TUSOI_TODAY": NOW.isoformat()}, workers=WORKERS) as url:
            measures = {target: _measure(target, cookies, url) for target in TARGETS}
    console.print(_table(measures, people))
    console.print(
        f"Mục tiêu: p95 một mình không quá {GOAL_P95_MS:.0f} ms, ít nhất {GOAL_RATE:.0f} yêu cầu mỗi giây với "
        f"{CLIENTS} người, không quá {GOAL_QUERIES} truy vấn; máy chủ {WORKERS} tiến trình, phần tạo tải cùng máy."
    )


def _session(user: User, role: Role) -> str:
    """The cookie of somebody signed in and acting in the role."""
    capacity = next(c for c in capacities_of(user, NOW.date()) if c.actor.role == role)
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session[CAPACITY] = capacity.key
    session.create()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}"


def _channel(url: str) -> HTTPConnection:
    return HTTPConnection(url.removeprefix("http://"), timeout=TIMEOUT)


def _get(channel: HTTPConnection, path: str, cookie: str) -> tuple[int, float]:
    """Status and milliseconds of one request on a kept connection."""
    started = time.perf_counter()
    channel.request("GET", path, headers={"Cookie": cookie})
    answer = channel.getresponse()
    answer.read()
    return answer.status, (time.perf_counter() - started) * 1000


def _measure(target: Target, cookies: dict[Role, str], url: str) -> Measure:
    cookie = cookies[target.role]
    queries = _queries(target, cookie)
    with closing(_channel(url)) as channel:
        status = [_get(channel, target.path, cookie)[0] for _ in range(WARM_UP)][-1]
        alone = [_get(channel, target.path, cookie)[1] for _ in range(ALONE)]
    started = time.perf_counter()
    with ThreadPoolExecutor(CLIENTS) as pool:
        until = started + TOGETHER_SECONDS
        runs = [pool.submit(_keep_asking, url, target.path, cookie, until) for _ in range(CLIENTS)]
        together = [took for run in runs for took in run.result()]
    rate = len(together) / (time.perf_counter() - started)
    return Measure(queries, status, _spread(alone), _spread(together), rate)


def _keep_asking(url: str, path: str, cookie: str, until: float) -> list[float]:
    times = []
    with closing(_channel(url)) as channel:
        while time.perf_counter() < until:
            times.append(_get(channel, path, cookie)[1])
    return times


def _queries(target: Target, cookie: str) -> int:
    """How many statements one request sends, counted in this process."""
    client = Client(raise_request_exception=False, headers={"host": "localhost"})
    name, _, value = cookie.partition("=")
    client.cookies[name] = value
    with CaptureQueriesContext(connection) as captured:
        client.get(target.path)
    connection.close()
    return len(captured)


def _spread(times: list[float]) -> tuple[float, float]:
    """Median and 95th percentile."""
    cuts = quantiles(times, n=20, method="inclusive")
    return cuts[9], cuts[18]


def _table(measures: dict[Target, Measure], people: int) -> Table:
    table = Table(title=f"Trang danh sách, {people} người", title_justify="left")
    table.add_column("Trang")
    alone, together = "Một mình, p50/p95 ms", f"{CLIENTS} người, p50/p95 ms"
    shares = (f"so với {GOAL_P95_MS:.0f} ms", f"so với {GOAL_RATE:.0f}/giây")
    for heading in ("Truy vấn", alone, shares[0], together, "Yêu cầu/giây", shares[1]):
        table.add_column(heading, justify="right")
    for target, row in measures.items():
        fault = "" if row.status == HTTPStatus.OK else f" (mã {row.status})"
        table.add_row(
            f"{target.label}{fault}",
            str(row.queries),
            f"{row.alone[0]:.0f} / {row.alone[1]:.0f}",
            f"{row.alone[1] / GOAL_P95_MS:.0%}",
            f"{row.together[0]:.0f} / {row.together[1]:.0f}",
            f"{row.rate:.1f}",
            f"{row.rate / GOAL_RATE:.0%}",
        )
    return table
