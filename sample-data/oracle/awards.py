"""Every candidate of every award, decided by the rules of the provincial guide."""

from fractions import Fraction

from generator.filings import AWARDS
from oracle.metrics import by_unit_and_project
from oracle.night import counted
from oracle.ranking import composite, Decision, fill, printed_rate, Quota, rank

EXCELLENT_HUNDREDTHS = 9000


class Awards:
    """Decides one night; quotas and decisions are lists in the order of the awards."""

    def __init__(self, world, staff, papers, found):
        self.world, self.staff, self.papers = world, staff, papers
        self.found = found
        self.counts = by_unit_and_project(counted(found))
        self.quotas, self.decisions = [], []

    def decide(self):
        self._learners()
        for level, percent in (("市", 10), ("县", 4), ("校", 1)):
            self._administrators(level, percent)
        self._chief_tutors()
        self._moderators()
        for level in ("市", "县"):
            self._organisations(level)
        self._apply_approvals()
        return self

    def _learners(self):
        award = "excellent_learner"
        cities = {}
        for paper in self.papers.recommendations:
            if paper.award == AWARDS[award]:
                cities.setdefault(paper.code, set()).add(paper.unit.code)
        heard = set().union(*cities.values())
        eligible, waiting = [], []
        for result in self.found:
            enrolment = result.enrolment
            decision = Decision(award, enrolment.person.code, enrolment.project.code, enrolment.cohort)
            decision.value = Fraction(result.score.total, 100)
            recommended_by = cities.get(enrolment.person.code, set())
            if result.status == "withdrawn":
                decision.outcome, decision.reason = "withdrawn", "withdrawn"
            elif result.score.total < EXCELLENT_HUNDREDTHS:
                decision.outcome, decision.reason = "ineligible", "total_below_90"
            elif result.school.above("市").code not in heard:
                # A city of which no list has come has not chosen yet.
                waiting.append(decision)
            elif result.school.above("市").code not in recommended_by:
                decision.outcome = "not_recommended"
                decision.reason = "recommended_by_wrong_city" if recommended_by else "no_recommendation"
            else:
                eligible.append(decision)
            self.decisions.append(decision)
        rank(eligible)
        for decision in eligible:
            decision.outcome, decision.stage = "in", "recommended"
        for decision in waiting:
            decision.outcome, decision.stage = "in", "candidate"

    def _administrators(self, level, percent):
        award = {"市": "excellent_city_administrator", "县": "excellent_county_administrator",
                 "校": "excellent_school_administrator"}[level]
        pool = [person for person in self.staff.administrators if person.unit.level == level]
        quota = self._quota(award, len(pool), percent)
        filed = self._filed(award)
        eligible, rows = [], []
        for person in pool:
            decision = Decision(award, person.code)
            cities = {city.code for city, _ in filed.get(person.code, [])}
            if person.unit.above("市").code in cities:
                eligible.append(decision)
                rows.append(self._indicators(person.unit.code) + [self.papers.brief_count(person.unit)])
            else:
                decision.outcome = "ineligible"
                decision.reason = "filed_by_wrong_city" if cities else "not_filed"
            self.decisions.append(decision)
        self._rank_by_composite(eligible, rows)
        fill(eligible, quota.places)

    def _organisations(self, level):
        award = {"市": "excellent_city_office", "县": "excellent_county_office"}[level]
        taking_part = [unit for unit in self.world.level(level) if unit.code in self.counts]
        quota = self._quota(award, len(taking_part), 10)
        units = {unit.code: unit for unit in self.world.level(level)}
        eligible, rows = [], []
        for code, entries in sorted(self._filed(award).items()):
            for city, project in entries:
                decision = Decision(award, code, project.code)
                if units[code].above("市") is city:
                    eligible.append(decision)
                    rows.append(self._indicators((code, project.code)))
                else:
                    decision.outcome, decision.reason = "ineligible", "filed_by_wrong_city"
                self.decisions.append(decision)
        self._rank_by_composite(eligible, rows)
        fill(eligible, quota.places, once_per_candidate=True)

    def _chief_tutors(self):
        award = "excellent_chief_tutor"
        quota = self._quota(award, len(self.staff.tutors), 10)
        decisions = [Decision(award, tutor.code, tutor.project.code, value=Fraction(tutor.tenths, 10))
                     for tutor in self.staff.tutors if tutor.chief]
        rank(decisions)
        fill(decisions, quota.places)
        self._raise_recommended(award, decisions)
        self.decisions += decisions

    def _moderators(self):
        award = "excellent_moderator"
        quota = self._quota(award, len(self.world.projects), 10)
        decisions = [Decision(award, person.code, person.project.code, value=Fraction(person.seconds))
                     for person in self.staff.moderators]
        entry = -(-len(decisions) // 2)
        limit = sorted((decision.value for decision in decisions), reverse=True)[entry - 1]
        eligible = [decision for decision in decisions if decision.value >= limit]
        for decision in decisions:
            if decision.value < limit:
                decision.outcome, decision.reason = "ineligible", "online_time_not_in_top_half"
        rank(eligible)
        fill(eligible, quota.places)
        self._raise_recommended(award, eligible)
        self.decisions += decisions

    def _quota(self, award, base, percent):
        self.quotas.append(Quota(award, base, percent))
        return self.quotas[-1]

    def _filed(self, award):
        """The filing city and the project of every application, by the code of what is filed."""
        filed = {}
        for paper in self.papers.applications:
            if paper.award == AWARDS[award]:
                filed.setdefault(paper.code, []).append((paper.city, paper.project))
        return filed

    def _indicators(self, key):
        counts = self.counts[key]
        return [printed_rate(value)
                for value in (counts.process_evaluation(), counts.participation(), counts.pass_rate())]

    @staticmethod
    def _rank_by_composite(decisions, rows):
        for decision, value in zip(decisions, composite(rows)):
            decision.value = value
        rank(decisions)

    def _raise_recommended(self, award, decisions):
        named = {paper.code for paper in self.papers.recommendations if paper.award == AWARDS[award]}
        for decision in decisions:
            if decision.outcome == "in" and decision.candidate in named:
                decision.stage = "recommended"

    def _apply_approvals(self):
        """The provincial office's word: a place is approved, or it is refused and stays empty."""
        verdicts = {(paper.award, paper.code): paper.verdict for paper in self.papers.approvals}
        for decision in self.decisions:
            verdict = verdicts.get((AWARDS[decision.award], decision.candidate))
            if decision.outcome == "in" and verdict == "通过":
                decision.stage = "approved"
            elif decision.outcome == "in" and verdict == "不通过":
                decision.outcome, decision.reason = "not_approved", "refused_by_province"
