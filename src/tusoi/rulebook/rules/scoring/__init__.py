"""Chấm điểm theo kỳ và theo năm: exact scores of civil servants with every intermediate, and what is wrong with the facts."""

from tusoi.rulebook.rules.scoring.account import ScoreLine, account
from tusoi.rulebook.rules.scoring.period import PeriodScore, score_period
from tusoi.rulebook.rules.scoring.year import YearScore, score_year

__all__ = ["PeriodScore", "ScoreLine", "YearScore", "account", "score_period", "score_year"]
