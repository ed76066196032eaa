"""Word lists of the county and its schools; no real place, school or person is meant."""

COUNTY = "栖云县"
TRAINING_SCHOOL = "栖云县教师进修学校"

# Name behind the county's, teachers in the first term, and the share of them meant to pass.
SCHOOLS = (
    ("第一中学", 60, 88), ("实验小学", 56, 93), ("第一小学", 50, 90), ("实验中学", 48, 91), ("第二中学", 44, 82),
    ("第二小学", 40, 86), ("崇文小学", 30, 94), ("棠溪镇中心学校", 26, 78), ("青禾镇中心学校", 20, 84),
    ("听湖乡中心学校", 19, 72), ("第一幼儿园", 12, 90), ("第二幼儿园", 8, 75),
)
TEACHERS = 413
KINDERGARTENS = ("第一幼儿园", "第二幼儿园")

# Code, subject, and its share among a hundred teachers of schools; kindergartens teach theirs alone.
SUBJECTS = (
    ("XK01", "语文", 27), ("XK02", "数学", 25), ("XK03", "英语", 14), ("XK04", "物理化学生物", 10),
    ("XK05", "道法历史地理", 10), ("XK06", "音体美", 9), ("XK07", "信息技术与科学", 5), ("XK08", "学前教育", 0),
)

# The ten contents of the county's part: six required, four elective.
CONTENTS = (
    ("01", "“双减”意见及解读", "必学"), ("02", "“五项管理”通知及28问", "必学"), ("03", "学生心理健康教育的有效实施", "必学"),
    ("04", "修德、修身、修心，爱国、爱校、爱生", "必学"), ("05", "微课程的设计与应用", "必学"), ("06", "EV操作流程", "必学"),
    ("07", "教育变革中的技术力量", "选学"), ("08", "信息技术支持的教学环节优化", "选学"), ("09", "人民的小康（上）", "选学"),
    ("10", "人民的小康（下）", "选学"),
)

ESSAYS = ("增强职业认同，促进专业发展", "“双减”背景下的作业设计", "做一名有温度的教师", "一次磨课的反思")
OPINIONS = ("微课设计新颖，同意推荐。", "教学设计体现分层，推荐参评。", "信息技术应用熟练，同意推荐。")
EARLIER = ("2020年县级寒假研修", "2021年上半年校本研修", "省级远程培训", "外县调入认定")
