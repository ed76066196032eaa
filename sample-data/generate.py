#!/usr/bin/env python3
"""Write the sample exports of two nights, and beside the tests the figures that they must give.

The same bytes on every run: a fixed seed, no clock. Standard library only, Python 3.9 or later.
"""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))
sys.dont_write_bytecode = True

from generator.clock import NIGHTS  # noqa: E402
from generator.further import files as further_files  # noqa: E402
from generator.night import Night  # noqa: E402
from generator.programme import Programme  # noqa: E402
from generator.readme import with_faults  # noqa: E402
from generator.shape import require_shape  # noqa: E402
from oracle.expectations import files as expectation_files  # noqa: E402


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=ROOT.parent, metavar="DIR",
                        help="write as if DIR were the root of the repository (default: the repository itself)")
    out = parser.parse_args().out

    programme = Programme()
    require_shape(programme)
    nights = [Night(programme, night) for night in NIGHTS]
    for night in nights:
        for name, content in night.files.items():
            write(out / "sample-data" / "jiangsu-provincial" / night.night / name, content)
    readme = with_faults((ROOT / "README.md").read_text(encoding="utf-8"), nights)
    write(out / "sample-data" / "README.md", readme.encode("utf-8"))
    for name, content in expectation_files(programme, nights):
        write(out / "Tests" / "EndToEndTests" / "Expected" / name, content)
    for path, content in further_files(ROOT):
        write(out / path, content)


def write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


if __name__ == "__main__":
    main()
