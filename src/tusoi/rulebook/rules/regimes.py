"""Chọn chế độ: which regime governs a kind of subject for a review period, and what people must know of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import permutations
from typing import TYPE_CHECKING, Any, NamedTuple

from tusoi.rulebook import wording
from tusoi.rulebook.regimes import Regime, Reign, regimes
from tusoi.rulebook.registry import blocks, judge, notes, rule, warns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tusoi.rulebook.facts import RatedAs
    from tusoi.rulebook.findings import Finding
    from tusoi.rulebook.parameters import LawAt

CATALOGUE_STARTS = date(2018, 1, 1)
ONE_DAY = timedelta(days=1)


class Claim(NamedTuple):
    """Chế độ có liên quan: a regime with its days for the kind of subject asked about."""

    regime: Regime
    reign: Reign

    @property
    def days(self) -> str:
        """“từ ngày 30/8/2025”, with the last day where it has ended."""
        started = f"từ ngày {wording.day(self.reign.since)}"
        if self.reign.until is None:
            return started
        return f"{started} đến hết ngày {wording.day(self.reign.until)}"

    def as_dict(self) -> dict[str, Any]:
        """JSON-ready form of the data of a finding."""
        until = self.reign.until
        return {
            "regime": self.regime.id,
            "since": self.reign.since.isoformat(),
            "until": until.isoformat() if until else None,
        }


@dataclass(frozen=True, slots=True)
class Question:
    """Kỳ đánh giá cần chọn chế độ: as what, from which day to which, rated on which day."""

    rated_as: RatedAs
    first: date
    last: date
    day: date

    @property
    def every_claim(self) -> tuple[Claim, ...]:
        """All regimes that ever govern that kind of subject, oldest first."""
        found = [
            Claim(each, each.reigns[self.rated_as])
            for each in regimes().values()
            if self.rated_as in each.reigns
        ]
        return tuple(sorted(found, key=lambda claim: claim.reign.since))

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The regimes that touch the period or the day of rating, in use or not."""
        return tuple(
            claim
            for claim in self.every_claim
            if claim.reign.overlaps(self.first, self.last) or claim.reign.covers(self.day)
        )

    @property
    def applied(self) -> Claim | None:
        """The regime in use on the day of rating."""
        return next(
            (
                claim
                for claim in self.claims
                if claim.reign.covers(self.day) and claim.regime.is_in_use
            ),
            None,
        )

    @property
    def described(self) -> str:
        return f"Kỳ đánh giá từ ngày {wording.day(self.first)} đến ngày {wording.day(self.last)}"


@dataclass(frozen=True, slots=True)
class RegimeChoice:
    """Chế độ được chọn: `regime` is the one in use on the day of rating, None where there is none."""

    regime: Regime | None
    findings: tuple[Finding, ...]


@rule("regime.period", since=CATALOGUE_STARTS, cites=("quy-uoc/ky-danh-gia",))
def _period_is_in_order(asked: Question, law: LawAt) -> Iterator[Finding]:
    if asked.last < asked.first:
        yield blocks(
            f"Ngày cuối kỳ đánh giá ({wording.day(asked.last)}) đứng trước ngày đầu kỳ ({wording.day(asked.first)}).",
            remedy="Sửa ngày đầu hoặc ngày cuối của kỳ đánh giá.",
        )


@rule("regime.none", since=CATALOGUE_STARTS, cites=("quy-uoc/ky-danh-gia",))
def _some_regime_is_known(asked: Question, law: LawAt) -> Iterator[Finding]:
    if any(claim.reign.covers(asked.day) for claim in asked.claims):
        return
    nearest = min(asked.every_claim, key=lambda claim: abs(claim.reign.since - asked.day))
    yield warns(
        f"Ngày {wording.day(asked.day)} chưa có chế độ đánh giá, xếp loại nào trong kho văn bản đối với "
        f"{asked.rated_as.label.lower()}; gần nhất là {nearest.regime.label} ({nearest.days}).",
        cites=(nearest.reign.cite,),
        remedy="Cấp có thẩm quyền xác định văn bản áp dụng, quyết định và nêu rõ căn cứ.",
        **nearest.as_dict(),
    )


