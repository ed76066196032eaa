"""The whole online stage, made once, from which both nights are exported."""

from dataclasses import dataclass, replace

from oracle.hunan_guopei.rules import results
from oracle.hunan_guopei.selection import choose

from ..chance import Chance
from . import names
from .clock import CALENDAR
from .learners import enrol, group_steps, NORMAL, set_cases, WITHDRAWN
from .survey import follow_up, FOLLOW_UP, responses
from .world import World

ID = "hunan-guopei-2023"
CITY_WITH_A_TIE = "临溪市"


@dataclass
class Archived:
    """How many outputs of a category a city had archived by a night."""

    unit: object
    category: str
    night: str
    count: int


class Programme:
    """Units, seats, learners, groups, surveys and archive."""

    id = ID
    calendar = CALENDAR
    follow_up_questions = FOLLOW_UP

    def __init__(self):
        self.world = World()
        self.learners = enrol(self.world)
        self.steps = group_steps(self.world)
        set_cases(self.world, self.learners, self.steps)
        self._replace_some()
        self._withdraw_a_chosen_one()
        self._tie_two_at_the_line()
        self.responses = responses(self.learners)
        self.follow_up = follow_up()
        self.archive = self._archived()

    def responses_by(self, night):
        return [response for response in self.responses if response.time <= CALENDAR.cut_off(night)]

    def _replace_some(self):
        """Two have withdrawn and their schools sent others, one comes on the second night."""
        plain = [learner for learner in self.learners if not learner.case]
        for learner in (plain[700], plain[2900]):
            self._send_another(learner, [NORMAL, NORMAL])
            learner.statuses = [WITHDRAWN, WITHDRAWN]
        plain[4100].statuses = [None, NORMAL]

    def _withdraw_a_chosen_one(self):
        """On the second night one who had been chosen withdraws; the next of the city moves up."""
        _, decisions = choose(self.world, results(self, CALENDAR.nights[0]))
        chosen = [decision.result.learner for decision in decisions if decision.outcome == "in"]
        leaver = next(learner for learner in chosen if learner.school.above("市").name == "石渚市" and not learner.case)
        self._send_another(leaver, [None, NORMAL])
        leaver.statuses = [NORMAL, WITHDRAWN]

    def _send_another(self, learner, statuses):
        """The school's new learner, who has not begun."""
        number = 900000 + len(self.learners)
        person = replace(learner.person, code=f"HN{number}", name=learner.person.name[:1] + "新",
                         id_card="", phone="")
        other = replace(learner, person=person, statuses=statuses, activity=type(learner.activity)(), case="")
        self.learners.append(other)

    def _tie_two_at_the_line(self):
        """In one city the first without a place studied exactly as long as the last with one."""
        _, decisions = choose(self.world, results(self, CALENDAR.nights[-1]))
        city = [decision for decision in decisions if decision.result.city.name == CITY_WITH_A_TIE and decision.rank]
        city.sort(key=lambda decision: decision.rank)
        last = max(index for index, decision in enumerate(city) if decision.outcome == "in")
        inside, outside = city[last].result, city[last + 1].result
        minutes = inside.seconds // 60 - outside.live_seconds // 60
        activity = outside.learner.activity
        activity.self_study = (min(activity.self_study[0], minutes), minutes)

    def _archived(self):
        chance = Chance("hunan, archive")
        return [Archived(city, category, night, chance.between(4, 60) if night == CALENDAR.nights[0]
                         else chance.between(0, 6))
                for city in self.world.level("市") for category in names.ARCHIVE for night in CALENDAR.nights]
