"""Hồ sơ khen thưởng: the papers of the plan's list, there as soon as the discussion yields them."""

from tusoi.awards.models import AwardDiscussion, AwardNomination
from tusoi.awards.selectors.dossier import award_dossiers
from tusoi.campaigns.models import Campaign


def dossier():
    campaign = Campaign.objects.get()
    return award_dossiers(campaign, AwardDiscussion.objects.all())[0]


def test_three_papers_are_there_once_somebody_is_put_forward(nominated):
    found = dossier()
    assert len(found.parts) == found.present == 3


def test_without_a_nomination_only_the_minutes_are_there(nominated):
    AwardNomination.objects.update(state="withdrawn")
    found = dossier()
    assert [part.title for part in found.parts if not part.missing] == ["Biên bản bình xét thi đua"]
    assert found.present == 1


def test_the_number_of_queries_does_not_grow(nominated, django_assert_num_queries):
    campaign, held = Campaign.objects.get(), list(AwardDiscussion.objects.all())
    award_dossiers(campaign, held)
    with django_assert_num_queries(1):
        award_dossiers(campaign, held)
