"""The county, its training school as an alias of it, its schools, and the subjects, which are the projects."""

from generator.world import Project, Unit

from . import names


class World:
    """Units in organisational order and projects by subject."""

    def __init__(self):
        self.county = Unit("990902", names.COUNTY, "县", None, [names.TRAINING_SCHOOL, "县教师进修学校"])
        self.schools = [self._school(number, kind, share) for number, (kind, _, share) in enumerate(names.SCHOOLS, 1)]
        self.units = [self.county] + self.schools
        self.projects = [Project(code, subject, "", subject) for code, subject, _ in names.SUBJECTS]

    def _school(self, number, kind, share):
        short = kind.replace("中心学校", "中心校").replace("第一", "一").replace("第二", "二").replace("实验", "实")
        short = short.replace("幼儿园", "幼")
        return Unit(f"{self.county.code}{number:03d}", names.COUNTY + kind, "校", self.county,
                    [names.COUNTY[:-1] + short], "", share)
