"""Every candidate of every award of the summer, in the words of the program's own views."""

from dataclasses import dataclass
from fractions import Fraction

from generator.haian.calendar import NIGHTS
from generator.haian.papers import AWARDS
from oracle.haian.metrics import Counts, counts_of
from oracle.haian.pool import order, places
from oracle.haian.units import published_indicators
from oracle.ranking import composite, printed_rate
from oracle.scores import half_up


@dataclass
class Decision:
    """One candidate: how it ended and how far it came; rank is empty for whoever does not compete."""

    award: str
    candidate: str
    project: str = ""
    rank: int = 0
    outcome: str = ""
    stage: str = ""


class Awards:
    """Decides one night; quotas are award, base, percent, rounding, places."""

    def __init__(self, programme, found, night):
        self.programme, self.found = programme, found
        final = night == NIGHTS[-1]
        self.applications = programme.applications if final else []
        self.recommendations = programme.recommendations if final else []
        self.briefs = {}
        for brief in programme.briefs:
            if NIGHTS[-1] == night or brief.day <= 17:
                self.briefs[brief.unit.code] = self.briefs.get(brief.unit.code, 0) + 1
        self.published = published_indicators(programme) if final else {}
        self.quotas, self.decisions = [], []

    def decide(self):
        self._learners()
        self._administrators("excellent_city_administrator", "市", 10)
        self._administrators("excellent_county_administrator", "县", 4)
        self._administrators("excellent_school_administrator", "校", None)
        self._chief_tutors()
        self._moderators()
        self._county_office()
        return self

    def _quota(self, award, base, percent, rounding):
        exact = Fraction(base * percent, 100)
        number = {"floor": exact.numerator // exact.denominator, "half_up": half_up(exact)}[rounding]
        self.quotas.append((award, base, percent, exact, rounding, number))
        return number

    def _learners(self):
        award = "excellent_learner"
        number = self._quota(award, len(self.found), 4, "floor")
        assert number == places(self.found)
        ranks = _ranks([order(result) for result in self.found])
        named = {(paper.code, paper.name) for paper in self.recommendations if paper.city is self.programme.world.city}
        for result, rank in zip(self.found, ranks):
            person = result.learner.person
            decision = Decision(award, person.code, result.learner.project.code, rank)
            if rank > number:
                decision.outcome, decision.stage = "below", "ranked"
            elif not self.recommendations:
                decision.outcome, decision.stage = "in", "candidate"
            elif (person.code, person.name) in named:
                decision.outcome, decision.stage = "in", "recommended"
            else:
                decision.outcome, decision.stage = "not_recommended", "candidate"
            self.decisions.append(decision)

    def _administrators(self, award, sign, percent):
        pool = [person for person in self.programme.staff.administrators if person.unit.level == sign]
        number = self._quota(award, len(pool), percent, "half_up") if percent else None
        filed = {paper.code: paper.city for paper in self.applications if paper.award == AWARDS[award]}
        eligible, rows = [], []
        for person in pool:
            decision = Decision(award, person.code, outcome="not_filed", stage="eligible")
            self.decisions.append(decision)
            if filed.get(person.code) is person.unit.above("市"):
                eligible.append(decision)
                rows.append(self._indicators(person.unit) + [self.briefs.get(person.unit.code, 0)])
        self._place_by_composite(eligible, rows, number)

    def _indicators(self, unit):
        """Of a school what its learners show; of cities and counties what the province publishes."""
        if unit.level != "校":
            return self.published[unit.code]
        counts = self._counts(lambda result: result.school is unit)
        return [printed_rate(Fraction(value, scale * counts.enrolled)) for value, scale in
                ((counts.study + counts.interaction, 6800), (counts.took_part, 1), (counts.passed, 1))]

    def _counts(self, holds):
        counts = Counts()
        for result in self.found:
            if holds(result):
                counts.add(counts_of(result))
        return counts

    def _place_by_composite(self, eligible, rows, number):
        values = [half_up(value, 10000) for value in composite(rows)]
        for decision, rank in zip(eligible, _ranks([-value for value in values])):
            decision.rank = rank
        _fill(eligible, number)

    def _chief_tutors(self):
        award = "excellent_chief_tutor"
        tutors = self.programme.staff.tutors
        number = self._quota(award, len(tutors), 10, "half_up")
        chiefs = [tutor for tutor in tutors if tutor.chief]
        decisions = [Decision(award, tutor.code, tutor.project.code, rank)
                     for tutor, rank in zip(chiefs, _ranks([-tutor.tenths for tutor in chiefs]))]
        _fill(decisions, number)
        self.decisions += decisions

    def _moderators(self):
        award = "excellent_moderator"
        people = self.programme.staff.moderators
        number = self._quota(award, len(self.programme.world.projects), 10, "half_up")
        line = sorted((person.seconds for person in people), reverse=True)[-(-len(people) // 2) - 1]
        inside = [person for person in people if person.seconds >= line]
        ranks = dict(zip((person.code for person in inside), _ranks([-person.seconds for person in inside])))
        for person in people:
            decision = Decision(award, person.code, person.project.code, ranks.get(person.code, 0), "below_entry",
                                "eligible")
            self.decisions.append(decision)
        _fill([decision for decision in self.decisions if decision.award == award and decision.rank], number)

    def _county_office(self):
        """The county has filed several projects and competes with the best of them."""
        award = "excellent_county_office"
        filed = [paper for paper in self.applications if paper.award == AWARDS[award]]
        rows = []
        for paper in filed:
            counts = self._counts(lambda result, project=paper.project: result.learner.project is project)
            rows.append([printed_rate(Fraction(value, scale * counts.enrolled)) for value, scale in
                         ((counts.study + counts.interaction, 6800), (counts.took_part, 1), (counts.passed, 1))])
        values = [half_up(value, 10000) for value in composite(rows)]
        best = max(values, default=0)
        assert values.count(best) <= 1
        for paper, value in zip(filed, values):
            wins = value == best
            self.decisions.append(Decision(award, paper.code, paper.project.code, 1 if wins else 0,
                                           "in" if wins else "excluded", "candidate" if wins else "eligible"))


def _ranks(keys):
    """Competition ranks, the least key first: 1, 2, 2, 4."""
    first = {}
    for place, key in enumerate(sorted(keys), 1):
        first.setdefault(key, place)
    return [first[key] for key in keys]


def _fill(decisions, number):
    """Places in rank order; equals across the line are no winners. Without a number everybody ranked is a candidate."""
    for decision in decisions:
        equals = sum(other.rank == decision.rank for other in decisions)
        inside = number is None or decision.rank + equals - 1 <= number
        decision.outcome, decision.stage = ("in", "candidate") if inside else ("below", "ranked")
