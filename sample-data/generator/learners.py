"""The learners, their enrolments, and what happens to them between the two nights."""

from dataclasses import dataclass

from . import names
from .chance import Chance
from .clock import DAY
from .duties import perform_duties
from .learning import act, choose_effort
from .people import id_card, invented_name, invented_phone, Person
from .set_scores import SET_SCORES, set_activity

ENROLMENTS = 2491
SECOND_ENROLMENTS = 55
ADDED_ON_SECOND_NIGHT = 12
WITHDRAWN_BEFORE = 4


@dataclass
class Enrolment:
    """One person in one project and cohort; each list holds one value a night."""

    person: Person
    project: object
    cohort: str
    schools: list
    listed: list
    withdrawn: list
    activity: object = None
    set_score: str = ""
    # When the learner logged in and confirmed the personal data, if ever.
    confirmed_at: object = None

    def key(self):
        return (self.project.code, self.cohort, self.person.code)


def enrol(world):
    """Every enrolment, in organisational order."""
    enrolments = _first_enrolments(world)
    enrolments += _second_enrolments(world, enrolments)
    chance = Chance("activity")
    set_scores = dict(zip(_chosen_for_set_scores(enrolments), SET_SCORES))
    for index, enrolment in enumerate(enrolments):
        if index in set_scores:
            enrolment.set_score = set_scores[index]
            enrolment.activity = set_activity(enrolment.project, SET_SCORES[enrolment.set_score])
        else:
            enrolment.activity = _activity(enrolment, chance)
    _number_posts(enrolments)
    _mark_some_again(enrolments)
    _between_the_nights(world, enrolments)
    perform_duties(enrolments)
    return enrolments


def _first_enrolments(world):
    chance = Chance("learners")
    schools = [school for school in world.level("校")
               if school.parent.name != names.COUNTY_WITHOUT_LEARNERS]
    places = list(schools)
    while len(places) < ENROLMENTS - SECOND_ENROLMENTS:
        places.append(chance.one_of(schools))
    order = {school.code: index for index, school in enumerate(schools)}
    places.sort(key=lambda school: order[school.code])
    by_stage = {stage: [project for project in world.projects if project.stage == stage]
                for stage in names.PROJECTS}
    enrolments = []
    for number, school in enumerate(places):
        project = _project_of(school, by_stage[school.stage], chance)
        cohort = "上旬班" if chance.percent(76) else "下旬班"
        enrolments.append(Enrolment(_person(number, chance), project, cohort, [school, school],
                                    [True, True], [False, False]))
    return enrolments


def _project_of(school, projects, chance):
    if school.parent.name == names.COUNTY_LEADING_TWICE and school.stage == "小学" and chance.percent(60):
        return projects[chance.between(0, 1)]
    return chance.one_of(projects)


def _person(number, chance):
    sex = "男" if chance.percent(31) else "女"
    sequence = number // 2 * 2 + (1 if sex == "男" else 0)
    birth = f"{chance.between(1974, 1999)}{chance.between(1, 12):02d}{chance.between(1, 28):02d}"
    return Person(f"2023{number * 37 + 10018:08d}", invented_name(chance), sex,
                  id_card(birth, sequence), invented_phone(chance))


def _second_enrolments(world, enrolments):
    """Some learners of the first cohort take another project of their stage in the second one."""
    chance = Chance("second enrolments")
    candidates = [first for first in enrolments if first.cohort == "上旬班"
                  and first.schools[0].parent.name != names.COUNTY_WITHOUT_LOGIN]
    return [
        Enrolment(first.person,
                  chance.one_of([project for project in world.projects
                                 if project.stage == first.project.stage and project is not first.project]),
                  "下旬班", list(first.schools), [True, True], [False, False])
        for first in chance.some_of(candidates, SECOND_ENROLMENTS)
    ]


def _activity(enrolment, chance):
    school = enrolment.schools[0]
    if school.parent.name == names.COUNTY_WITHOUT_LOGIN:
        return act("none", enrolment.project, 0, 1, chance)
    leading = _leading_effort(enrolment)
    if enrolment.cohort == "上旬班" or leading:
        effort = leading or choose_effort(school.pass_share, chance)
        first_day = chance.between(0, 4) if enrolment.cohort == "上旬班" else 14
        return act(effort, enrolment.project, first_day, max(first_day + 2, chance.around(16, 3)), chance)
    effort = choose_effort(school.pass_share * 55 // 100, chance)
    quick = effort in ("passing", "strong")
    last_day = chance.between(18, 20) if quick else chance.between(22, 33)
    return act(effort, enrolment.project, chance.between(14, 15), last_day, chance)


def _leading_effort(enrolment):
    """The effort of a learner in one of the two projects that one county leads, else nothing."""
    if enrolment.schools[0].parent.name != names.COUNTY_LEADING_TWICE or enrolment.project.stage != "小学":
        return None
    return {"语文": "leading", "数学": "following"}.get(enrolment.project.subject)


def _chosen_for_set_scores(enrolments):
    """One learner in each of some well-studied schools, all in the first cohort."""
    chosen, schools = [], set()
    for index, enrolment in enumerate(enrolments):
        school = enrolment.schools[0]
        if enrolment.cohort == "上旬班" and school.pass_share >= 70 and school.parent.code not in schools \
                and school.parent.name != names.COUNTY_LEADING_TWICE:
            schools.add(school.parent.code)
            chosen.append(index)
    return chosen


def _number_posts(enrolments):
    posts = [(post.time, index, post) for index, enrolment in enumerate(enrolments)
             for post in enrolment.activity.posts]
    for number, (_, _, post) in enumerate(sorted(posts, key=lambda entry: entry[:2]), 1):
        post.code = f"TZ{number:06d}"


def _mark_some_again(enrolments):
    """Fifteen subjective marks are revised during the second day."""
    chance = Chance("marked again")
    hand_ins = [hand_in for enrolment in enrolments if not enrolment.set_score
                for hand_in in enrolment.activity.hand_ins if hand_in.kind == "主观题" and hand_in.time < 17 * DAY
                and not hand_in.excellent and 600 < hand_in.tenths < 880]
    for hand_in in chance.some_of(hand_ins, 15):
        hand_in.first_tenths = hand_in.tenths - 50
        hand_in.marked_again = 19 * DAY + 36000


def _between_the_nights(world, enrolments):
    chance = Chance("between the nights")
    quiet = [enrolment for enrolment in enrolments if not enrolment.activity.watched
             and enrolment.schools[0].parent.name != names.COUNTY_WITHOUT_LOGIN]
    active = [enrolment for enrolment in enrolments if enrolment.activity.watched
              and enrolment.cohort == "上旬班" and not _leading_effort(enrolment) and not enrolment.set_score]
    second = {id(enrolment.person) for enrolment in enrolments[-SECOND_ENROLMENTS:]}
    late = [enrolment for enrolment in quiet if enrolment.cohort == "下旬班"]
    for enrolment in chance.some_of(late, ADDED_ON_SECOND_NIGHT):
        enrolment.listed[0] = False
    free = [enrolment for enrolment in active if id(enrolment.person) not in second]
    for enrolment in free[100::450][:WITHDRAWN_BEFORE]:
        enrolment.withdrawn = [True, True]
    free[150].withdrawn = [False, True]
    free[350].listed = [True, False]
    moved = free[550]
    moved.schools[1] = next(school for school in world.level("校")
                            if school.stage == moved.project.stage and school.parent.parent is not
                            moved.schools[0].parent.parent)
