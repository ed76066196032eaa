"""What people decide: applications filed by the cities, recommendations, and the province's approvals."""

from dataclasses import dataclass, field

from . import names
from .chance import Chance
from .clock import cut_off, DAY, NIGHTS

AWARDS = {
    "excellent_learner": "优秀学员",
    "excellent_city_administrator": "优秀市级管理员",
    "excellent_county_administrator": "优秀县级管理员",
    "excellent_school_administrator": "优秀校级管理员",
    "excellent_chief_tutor": "优秀总辅导员",
    "excellent_moderator": "优秀论坛版主",
    "excellent_city_office": "优秀项目市",
    "excellent_county_office": "优秀项目区县",
}
RECOMMENDED_TUTORS = 10
RECOMMENDED_MODERATORS = 8


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
    unit: object
    award: str
    code: str
    name: str
    opinion: str
    night: str


@dataclass
class Approval:
    award: str
    code: str
    name: str
    verdict: str
    day: int


@dataclass
class Papers:
    """All that has been filed by one night."""

    applications: list = field(default_factory=list)
    recommendations: list = field(default_factory=list)
    approvals: list = field(default_factory=list)
    briefs: list = field(default_factory=list)

    def by(self, night):
        """What had come in by the end of that night."""
        end = cut_off(night) // DAY
        return Papers([paper for paper in self.applications if paper.day < end],
                      [paper for paper in self.recommendations if paper.night <= night],
                      self.approvals if night == NIGHTS[-1] else [],
                      [brief for brief in self.briefs if brief.day < end])

    def brief_count(self, unit):
        return sum(brief.unit is unit for brief in self.briefs)


def filing_cities(world):
    return [city for city in world.level("市") if city.name != names.CITY_THAT_FILES_NOTHING]


def apply_administrators(world, staff, counts):
    """Each filing city puts forward some administrators of its own, county and school level, never two of one unit."""
    chance = Chance("applications")
    papers = []
    for level, share, award in (("市", 85, "excellent_city_administrator"),
                                ("县", 55, "excellent_county_administrator"),
                                ("校", 14, "excellent_school_administrator")):
        seen = set()
        for person in staff.administrators:
            unit = person.unit
            if unit.level != level or unit.code in seen or unit.code not in counts:
                continue
            seen.add(unit.code)
            city = unit.above("市")
            if city.name != names.CITY_THAT_FILES_NOTHING and chance.percent(share):
                papers.append(Application(city, AWARDS[award], person.code, person.name, None, chance.between(15, 19)))
    papers.append(_by_wrong_city(world, staff, papers, "excellent_county_administrator"))
    return papers


def _by_wrong_city(world, staff, papers, award):
    """An application for somebody of another city, who is not filed otherwise."""
    filed = {paper.code for paper in papers}
    first, last = filing_cities(world)[0], filing_cities(world)[-1]
    person = next(person for person in staff.administrators
                  if person.unit.level == "县" and person.unit.above("市") is last and person.code not in filed)
    return Application(first, AWARDS[award], person.code, person.name, None, 17)


def apply_organisations(world, counts):
    """Each filing city puts forward itself with one project and some counties with one, one county with two."""
    chance = Chance("organisations")
    papers = []
    for city in filing_cities(world):
        projects = _strong_projects(world, counts, city, 9)
        if projects:
            papers.append(Application(city, AWARDS["excellent_city_office"], city.code, city.name, projects[0],
                                      chance.between(15, 19)))
        for county in world.level("县"):
            if county.parent is not city:
                continue
            if county.name == names.COUNTY_LEADING_TWICE:
                chosen = [project for project in world.projects if project.name in ("小学语文", "小学数学")]
            else:
                chosen = _strong_projects(world, counts, county, 4)[:1] if chance.percent(70) else []
            papers += [Application(city, AWARDS["excellent_county_office"], county.code, county.name, project,
                                   chance.between(15, 18)) for project in chosen]
    papers.append(_office_by_wrong_city(world, counts, papers))
    return papers


