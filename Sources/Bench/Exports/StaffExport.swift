extension World {
  /// Staff (staff.csv): administrators of three levels, chief tutors and moderators, with hours online and briefs written.
  func writeStaff(_ path: String, _ night: Night) throws {
    let file = try ExportFile(path, header: "人员编号,姓名,角色,所属单位,在线时长,简报数")
    let posts = staffPosts
    for (index, post) in posts.enumerated() { try write(file, post, number: index + 1, night) }
    try write(file, posts[posts.count / 2], number: posts.count / 2 + 1, night)
    for field in ["", "无名", "校级管理员", province.schools[0].name] { file.text([UInt8](field.utf8)) }
    file.number(10)
    file.number(3)
    try file.endRow()
    try file.close()
  }

  private struct StaffPost {
    let role: String
    let unit: String
  }

  private var staffPosts: [StaffPost] {
    let schools = province.schools.map(\.name)
    var posts = province.cities.flatMap { [StaffPost](repeating: StaffPost(role: "市级管理员", unit: $0), count: 3) }
    posts += province.counties.flatMap { [StaffPost](repeating: StaffPost(role: "县级管理员", unit: $0.name), count: 2) }
    posts += schools.map { StaffPost(role: "校级管理员", unit: $0) }
    for (index, school) in schools.enumerated() where index % 4 == 0 {
      posts.append(StaffPost(role: "总辅导员", unit: school))
    }
    for (index, school) in schools.enumerated() where index % 20 == 0 {
      posts.append(StaffPost(role: "版主", unit: school))
    }
    return posts
  }

  private func write(_ file: ExportFile, _ post: StaffPost, number: Int, _ night: Night) throws {
    var drawn = chance(.staff, UInt64(number))
    let surname = Self.surnames[number % Self.surnames.count]
    file.code(Self.staffLetters, number, digits: 6)
    file.text([UInt8]((surname + Self.givenNames[number % Self.givenNames.count]).utf8))
    file.text([UInt8](post.role.utf8))
    file.text([UInt8](post.unit.utf8))
    let change = change(.staff, RowOrder.Key(packed: UInt32(number) << 6), night)
    file.number(drawn.number(0..<9000) + (change == nil ? 0 : 1))
    file.number(drawn.gamma(shape: 4) / 1000)
    try file.endRow()
  }

  private static let staffLetters = [UInt8]("RY".utf8)
}
