"""The teachers of the two terms: who is there in which, at which school, and with what work."""

from dataclasses import dataclass, field

from generator.chance import Chance
from generator.people import id_card, invented_name, invented_phone, Person

from . import names
from .rubric import Rubric
from .set_cases import SET_CASES
from .terms import TERMS
from .work import act, Work

LEAVING, COMING, MOVING, NOT_ASSESSED = 6, 9, 1, 3


@dataclass
class Teacher:
    """schools and works hold one entry a term; a school of nothing means that the teacher is not there."""

    person: Person
    project: object
    schools: list
    works: list = field(default_factory=list)
    set_case: str = ""

    def key(self):
        return (self.project.code, self.person.code)


def employ(world):
    """Every teacher of either term, school by school."""
    chance = Chance("lanxi/teachers")
    teachers = []
    for school, (kind, count, _) in zip(world.schools, names.SCHOOLS):
        for _ in range(count):
            teachers.append(Teacher(_person(len(teachers), chance), _project(world, kind, chance), [school, school]))
    _come_and_go(world, teachers, chance)
    chance = Chance("lanxi/work")
    waiting = dict(SET_CASES)
    for number, teacher in enumerate(teachers):
        for index, term in enumerate(TERMS):
            school = teacher.schools[index]
            teacher.works.append(act(term, school.pass_share, chance) if school else Work())
        if waiting and teacher.schools[0] and number % 13 == 7:
            teacher.set_case = next(iter(waiting))
            teacher.works[0] = waiting.pop(teacher.set_case)
    if waiting:
        raise AssertionError(f"no teacher for {sorted(waiting)}")
    _leave_out_of_register(teachers)
    return teachers


def _person(number, chance):
    sex = "男" if chance.percent(29) else "女"
    birth = f"{chance.between(1964, 1998)}{chance.between(1, 12):02d}{chance.between(1, 28):02d}"
    return Person(f"JS{number * 17 + 1009:05d}", invented_name(chance), sex,
                  id_card(birth, number // 2 * 2 + (1 if sex == "男" else 0)), invented_phone(chance))


def _project(world, kind, chance):
    if kind in names.KINDERGARTENS:
        return world.projects[-1]
    drawn = chance.between(1, sum(share for _, _, share in names.SUBJECTS))
    for project, (_, _, share) in zip(world.projects, names.SUBJECTS):
        drawn -= share
        if drawn <= 0:
            return project
    raise AssertionError("the shares do not cover the draw")


def _come_and_go(world, teachers, chance):
    """Some leave after the first term, some come for the second, one moves to another school of the county."""
    ordinary = [teacher for number, teacher in enumerate(teachers) if number % 13 != 7]
    for teacher in ordinary[20::60][:LEAVING]:
        teacher.schools[1] = None
    moved = ordinary[101]
    moved.schools[1] = world.schools[2]
    for number in range(COMING):
        school = world.schools[number % 8]
        kind = names.SCHOOLS[number % 8][0]
        teachers.append(Teacher(_person(len(teachers), chance), _project(world, kind, chance), [None, school]))


def _leave_out_of_register(teachers):
    """Three of one centre school's teachers are missing from its register in the first term."""
    left = [teacher for teacher in teachers if teacher.schools[0] and not teacher.set_case
            and teacher.schools[0].name.endswith("听湖乡中心学校")]
    for teacher in left[4:4 + NOT_ASSESSED]:
        teacher.works[0].rubric = Rubric({}, assessed=False)
