"""The two terms, made once; recommendations and results come last, since people decide with the points before them."""

from oracle.lanxi.awards import contest, drawn
from oracle.lanxi.lots import five_percent
from oracle.lanxi.scores import results

from . import offices, papers
from .teachers import employ
from .terms import TERMS
from .world import World


class Programme:
    """Units, teachers, what schools handed in, and papers; lists hold one entry a term."""

    def __init__(self):
        self.world = World()
        self.teachers = employ(self.world)
        self.submissions = offices.submissions(self.world, TERMS)
        self.earlier = offices.earlier_hours(self.teachers)
        self.recommendations, self.approvals = [], []
        for index, term in enumerate(TERMS):
            found = results(self.teachers, index)
            chance = papers.papers_chance(term)
            self.recommendations.append(papers.recommend(self.world, found, five_percent(found), chance))
            inside, outside = drawn(found)
            chosen, _ = contest(found, self.recommendations[-1])
            self.approvals.append(papers.approve(inside, outside[0], chosen, chance))
