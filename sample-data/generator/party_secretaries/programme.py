"""The whole class, made once, from which both nights are exported."""

from dataclasses import dataclass

from oracle.party_secretaries.decisions import approve, recommend

from ..chance import Chance
from . import staff
from .clock import CALENDAR
from .learners import enrol
from .world import World

ID = "party-secretaries-2020"


@dataclass
class Paper:
    """A recommendation or an approval: which office says what of whose case."""

    unit: object
    award: str
    code: str
    name: str
    opinion: str = ""
    verdict: str = ""


class Programme:
    """Units, secretaries, officers, surveys and papers of the fourth class."""

    id = ID
    calendar = CALENDAR

    def __init__(self):
        self.world = World()
        self.learners = enrol(self.world)
        self.officers = staff.officers(self.world)
        self.submissions = staff.submissions(self.world)
        self.responses = staff.responses(self.learners)
        self.experts = staff.expert_responses()
        self.recommendations = recommend(self, Paper, Chance("party secretaries, recommendations"))
        self.approvals = approve(self, Paper)

    def responses_by(self, night):
        return [response for response in self.responses if response.time <= CALENDAR.cut_off(night)]

    def expert_responses_by(self, night):
        return [response for response in self.experts if response.time <= CALENDAR.cut_off(night)]

    def recommendations_by(self, night):
        """Cities recommend in the summary phase."""
        return self.recommendations if night == CALENDAR.nights[-1] else []

    def approvals_by(self, night):
        """The online school chooses at its end."""
        return self.approvals if night == CALENDAR.nights[-1] else []
