"""Dữ kiện về đối tượng: persons, results, levels, authority."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from tusoi.rulebook.facts.codes import AbsenceKind, Leadership

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from tusoi.rulebook.facts.codes import Category, Degree, RatedAs, RatingLevel, Role, SubjectKind


@dataclass(frozen=True, slots=True, kw_only=True)
class PostFacts:
    """Chức vụ đang giữ: one of the posts a person holds in the year; `rank` 1 is the highest."""

    key: str
    rank: int
    months_in_post: Decimal
    leadership: Leadership = Leadership.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFacts:
    """Cá nhân được đánh giá: what the rules may know of a person's year.

    `months_in_post` counts the months of the year worked in the post; maternity leave is told
    apart by `absence_months`. A discipline counts once: `discipline_already_counted` says that
    the same act was the ground of an earlier year, `discipline_for_earlier_year` that the fault
    lies in an earlier year or at the former unit; `fault_at_former_unit` and `fault_at_both_units`
    say where, if the person has moved. The last block concerns the rating as a Party
    member: `months_since_admission` is None for whoever was admitted long ago, `holds_office` is
    False for members who work outside the political system.
    """

    category: Category
    months_in_post: Decimal
    leadership: Leadership = Leadership.NONE
    absence_months: Mapping[AbsenceKind, Decimal] = field(default_factory=dict)
    disciplined: bool = False
    discipline_already_counted: bool = False
    discipline_for_earlier_year: bool = False
    fault_at_former_unit: bool = False
    fault_at_both_units: bool = False
    is_party_member: bool = False
    is_managed_above: bool = False
    months_at_former_unit: Decimal = Decimal(0)
    has_former_unit_comment: bool = False
    former_unit_exists: bool = True
    discipline_is_unrelated_to_duty: bool = False
    holds_office: bool = True
    months_since_admission: Decimal | None = None
    is_exempt_from_party_work: bool = False
    is_suspended_from_party: bool = False
    is_suspended_from_committee: bool = False
    is_on_temporary_party_activity: bool = False
    has_temporary_cell_comment: bool = False

    @property
    def lawful_absence(self) -> Decimal:
        """Months of lawful absence without maternity leave."""
        counted = (
            months for kind, months in self.absence_months.items() if kind != AbsenceKind.MATERNITY
        )
        return sum(counted, Decimal(0))

    @property
    def is_on_maternity_leave(self) -> bool:
        return self.absence_months.get(AbsenceKind.MATERNITY, Decimal(0)) > 0

    @property
    def is_on_sick_leave(self) -> bool:
        return self.absence_months.get(AbsenceKind.SICK, Decimal(0)) > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultFacts:
    """Kết quả trong năm: degrees per criterion, tasks and targets; None means "not reported".

    `result_criteria` names the criteria on results of tasks; all others are general criteria.
    `score` is the total of the year in points (0…100) where the regime scores. Levels of others
    are counted per level: bodies below (`subordinate_levels`), members of the cell or collective
    (`member_levels`), state and mass bodies at the same level (`peer_levels`). `official_level`
    is the level as cán bộ, công chức, viên chức of a Party member. `violation_self_repaired` says
    that the violation was self-detected, reported, handled and repaired.
    """

    criteria: Mapping[str, Degree] = field(default_factory=dict)
    result_criteria: frozenset[str] = frozenset()
    tasks_total: int | None = None
    tasks_on_time: int | None = None
    tasks_exceeded: int | None = None
    tasks_deficient: int | None = None
    unit_targets_total: int | None = None
    unit_targets_done: int | None = None
    unit_targets_exceeded: int | None = None
    unit_targets_on_time: int | None = None
    subordinate_levels: Mapping[RatingLevel, int] = field(default_factory=dict)
    degradation_concluded: bool = False
    corruption_case: bool = False
    collective_disciplined: bool = False
    member_or_unit_disciplined: bool = False
    discipline_self_detected: bool = False
    subordinate_units_total: int | None = None
    subordinate_units_disciplined: int | None = None
    main_targets_missed: bool = False
    force_majeure: bool = False
    disunity: bool = False
    score: Decimal | Fraction | None = None
    tasks_done: int | None = None
    tasks_late: int | None = None
    shortcomings_total: int | None = None
    shortcomings_fixed: int | None = None
    member_levels: Mapping[RatingLevel, int] = field(default_factory=dict)
    peer_levels: Mapping[RatingLevel, int] = field(default_factory=dict)
    official_level: RatingLevel | None = None
    trust_votes_total: int | None = None
    trust_votes_low: int | None = None
    basic_targets_missed: bool = False
    personnel_wrongdoing: bool = False
    member_warned_or_worse: bool = False
    member_disciplined_for_duty: bool = False
    prohibitions_breached: bool = False
    example_breached: bool = False
    violation_self_repaired: bool = False
    quarter_not_completed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetFacts:
    """Dòng trên bàn xếp loại: one subject with the level proposed or decided for it.

    `group` is the group of similar posts, `unit` the agency or unit (for Party members the base
    organisation) whose cap applies as well, `recogniser` who recognises the level of an agency.
    `rated_as` is None where the kind of subject tells it.
    """

    subject_key: str
    level: RatingLevel | None
    group: str
    unit: str
    kind: SubjectKind
    rated_as: RatedAs | None = None
    recogniser: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RaisedCapFacts:
    """Quyết định nâng tỉ lệ trần: for which group, unit or recogniser, by which document."""

    scope: str
    key: str
    document: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadFacts:
    """Người đứng đầu và tập thể do mình đứng đầu; None where not yet rated."""

    category: Category
    head_level: RatingLevel | None
    collective_level: RatingLevel | None
    arrived_recently: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityFacts:
    """Người thao tác: the role acted in and whether the matter is one's own."""

    command: str
    role: Role
    actor_key: str = ""
    subject_key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionFacts:
    """Ý kiến phải lấy của một đối tượng: which roles gave theirs."""

    kind: SubjectKind
    given_by: frozenset[Role] = frozenset()
