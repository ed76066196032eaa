"""The secretaries who enrolled, and what the county's contact made of it."""

from dataclasses import dataclass

from ..chance import Chance
from ..people import id_card, invented_name, invented_phone, Person
from . import names
from .edge_cases import EDGE_CASES, edge_activity
from .learning import act, choose_effort

APPROVED, APPLIED, WITHDRAWN = "已通过", "待审核", "已退出"
POSTS = ("党委书记", "党总支书记", "党支部书记", "党支部书记", "党支部书记、校长")


@dataclass
class Learner:
    """One secretary; schools and statuses hold one value a night, a status of None is a roster that does not list them."""

    person: Person
    post: str
    schools: list
    statuses: list
    activity: object
    case: str = ""

    def key(self):
        return self.person.code


def enrol(world):
    """Every secretary in organisational order: one of each school, two of some."""
    chance = Chance("party secretaries, learners")
    places = [school for school in world.level("校") if school.parent.name != names.COUNTY_WITHOUT_LEARNERS]
    places = [school for school in places for _ in range(2 if chance.percent(4) else 1)]
    learners = [_learner(number, school, world, chance) for number, school in enumerate(places)]
    for learner, (name, case) in zip(_chosen(learners), EDGE_CASES.items()):
        learner.case, learner.activity = name, edge_activity(case, world.courses)
    _between_the_nights(world, learners)
    _number(learners)
    return learners


def _learner(number, school, world, chance):
    sex = "男" if chance.percent(62) else "女"
    birth = f"{chance.between(1963, 1984)}{chance.between(1, 12):02d}{chance.between(1, 28):02d}"
    person = Person(f"ZX20{number * 13 + 100037:06d}", invented_name(chance), sex,
                    id_card(birth, number // 2 * 2 + (sex == "男")), invented_phone(chance))
    county = school.parent
    effort = "none" if county.name == names.COUNTY_WITHOUT_LOGIN else choose_effort(county.pass_share, chance)
    return Learner(person, chance.one_of(POSTS), [school, school], [APPROVED, APPROVED],
                   act(effort, world.courses, chance))


def _chosen(learners):
    """Every seventeenth, so that the set learners stand in many counties."""
    return [learner for learner in learners[9::17] if learner.schools[0].parent.name != names.COUNTY_WITHOUT_LOGIN]


def _between_the_nights(world, learners):
    """Applications still open, one approved late; withdrawals; one learner gone, one moved, one new."""
    free = [learner for learner in learners if not learner.case and learner.activity.watched]
    idle = [learner for learner in learners if not learner.activity.watched
            and learner.schools[0].parent.name != names.COUNTY_WITHOUT_LOGIN]
    for learner in idle[3::9][:8]:
        learner.statuses = [APPLIED, APPLIED]
    idle[5].statuses = [APPLIED, APPROVED]
    idle[7].statuses = [None, APPROVED]
    free[40].statuses = [WITHDRAWN, WITHDRAWN]
    free[140].statuses = [APPROVED, WITHDRAWN]
    free[230].statuses = [APPROVED, None]
    moved = free[310]
    moved.schools[1] = next(school for school in world.level("校")
                            if school.parent.parent.parent is not moved.schools[0].parent.parent.parent)


def _number(learners):
    """The platform numbers posts and essays in the order in which they came in."""
    for kind, prefix in (("posts", "TZ"), ("essays", "XD")):
        entries = [(entry.time, index, entry) for index, learner in enumerate(learners)
                   for entry in getattr(learner.activity, kind)]
        for number, (_, _, entry) in enumerate(sorted(entries, key=lambda row: row[:2]), 1):
            entry.code = f"{prefix}{number:05d}"
