"""Numerators and denominators of every metric, unit by unit and project by project, and the province's own table."""

from dataclasses import dataclass, fields

from oracle.haian.scores import EFFECTIVE_SECONDS

LEVELS = (("province", "省"), ("city", "市"), ("county", "县"), ("school", "校"))


@dataclass
class Counts:
    """Sums over the learners of one unit or project."""

    enrolled: int = 0
    took_part: int = 0
    studied: int = 0
    seconds: int = 0
    handed_in: int = 0
    discussed: int = 0
    subjective_tenths: int = 0
    subjective_handed_in: int = 0
    passed: int = 0
    study: int = 0
    objective: int = 0
    subjective: int = 0
    excellent: int = 0
    interaction: int = 0

    def add(self, other):
        for entry in fields(self):
            setattr(self, entry.name, getattr(self, entry.name) + getattr(other, entry.name))

    def ratios(self):
        """Metric, numerator, denominator; marks and points in hundredths, time in seconds."""
        yield "participation_rate", self.took_part, self.enrolled
        yield "study_rate", self.studied, self.enrolled
        yield "study_hours", self.seconds, self.enrolled
        yield "assignment_completion_rate", self.handed_in, 4 * self.enrolled
        yield "discussion_rate", self.discussed, self.enrolled
        yield "assignment_quality", 10 * self.subjective_tenths, 100 * self.subjective_handed_in
        yield "pass_rate", self.passed, self.enrolled
        yield "process_evaluation", self.study + self.interaction, 68 * self.enrolled
        yield "engagement", self.study, 50 * self.enrolled
        yield "collaboration", self.interaction, 18 * self.enrolled
        yield "process_output", self.objective, 10 * self.enrolled
        yield "final_output", self.subjective + self.excellent, 22 * self.enrolled


def counts_of(result):
    known, points = result.facts, result.points
    return Counts(1, int(known.seconds > 0), int(known.seconds >= EFFECTIVE_SECONDS), known.seconds, known.handed_in,
                  int(known.posts >= 1), known.subjective_tenths, known.subjective_handed_in, int(result.passed),
                  *(points[name] for name in ("study", "objective", "subjective", "excellent", "interaction")))


def by_unit_and_project(found):
    """Counts under each unit code and each project code."""
    counts = {}
    for result in found:
        single = counts_of(result)
        codes = [result.school.above(sign).code for _, sign in LEVELS] + [result.learner.project.code]
        for code in codes:
            counts.setdefault(code, Counts()).add(single)
    return counts


def own_by_cohort(found):
    """What the province publishes of the county: enrolled, took part, passed, and whole points of the process."""
    sums = {}
    for result in found:
        sums.setdefault(result.learner.cohort, Counts()).add(counts_of(result))
    return {cohort: (entry.enrolled, entry.took_part, entry.passed, (entry.study + entry.interaction + 50) // 100)
            for cohort, entry in sums.items()}