def _strong_projects(world, counts, unit, least):
    """Projects with at least so many of the unit's learners, the best pass rate first."""
    known = [(project, counts[(unit.code, project.code)]) for project in world.projects
             if (unit.code, project.code) in counts]
    known = [(project, count) for project, count in known if count.enrolled >= least]
    return [project for project, _ in sorted(known, key=lambda entry: (-entry[1].pass_rate(), entry[0].code))]


def _office_by_wrong_city(world, counts, papers):
    filed = {paper.code for paper in papers}
    first, last = filing_cities(world)[1], filing_cities(world)[2]
    county = next(county for county in world.level("县")
                  if county.parent is last and county.code not in filed and _strong_projects(world, counts, county, 2))
    project = _strong_projects(world, counts, county, 2)[0]
    return Application(first, AWARDS["excellent_county_office"], county.code, county.name, project, 17)


def recommend_learners(world, found):
    """Cities recommend about half of those at 90 or more; some papers come in on the second day only."""
    chance = Chance("recommendations")
    award = AWARDS["excellent_learner"]
    excellent = [result for result in found if result.score.total >= 9000 and result.status == "enrolled"]
    times = {}
    for result in excellent:
        times[result.enrolment.person.code] = times.get(result.enrolment.person.code, 0) + 1
    papers = []
    for result in excellent:
        person, city = result.enrolment.person, result.school.above("市")
        if city.name == names.CITY_THAT_FILES_NOTHING or times[person.code] > 1:
            continue
        if result.enrolment.set_score or chance.percent(48):
            night = NIGHTS[0] if result.enrolment.set_score or chance.percent(60) else NIGHTS[1]
            papers.append(Recommendation(city, award, person.code, person.name, chance.one_of(names.OPINIONS), night))
    named = {paper.code for paper in papers}
    cities = filing_cities(world)
    stray = next(result for result in excellent if result.enrolment.person.code not in named
                 and result.school.above("市") is cities[3] and times[result.enrolment.person.code] == 1)
    below = next(result for result in found if result.enrolment.set_score == "89.99")
    papers += [
        Recommendation(cities[0], award, stray.enrolment.person.code, stray.enrolment.person.name,
                       names.OPINIONS[1], NIGHTS[0]),
        Recommendation(below.school.above("市"), award, below.enrolment.person.code, below.enrolment.person.name,
                       names.OPINIONS[0], NIGHTS[0]),
    ]
    papers.sort(key=lambda paper: (paper.unit.code, paper.code))
    return papers


def recommend_staff(world, staff):
    """The provincial office recommends the best chief tutors and moderators."""
    tutors = sorted((tutor for tutor in staff.tutors if tutor.chief), key=lambda tutor: (-tutor.tenths, tutor.code))
    moderators = sorted(staff.moderators, key=lambda person: (-person.seconds, person.code))
    chosen = [("excellent_chief_tutor", person) for person in tutors[:RECOMMENDED_TUTORS]]
    chosen += [("excellent_moderator", person) for person in moderators[:RECOMMENDED_MODERATORS]]
    return [Recommendation(world.province, AWARDS[award], person.code, person.name, "履职认真，同意推荐。", NIGHTS[0])
            for award, person in chosen]


def approve(decisions, names_by_code):
    """All that won a place is approved but one learner, who is refused, learners whose city has not chosen yet, and the last county, who
    must wait."""
    winners = [decision for decision in decisions if decision.outcome == "in"
               and (decision.award != "excellent_learner" or decision.stage == "recommended")]
    waiting = [decision for decision in winners if decision.award == "excellent_county_office"][-1]
    refused = [decision for decision in winners if decision.award == "excellent_learner"][7]
    return [Approval(AWARDS[decision.award], decision.candidate, names_by_code[decision.candidate],
                     "不通过" if decision is refused else "通过", 19)
            for decision in winners if decision is not waiting]
