"""The whole invented programme, made once, from which both nights are exported.

The papers come last: cities file and recommend with the results before them, so these are worked out here first.
"""

from dataclasses import dataclass

from oracle.awards import Awards
from oracle.metrics import by_unit_and_project
from oracle.night import counted, results

from . import filings, staff
from .clock import cut_off, NIGHTS
from .learners import enrol
from .seats import allot
from .survey import responses
from .training import sessions
from .world import World


@dataclass
class Staff:
    administrators: list
    tutors: list
    moderators: list
    experts: list


class Programme:
    """Units, learners, staff, survey and papers of the year."""

    def __init__(self):
        self.world = World()
        self.enrolments = enrol(self.world)
        self.staff = Staff(staff.administrators(self.world), staff.tutors(self.world), staff.moderators(self.world),
                           staff.experts(self.world))
        self.responses = responses(self.enrolments)
        self.sessions = sessions(self.world, self.enrolments)
        self.seats = allot(self.world, self.enrolments)
        self._name_a_school_anew()
        self.papers = self._papers()

    def posts(self):
        found = [post for enrolment in self.enrolments for post in enrolment.activity.posts]
        return sorted(found, key=lambda post: post.code)

    def responses_by(self, night):
        return [response for response in self.responses if response.time <= cut_off(night)]

    def awards(self, night):
        return Awards(self.world, self.staff, self.papers.by(night), results(self.enrolments, night)).decide()

    def _name_a_school_anew(self):
        """On the second night one school goes by a new name, which its unit row lists as an alias."""
        self.renamed_school = self.world.level("校")[40]
        self.new_alias = self.renamed_school.name.replace("小学", "学校小学部").replace("中学", "中学校")

    def _papers(self):
        last = NIGHTS[-1]
        found = results(self.enrolments, last)
        counts = by_unit_and_project(counted(found))
        papers = filings.Papers(briefs=staff.briefs(self.world))
        papers.applications = filings.apply_administrators(self.world, self.staff, counts)
        papers.applications += filings.apply_organisations(self.world, counts)
        papers.applications.sort(key=lambda paper: (paper.day, paper.city.code))
        papers.recommendations = filings.recommend_staff(self.world, self.staff)
        papers.recommendations += filings.recommend_learners(self.world, found)
        undecided = Awards(self.world, self.staff, papers.by(last), found).decide()
        papers.approvals = filings.approve(undecided.decisions, self._names_by_code())
        return papers

    def _names_by_code(self):
        named = {enrolment.person.code: enrolment.person.name for enrolment in self.enrolments}
        for people in (self.staff.administrators, self.staff.tutors, self.staff.moderators, self.staff.experts):
            named.update((person.code, person.name) for person in people)
        named.update((unit.code, unit.name) for unit in self.world.units)
        return named
