"""Pooled counts of every unit and project."""

from dataclasses import dataclass, fields
from fractions import Fraction

STUDY_SECONDS = 45 * 60
LEVELS = (("province", "省"), ("city", "市"), ("county", "县"), ("school", "校"))


@dataclass
class Counts:
    """Sums over the enrolments of one unit or project."""

    enrolled: int = 0
    took_part: int = 0
    studied: int = 0
    seconds: int = 0
    handed_in: int = 0
    discussed: int = 0
    subjective_tenths: int = 0
    subjective_handed_in: int = 0
    passed: int = 0
    process_hundredths: int = 0
    confirmed: int = 0

    def add(self, other):
        for entry in fields(self):
            setattr(self, entry.name, getattr(self, entry.name) + getattr(other, entry.name))

    def ratios(self):
        """Metric, numerator and denominator; marks are counted in tenths of a mark."""
        yield "participation_rate", self.took_part, self.enrolled
        yield "study_rate", self.studied, self.enrolled
        yield "mean_study_hours", self.seconds, STUDY_SECONDS * self.enrolled
        yield "assignment_completion_rate", self.handed_in, 6 * self.enrolled
        yield "discussion_rate", self.discussed, self.enrolled
        yield "assignment_quality", Fraction(self.subjective_tenths, 10), 100 * self.subjective_handed_in
        yield "pass_rate", self.passed, self.enrolled
        yield "profile_confirmed_rate", self.confirmed, self.enrolled

    def process_evaluation(self):
        """Study and interaction points out of the 68 that they can give."""
        return Fraction(self.process_hundredths, 6800 * self.enrolled)

    def participation(self):
        return Fraction(self.took_part, self.enrolled)

    def pass_rate(self):
        return Fraction(self.passed, self.enrolled)


def counts_of(known, points):
    return Counts(1, int(known.seconds > 0), int(known.seconds >= STUDY_SECONDS), known.seconds, known.handed_in,
                  int(known.posts >= 1), known.subjective_tenths, known.subjective_handed_in, int(points.passed),
                  points.study + points.interaction, int(known.confirmed))


def by_unit_and_project(results):
    """Counts under each unit code, each project code, and each pair of both; results are enrolled learners only."""
    counts = {}
    for result in results:
        single = counts_of(result.facts, result.score)
        project = result.enrolment.project.code
        above = [result.school.above(sign).code for _, sign in LEVELS]
        for key in above + [project] + [(code, project) for code in above]:
            counts.setdefault(key, Counts()).add(single)
    return counts
