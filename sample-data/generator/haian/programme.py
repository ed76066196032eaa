"""The whole invented training, made once, from which both nights are exported.

The papers come last: cities file and recommend with the results before them, so these are worked out here first.
"""

from dataclasses import dataclass

from oracle.haian.metrics import by_unit_and_project, own_by_cohort
from oracle.haian.pool import pool
from oracle.haian.scores import results

from . import offices, papers, survey
from .calendar import NIGHTS
from .learners import enrol
from .world import World


@dataclass
class Staff:
    administrators: list
    tutors: list
    moderators: list


class Programme:
    """Units, learners, staff, survey and papers of the summer."""

    def __init__(self):
        self.world = World()
        self.learners = enrol(self.world)
        self.staff = Staff(offices.administrators(self.world), offices.tutors(self.world),
                           offices.moderators(self.world))
        self.responsible = offices.responsible(self.world)
        self.reports = offices.reports(self.world)
        self.responses = survey.responses(self.learners)
        self.briefs = offices.briefs(self.world)
        self.seats = offices.seats(self.world, self.learners)
        self.sessions = offices.sessions(self.world)
        found = results(self.learners, NIGHTS[-1])
        self.published = offices.published(self.world, own_by_cohort(found))
        self.applications = papers.apply(self.world, self.staff.administrators, by_unit_and_project(found))
        inside, below = pool(found)
        self.recommendations = papers.recommend(self.world, [result.learner for result in inside],
                                                [result.learner for result in below])