@rule("regime.gap", since=CATALOGUE_STARTS, cites=("quy-uoc/ky-danh-gia",))
def _period_is_covered(asked: Question, law: LawAt) -> Iterator[Finding]:
    covered_to = asked.first - ONE_DAY
    for claim in asked.claims:
        until_day_before = min(claim.reign.since - ONE_DAY, asked.last)
        if until_day_before > covered_to:
            yield warns(
                f"Từ ngày {wording.day(covered_to + ONE_DAY)} đến hết ngày {wording.day(until_day_before)} của kỳ đánh giá "
                f"chưa có chế độ nào trong kho văn bản đối với {asked.rated_as.label.lower()}.",
                cites=(claim.reign.cite,),
                remedy="Cấp có thẩm quyền xác định cách đánh giá phần thời gian này và nêu rõ căn cứ.",
                since=(covered_to + ONE_DAY).isoformat(),
                until=until_day_before.isoformat(),
            )
        covered_to = max(covered_to, claim.reign.until or asked.last)


@rule("regime.second-hand", since=CATALOGUE_STARTS, cites=("quy-uoc/ky-danh-gia",))
def _second_hand_texts_are_shown(asked: Question, law: LawAt) -> Iterator[Finding]:
    for claim in asked.claims:
        if not claim.regime.is_in_use:
            yield warns(
                f"{claim.regime.label} ({claim.days}) chỉ biết qua văn bản khác viện dẫn: được hiển thị, không được áp dụng.",
                cites=(claim.reign.cite,),
                remedy="Đối chiếu bản gốc; đến khi đó cấp có thẩm quyền quyết định cách đánh giá, xếp loại và nêu rõ căn cứ.",
                **claim.as_dict(),
            )


@rule("regime.split", since=CATALOGUE_STARTS, cites=("quy-uoc/ky-danh-gia",))
def _period_lies_under_one_regime(asked: Question, law: LawAt) -> Iterator[Finding]:
    changes = [
        (old, new)
        for old, new in permutations(asked.claims, 2)
        if old.reign.until and new.reign.since == old.reign.until + ONE_DAY
    ]
    for old, new in changes:
        yield warns(
            f"{asked.described}, xếp loại ngày {wording.day(asked.day)}, liên quan hai chế độ: "
            f"{old.regime.label} ({old.days}) và {new.regime.label} ({new.days}).",
            cites=(old.reign.cite, new.reign.cite, old.reign.ended_by),
            remedy="Cấp có thẩm quyền quyết định chế độ áp dụng cho cả kỳ theo quy định chuyển tiếp và nêu rõ căn cứ.",
            old=old.as_dict(),
            new=new.as_dict(),
        )


@rule("regime.applied", since=CATALOGUE_STARTS, cites=("quy-uoc/ky-danh-gia",))
def _regime_is_named(asked: Question, law: LawAt) -> Iterator[Finding]:
    claim = asked.applied
    if claim is None:
        return
    guidance = [source.short for source in claim.regime.guidance_on(asked.day)]
    forms = [form.code for form in claim.regime.forms_for(asked.rated_as)]
    said = (
        f"Áp dụng {claim.regime.label} đối với {asked.rated_as.label.lower()} ({claim.days}).",
        f"Văn bản hướng dẫn, sửa đổi đang có hiệu lực: {', '.join(guidance)}." if guidance else "",
        f"Biểu mẫu: {', '.join(forms)}." if forms else "",
        claim.reign.note,
        claim.regime.note,
    )
    yield notes(
        " ".join(filter(None, said)),
        cites=(claim.reign.cite,),
        guidance=guidance,
        forms=forms,
        **claim.as_dict(),
    )


RULES = (
    _some_regime_is_known,
    _period_is_covered,
    _second_hand_texts_are_shown,
    _period_lies_under_one_regime,
    _regime_is_named,
)


def choose(rated_as: RatedAs, law: LawAt, period: tuple[date, date]) -> RegimeChoice:
    """The regime for that kind of subject and period, as of the day of `law`, which is the day of rating."""
    asked = Question(rated_as, *period, law.day)
    faults = judge((_period_is_in_order,), asked, law)
    if faults:
        return RegimeChoice(None, tuple(faults))
    applied = asked.applied
    return RegimeChoice(applied.regime if applied else None, tuple(judge(RULES, asked, law)))
