"""The 1,969 learners of the two cohorts, with their schools and projects, and what changes between the exports."""

from dataclasses import dataclass, field

from generator.chance import Chance
from generator.people import id_card, invented_name, invented_phone, Person

from . import names
from .calendar import LEARNERS, NIGHTS
from .learning import act, Activity, choose_effort
from .set_scores import set_activity, SET_SCORES

TINY_SCHOOL_LEARNERS = 4


@dataclass
class Learner:
    """One learner; schools holds the school of each night."""

    person: Person
    project: object
    cohort: str
    schools: list
    activity: Activity = field(default_factory=Activity)
    set_score: str = ""

    def key(self):
        return (self.project.code, self.cohort, self.person.code)

    def school(self, night):
        return self.schools[NIGHTS.index(night)]


def enrol(world):
    """Every learner, school by school."""
    chance = Chance("haian/learners")
    places = _places(world)
    late = set(chance.some_of(list(range(len(places))), LEARNERS["下旬班"]))
    learners = [
        Learner(_person(number, chance), _project(world, chance), "下旬班" if number in late else "上旬班",
                [school, school])
        for number, school in enumerate(places)
    ]
    _let_act(learners)
    _between_the_nights(world, learners)
    return learners


def _places(world):
    """The school of each learner: sizes go by weight, by largest remainder, so that they sum to the whole."""
    total = sum(LEARNERS.values()) - TINY_SCHOOL_LEARNERS
    weights = [weight for _, weight, _ in names.SCHOOLS[:-1]]
    exact = [total * weight for weight in weights]
    sizes = [share // sum(weights) for share in exact]
    by_remainder = sorted(range(len(sizes)), key=lambda index: (-(exact[index] % sum(weights)), index))
    for index in by_remainder[:total - sum(sizes)]:
        sizes[index] += 1
    sizes.append(TINY_SCHOOL_LEARNERS)
    return [school for school, size in zip(world.schools, sizes) for _ in range(size)]


def _project(world, chance):
    drawn = chance.between(1, sum(share for _, share in names.SUBJECTS))
    for project, (_, share) in zip(world.projects, names.SUBJECTS):
        drawn -= share
        if drawn <= 0:
            return project
    raise AssertionError("the shares do not cover the draw")


def _person(number, chance):
    sex = "男" if chance.percent(38) else "女"
    birth = f"{chance.between(1966, 1999)}{chance.between(1, 12):02d}{chance.between(1, 28):02d}"
    sequence = number // 2 * 2 + (1 if sex == "男" else 0)
    return Person(f"2304{number * 43 + 100207:07d}", invented_name(chance), sex, id_card(birth, sequence),
                  invented_phone(chance))


def _let_act(learners):
    chance = Chance("haian/activity")
    waiting = dict(SET_SCORES)
    for number, learner in enumerate(learners):
        if waiting and number % 97 == 60 and learner.cohort == "上旬班":
            learner.set_score = next(iter(waiting))
            learner.activity = set_activity(learner.project, waiting.pop(learner.set_score))
        else:
            effort = choose_effort(learner.schools[0].pass_share, chance)
            learner.activity = act(effort, learner.project, learner.cohort, chance)


def _between_the_nights(world, learners):
    """One learner moves to another school, and ten subjective marks of the first cohort are revised upwards."""
    chance = Chance("haian/between the nights")
    free = [learner for learner in learners if not learner.set_score and learner.cohort == "上旬班"
            and len(learner.activity.hand_ins) == 4]
    moved = free[611]
    moved.schools[1] = next(school for school in world.schools[7:] if school is not moved.schools[0])
    hand_ins = [learner.activity.hand_ins[3] for learner in free if learner is not moved]
    for hand_in in chance.some_of([entry for entry in hand_ins if entry.time < 17 * 86400 and entry.tenths > 600
                                   and not entry.excellent], 10):
        hand_in.first_tenths, hand_in.marked_again = hand_in.tenths - 60, 24 * 86400
