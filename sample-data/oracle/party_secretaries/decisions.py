"""Certificates and excellent cases: every candidate's outcome."""

from generator.party_secretaries import names
from generator.party_secretaries.clock import CALENDAR
from oracle.party_secretaries.rules import results

CERTIFICATE, CASE = "certificate", "excellent_case"
CASE_TITLE = "优秀工作案例"


def recommend(programme, paper, chance):
    """What the cities put forward: their best cases, one of a secretary who has not passed, one of another city's."""
    found = results(programme, CALENDAR.nights[-1])
    papers = []
    for city in programme.world.level("市"):
        cases = [result for result in found if result.facts.cases and result.status == "enrolled"
                 and result.school.above("市") is city]
        passed = sorted((result for result in cases if result.passed),
                        key=lambda result: (-result.essay, result.learner.key()))
        for result in passed[:2]:
            papers.append(_paper(paper, city, result, chance))
    failed = next(result for result in found if result.facts.cases and not result.passed
                  and result.status == "enrolled" and not result.learner.case)
    papers.append(_paper(paper, failed.school.above("市"), failed, chance))
    other = next(result for result in found if result.facts.cases and result.passed and result.status == "enrolled"
                 and all(entry.code != result.learner.key() for entry in papers))
    wrong = next(city for city in programme.world.level("市") if city is not other.school.above("市"))
    papers.append(_paper(paper, wrong, other, chance))
    return papers


def approve(programme, paper):
    """The online school shows the cases that their own cities put forward by right, all but the last one."""
    found = {result.learner.key(): result for result in results(programme, CALENDAR.nights[-1])}
    valid = [entry for entry in programme.recommendations if _is_eligible(CASE, found[entry.code])
             and found[entry.code].school.above("市") is entry.unit]
    return [paper(programme.world.country, CASE_TITLE, entry.code, entry.name,
                  verdict="不通过" if entry is valid[-1] else "通过") for entry in valid]


def _paper(paper, city, result, chance):
    return paper(city, CASE_TITLE, result.learner.key(), result.learner.person.name, chance.one_of(names.OPINIONS))


def decisions(programme, found, night):
    """Award, candidate, project, rank, outcome and stage of everybody whose enrolment was ever approved.

    Until the first city recommends, whoever is eligible is a candidate.
    """
    verdicts = {paper.code: paper.verdict for paper in programme.approvals_by(night)}
    recommended = {(paper.unit.code, paper.code) for paper in programme.recommendations_by(night)}
    for award in (CERTIFICATE, CASE):
        ranked = [result for result in found if _is_eligible(award, result)]
        for result in found:
            if result.status == "applied":
                continue
            city = result.school.above("市").code
            rank = 1 + sum(_worth(award, other) > _worth(award, result) for other in ranked)
            if result.status == "withdrawn":
                fate = ["", "withdrawn", "pool"]
            elif result not in ranked:
                fate = ["", "ineligible", "pool"]
            elif award == CERTIFICATE or not recommended:
                fate = [rank, "in", "candidate"]
            elif (city, result.learner.key()) in recommended:
                fate = [rank, *_approved(verdicts.get(result.learner.key()))]
            else:
                fate = [rank, "not_recommended", "candidate"]
            yield [award, result.learner.key(), "", *fate]


def _approved(verdict):
    return {"通过": ("in", "approved"), "不通过": ("rejected", "recommended")}.get(verdict, ("in", "recommended"))


def _worth(award, result):
    """Certificates are listed by total, cases by the mark of the essay."""
    return result.total if award == CERTIFICATE else result.essay


def _is_eligible(award, result):
    return result.passed and result.status in ("enrolled", "vanished") and (award == CERTIFICATE or result.facts.cases > 0)
