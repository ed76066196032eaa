"""What people decide: schools recommend micro-lessons, and the county says who did well and is given a certificate."""

from dataclasses import dataclass

from generator.chance import Chance

from . import names

PRACTICE, CONTEST = "微课程实地考核", "微课制作评选"
# How many more or fewer than the places of its subject the schools recommend.
SURPLUS = {"XK01": 1, "XK03": 1}
EXCELLENT, REFUSED = 9, 4


@dataclass
class Recommendation:
    school: object
    award: str
    teacher: object
    code: str
    name: str
    opinion: str


@dataclass
class Approval:
    award: str
    code: str
    name: str
    verdict: str


def recommend(world, found, places, chance):
    """In each subject as many as it has places, in two subjects one too many; and three rows that cannot stand."""
    rows = []
    for project in world.projects:
        known = [result for result in found if result.teacher.project is project and result.passed]
        count = places[project.code] + SURPLUS.get(project.code, 0)
        for result in chance.some_of(known, count):
            person = result.teacher.person
            rows.append(Recommendation(result.school, CONTEST, result.teacher, person.code, person.name,
                                       chance.one_of(names.OPINIONS)))
    rows.sort(key=lambda row: (row.school.code, row.code))
    named = {row.code for row in rows}
    stranger = next(result for result in found if result.teacher.person.code not in named
                    and result.school is not world.schools[0])
    person = stranger.teacher.person
    rows += [Recommendation(world.schools[0], CONTEST, None, person.code, person.name, names.OPINIONS[0]),
             Recommendation(world.schools[1], CONTEST, None, "JS99999", "柯无名", names.OPINIONS[1]),
             Recommendation(rows[0].school, CONTEST, rows[0].teacher, rows[0].code, rows[0].name, names.OPINIONS[2])]
    return rows


def approve(drawn, undrawn, chosen, chance):
    """The county's word on those drawn and those in the contest; one who was never drawn is approved in error."""
    rows = []
    for award, people in ((PRACTICE, drawn), (CONTEST, chosen)):
        named = chance.some_of(people, min(len(people), EXCELLENT + REFUSED))
        for number, result in enumerate(named):
            person = result.teacher.person
            rows.append(Approval(award, person.code, person.name, "不通过" if number % 3 == 2 else "通过"))
    person = undrawn.teacher.person
    rows.append(Approval(PRACTICE, person.code, person.name, "通过"))
    return rows


def papers_chance(term):
    return Chance(f"lanxi/papers of {term.title}")
