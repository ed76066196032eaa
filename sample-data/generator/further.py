"""The programmes beside the provincial one: each is a package that invents its world, with an oracle of the same name."""

from generator import haian, hunan_guopei, lanxi, party_secretaries
from generator.readme import with_faults
from oracle.haian import expectations as haian_expectations
from oracle.hunan_guopei import expectations as hunan_guopei_expectations
from oracle.lanxi import expectations as lanxi_expectations
from oracle.party_secretaries import expectations as party_secretaries_expectations

PROGRAMMES = (
    (party_secretaries, party_secretaries_expectations),
    (hunan_guopei, hunan_guopei_expectations),
    (lanxi, lanxi_expectations),
    (haian, haian_expectations),
)


def files(root):
    """Path below the repository and bytes of every file; `root` is sample-data, whose READMEs are rewritten in part."""
    for programme, expectations in PROGRAMMES:
        world, nights = programme.invent()
        for night in nights:
            for name, content in night.files.items():
                yield f"sample-data/{programme.ID}/{night.night}/{name}", content
        readme = (root / programme.ID / "README.md").read_text(encoding="utf-8")
        yield f"sample-data/{programme.ID}/README.md", with_faults(readme, nights).encode("utf-8")
        for name, content in expectations.files(world, nights):
            yield f"Tests/EndToEndTests/Expected/{programme.ID}/{name}", content
