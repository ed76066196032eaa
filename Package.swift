// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target is built under the same rules; a warning is an error in `make check`.
let rules: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// Declares a stage: a target that may import only the targets named here.
func stage(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: rules)
}

/// Declares the tests of a stage; each test file mirrors a source file.
func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: dependencies, exclude: exclude, swiftSettings: rules)
}

let package = Package(
  name: "jianbao",
  products: [.executable(name: "jianbao", targets: ["Jianbao"])],
  targets: [
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CMinizip", pkgConfig: "minizip", providers: [.apt(["libminizip-dev"])]),
    .systemLibrary(name: "CSHA256"),
    stage("SQLite", ["CSQLite"]),
    stage("Archive", ["CMinizip"]),
    stage("Workbook", ["CXLSXWriter", "Archive"]),
    stage("Exports", ["Archive", "CSHA256"]),
    stage("Programme"),
    stage("Templates", ["Programme"]),
    stage("Scoring", ["Programme"]),
    stage("Store", ["Exports", "Programme", "SQLite"], resources: [.embedInCode("schema.sql")]),
    stage("Drafts", ["Store", "Exports", "Programme"]),
    stage("Metrics", ["Scoring", "Programme"]),
    stage("Awards", ["Scoring", "Programme"]),
    stage("Stages", ["Store", "Exports", "Programme", "Scoring", "Metrics", "Awards", "SQLite"]),
    stage(
      "Answers",
      ["Stages", "Store", "Exports", "Programme", "Scoring", "Awards", "Metrics", "SQLite", "Archive"]),
    stage(
      "Reports",
      [
        "Stages", "Store", "Exports", "Programme", "Scoring", "Metrics", "Awards", "SQLite", "Workbook", "Archive",
        "Templates",
      ],
      resources: [
        .embedInCode("Templates/bulletin.md"), .embedInCode("Templates/summary.md"),
        .embedInCode("Templates/nominees-public.md"), .embedInCode("Templates/reminders.md"),
      ]),
    .executableTarget(
      name: "Jianbao",
      dependencies: [
        "Answers", "Drafts", "Reports", "Stages", "Store", "Exports", "Programme", "Scoring", "Metrics", "Awards",
        "SQLite", "Templates", "Workbook",
      ],
      resources: [.embedInCode("Demo/demo-pipeline.json5"), .embedInCode("Demo/demo-README.md")],
      swiftSettings: rules),
    .executableTarget(
      name: "Bench",
      dependencies: ["Exports", "Metrics", "Programme", "SQLite", "Scoring", "Stages", "Store", "Workbook"],
      swiftSettings: rules),
    .target(name: "TestSupport", dependencies: ["Archive"], path: "Tests/Support", swiftSettings: rules),
    tests("SQLite", ["SQLite", "TestSupport"]),
    tests("Archive", ["Archive", "CMinizip", "TestSupport"]),
    tests("Workbook", ["Workbook", "Archive", "Exports", "TestSupport"]),
    tests("Exports", ["Exports", "Archive", "TestSupport"]),
    tests("Programme", ["Programme", "TestSupport"]),
    tests("Templates", ["Templates", "Programme", "TestSupport"]),
    tests("Scoring", ["Scoring", "Programme", "TestSupport"]),
    tests("Store", ["Store", "Exports", "Programme", "SQLite", "TestSupport"]),
    tests("Drafts", ["Drafts", "Exports", "Programme", "TestSupport"]),
    tests("Metrics", ["Metrics", "Scoring", "Programme", "TestSupport"], exclude: ["Samples"]),
    tests("Awards", ["Awards", "Scoring", "Programme", "TestSupport"]),
    tests("Stages", ["Stages", "Store", "Programme", "SQLite", "TestSupport"], exclude: ["Samples"]),
    tests(
      "Answers", ["Answers", "Stages", "Store", "Programme", "Scoring", "Metrics", "Awards", "SQLite", "TestSupport"],
      exclude: ["Golden"]),
    tests(
      "Reports",
      [
        "Reports", "Workbook", "Exports", "Store", "SQLite", "Programme", "Scoring", "Metrics", "Awards", "Archive",
        "Templates", "TestSupport",
      ],
      exclude: ["Golden"]),
    tests("EndToEnd", ["Exports", "SQLite", "Archive", "TestSupport"], exclude: ["Expected", "Golden"]),
    tests("Layering", ["TestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)
