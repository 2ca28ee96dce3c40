from tusoi.org.models.account import OneTimeLink, User
from tusoi.org.models.assignment import Absence, Assignment, Discipline
from tusoi.org.models.collective import Collective, CollectiveMember
from tusoi.org.models.person import PartyCell, Person
from tusoi.org.models.role import Delegation, RoleGrant
from tusoi.org.models.unit import Post, SimilarPostGroup, Unit

__all__ = [
    "Absence",
    "Assignment",
    "Collective",
    "CollectiveMember",
    "Delegation",
    "Discipline",
    "OneTimeLink",
    "PartyCell",
    "Person",
    "Post",
    "RoleGrant",
    "SimilarPostGroup",
    "Unit",
    "User",
]
