"""What people decide: applications that the cities file, and the learners whom a city recommends from the pool."""

from dataclasses import dataclass

from generator.chance import Chance

from . import names

AWARDS = {
    "excellent_learner": "优秀学员",
    "excellent_city_administrator": "优秀市级管理员",
    "excellent_county_administrator": "优秀县级管理员",
    "excellent_school_administrator": "优秀校级管理员",
    "excellent_county_office": "优秀项目区县",
}
CITY_THAT_FILES_NOTHING = "荻洲市"
RECOMMENDED = 40


@dataclass
class Application:
    city: object
    award: str
    code: str
    name: str
    project: object
    day: int


@dataclass
class Recommendation:
    city: object
    award: str
    code: str
    name: str
    opinion: str


def apply(world, administrators, counts):
    """Each filing city puts forward itself and some counties; the own city also schools, and the county with three projects."""
    chance = Chance("haian/applications")
    papers, seen = [], set()
    for person in administrators:
        unit = person.unit
        if unit.level == "省" or unit.code in seen:
            continue
        seen.add(unit.code)
        award = {"市": "excellent_city_administrator", "县": "excellent_county_administrator",
                 "校": "excellent_school_administrator"}[unit.level]
        city = unit.above("市")
        share = {"市": 80, "县": 60, "校": 55}[unit.level]
        if city.name != CITY_THAT_FILES_NOTHING and (unit is world.county or chance.percent(share)):
            papers.append(Application(city, AWARDS[award], person.code, person.name, None, chance.between(31, 33)))
    papers.append(_by_wrong_city(world, administrators, papers))
    strongest = sorted((project for project in world.projects if counts[project.code].enrolled >= 40),
                       key=lambda project: (-counts[project.code].passed * 1000 // counts[project.code].enrolled,
                                            project.code))[:3]
    papers += [Application(world.city, AWARDS["excellent_county_office"], world.county.code, world.county.name,
                           project, 33) for project in strongest]
    return sorted(papers, key=lambda paper: (paper.day, paper.city.code, paper.code))


def _by_wrong_city(world, administrators, papers):
    """An application for somebody of another city, who is not filed otherwise."""
    filed = {paper.code for paper in papers}
    other = next(person for person in administrators if person.unit.level == "县"
                 and person.unit.above("市") is not world.city and person.code not in filed)
    return Application(world.city, AWARDS["excellent_county_administrator"], other.code, other.name, None, 32)


def recommend(world, pool, below):
    """The city recommends forty of the pool; five rows are wrong, each for a reason of its own.

    `pool` are those in the pool by rank, `below` those behind the line.
    """
    chance = Chance("haian/recommendations")
    award = AWARDS["excellent_learner"]
    chosen = chance.some_of(pool, RECOMMENDED)
    rows = [Recommendation(world.city, award, learner.person.code, learner.person.name,
                           chance.one_of(names.OPINIONS)) for learner in chosen]
    others = [learner for learner in pool if learner not in chosen]
    elsewhere = world.level("市")[1]
    first_below, misnamed = below[0], others[1]
    rows += [
        Recommendation(world.city, award, rows[3].code, rows[3].name, names.OPINIONS[0]),
        Recommendation(world.city, award, first_below.person.code, first_below.person.name, names.OPINIONS[1]),
        Recommendation(elsewhere, award, others[0].person.code, others[0].person.name, names.OPINIONS[2]),
        Recommendation(world.city, award, misnamed.person.code, below[1].person.name, names.OPINIONS[0]),
        Recommendation(world.city, award, "23049999999", "柯无名", names.OPINIONS[1]),
    ]
    return rows
