"""Word lists of the invented province; no real place, school or person is meant."""

PROVINCE = ("云川省", "云川省中小学教师发展中心")

# City, seats of the online stage (5,000 in all), share of the learners who study in full (percent).
CITIES = (
    ("云泽市", 612, 84), ("青岚市", 436, 92), ("临溪市", 398, 78), ("松浦市", 421, 82), ("白鹭市", 377, 72),
    ("澄湖市", 405, 76), ("长汐市", 318, 66), ("川阳市", 352, 68), ("归云市", 289, 58), ("石渚市", 366, 80),
    ("远岫市", 331, 62), ("碧梧市", 287, 60), ("荻洲市", 194, 55), ("云岭州", 214, 70),
)
COUNTIES_OF_A_CITY = 7
FIRST = "云石白青松竹兰桂梅荷柳枫杉"
SECOND = "陌汀坞荻岫槎霁芷"
LEARNERS_OF_A_GROUP = 10

PLACES = "城关 河西 新桥 长堤 南园 柳巷 石板 云台 东塘 竹坪 松岗 花溪 书院 古渡 青石 丹枫 白鹭 望江 金沙 龙泉 三里 五里 桃源 梅岭".split()
KINDS = ("中心小学", "第一小学", "初级中学", "第一中学", "中心幼儿园", "九年一贯制学校")

# The five tasks of a learner (五个一) and the categories under which their outputs are archived.
TASKS = (("RW1", ("读书笔记",)), ("RW2", ("微党课",)), ("RW3", ("实施方案",)),
         ("RW4", ("学习心得", "小论文", "成长故事")), ("RW5", ("美篇",)))
# The four steps of a group (四步走).
STEPS = ("团建活动", "行动学习培训方案", "参培规划交流", "成果展示报告")
ARCHIVE = ("专家精品课程", "学员心得体会", "简报", "美篇", "学员精彩集锦", "学校管理方案与经验")

REMARKS = ("", "", "（空）", "专家讲得透、用得上。", "希望多到名校现场观摩。", "建议加强返岗跟踪指导。")
