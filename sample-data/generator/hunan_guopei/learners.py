"""The five thousand, their groups, and what happens between the nights."""

from dataclasses import dataclass

from ..chance import Chance
from ..calendar import DAY
from ..people import id_card, invented_name, invented_phone, Person
from . import names
from .clock import CALENDAR
from .edge_cases import EDGE_CASES, edge_activity
from .learning import act

NORMAL, WITHDRAWN = "正常", "已退出"


@dataclass
class Learner:
    """One secretary or principal; a status of None is a roster that does not list them."""

    person: Person
    post: str
    school: object
    group: str
    statuses: list
    activity: object
    case: str = ""

    def key(self):
        return self.person.code


def enrol(world):
    """Everybody in organisational order: each school sends one, some send secretary and principal."""
    chance = Chance("hunan, learners")
    learners = []
    for group in world.groups:
        for school in group.schools:
            learners.append(_learner(len(learners), school, group.name, "党组织书记", chance))
        for school in group.schools[:group.members - len(group.schools)]:
            learners.append(_learner(len(learners), school, group.name, "校长", chance))
    return learners


def _learner(number, school, group, post, chance):
    sex = "男" if chance.percent(58) else "女"
    birth = f"{chance.between(1964, 1986)}{chance.between(1, 12):02d}{chance.between(1, 28):02d}"
    person = Person(f"HN{number * 11 + 10007:06d}", invented_name(chance), sex,
                    id_card(birth, number // 2 * 2 + (sex == "男")), invented_phone(chance))
    return Learner(person, post, school, group, [NORMAL, NORMAL], act(school.pass_share, chance))


def group_steps(world):
    """When each group took each of its steps; some have steps before them."""
    chance = Chance("hunan, groups")
    found = {}
    for group in world.groups:
        count = 4 if chance.percent(74) else chance.between(1, 3)
        times = sorted(CALENDAR.at("2024-01-05") + chance.between(0, 95) * DAY + chance.between(9 * 3600, 18 * 3600)
                       for _ in range(count))
        found[group.name] = [(step, time - time % 60) for step, time in zip(names.STEPS, times)]
    return found


def set_cases(world, learners, steps):
    """Give the set figures to a learner in a group of as many steps, one in a group."""
    groups = iter(world.groups[5::7])
    for name, case in EDGE_CASES.items():
        group = next(groups)
        taken = CALENDAR.at("2024-02-20 10:00:00")
        steps[group.name] = [(step, taken) for step in names.STEPS[:case.steps]]
        learner = next(learner for learner in learners if learner.group == group.name)
        learner.case, learner.activity = name, edge_activity(case)
        learner.group = "" if case.is_alone else learner.group
