"""Word lists of the invented provinces; no real place, school or person is meant."""

# Province, then each of its cities with the counties of the city.
PROVINCES = (
    ("云川省", (("云泽市", "泽东区 泽西区 雁湖县"), ("青岚市", "岚北区 翠屏岭县 东篱县"),
             ("松浦市", "松城区 鹤汀县 亭口县"))),
    ("澜河省", (("澜阳市", "澜城区 渡口湾县 石磬县"), ("汀州洲市", "汀城区 苇岸县"))),
    ("霜原省", (("霜城市", "霜东区 霜西区 冷杉岭县"), ("北陌市", "陌城区 白桦川县 远屏县"))),
)

COUNTY_WITHOUT_LEARNERS = "远屏县"
COUNTY_WITHOUT_LOGIN = "冷杉岭县"
COUNTY_WITHOUT_CONTACT = "苇岸县"
COUNTY_WITH_TWO_CONTACTS = "泽西区"
COUNTY_WITHOUT_SUMMARY = "白桦川县"
COUNTY_IN_THE_LAST_SECOND = "岚北区"
OFFICES_ONE_SECOND_LATE = ("霜原省", "汀州洲市", "亭口县")
CITY_WITHOUT_SUMMARY = "松浦市"
# Cases handed in beside those that are drawn: one in the last second of the summary phase, one a second late.
CASE_IN_THE_LAST_SECOND, CASE_ONE_SECOND_LATE = "岚北区", "石磬县"
# Offices with another number of one role than one, beside the two counties above.
OFFICES_WITHOUT = (("澜河省", "负责人"), ("青岚市", "联系人"), ("渡口湾县", "负责人"))
OFFICES_WITH_TWO = (("霜原省", "联系人"), ("北陌市", "负责人"))

PLACES = "城关 河西 新桥 长堤 南园 柳巷 石板 云台 东塘 竹坪 松岗 花溪 书院 古渡 青石 丹枫 白鹭 望江 金沙 龙泉 三里 五里 桃源 梅岭".split()
KINDS = ("中心小学", "第一小学", "实验小学", "初级中学", "九年一贯制学校", "第一中学")

REQUIRED = ("政治理论教育", "党内法规学习", "党史国史教育", "党建工作实务", "党性修养提升", "党建工作案例")
ELECTIVE = ("基础教育改革动态", "形势政策教育", "疫情防控教育", "学校管理与领导力提升")

# Forms of the courses, and the minutes that one of them lasts.
VIDEOS = (("专题报告", 100), ("专家讲座", 90), ("专题访谈", 120), ("案例教学", 80))
TEXT = ("学习材料", 40)
ELECTIVES = (("系列微课", 60), ("专题片", 90))

DIMENSIONS = (("need", "需求适配度"), ("design", "内容设计科学性"), ("teachers", "师资选配合理性"), ("order", "组织有序性"))

REMARKS = ("", "", "", "（空）", "课程案例贴近学校实际。", "希望增加现场教学，\n并安排答疑。", "考试时间可再灵活一些。", "平台 & 客服都很好。")
OPINIONS = ("案例选题准、做法实，同意推荐。", "可复制、可推广，同意推荐。")
