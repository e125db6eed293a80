"""Whatever sites follow one another, and whatever happens to the output folder between, each commit leaves the site that it was given."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from fastbuild.output import digest_of
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fastbuild.output.conftest import Desk, write

PATHS = ("a", "a/b", "a/b/c", "A/b", "d", "d/e", "d/f", "g/h", "i")
TEXTS = st.sampled_from(["", "1", "2"])


def is_possible(site: dict[str, str]) -> bool:
    """No name is that of a page and of a folder."""
    return not any(f"{name}/" in other for name in site for other in site if other.startswith(f"{name}/"))


SITES = st.dictionaries(st.sampled_from(PATHS), TEXTS).filter(is_possible)


@dataclass(frozen=True)
class Step:
    """What happens before a build, and the site that it builds."""

    damage: str
    name: str
    site: dict[str, str]


STEPS = st.builds(
    Step,
    st.sampled_from(["", "", "", "edit", "remove", "touch", "no output", "no spare", "in place", "stranger", "no stranger"]),
    st.sampled_from(PATHS),
    SITES,
)


def harm(desk: Desk, step: Step) -> None:
    path = desk.output / step.name
    if step.damage == "edit" and path.is_file():
        path.write_text("9")
    elif step.damage == "remove" and path.is_file():
        path.unlink()
    elif step.damage == "touch" and path.is_file():
        write(desk.output, {step.name: path.read_text()})
    elif step.damage == "no output":
        shutil.rmtree(desk.output, ignore_errors=True)
    elif step.damage == "no spare":
        shutil.rmtree(desk.state / "spare", ignore_errors=True)
    elif step.damage == "stranger" and desk.output.exists():
        write(desk.output, {"stranger": "theirs"})
    elif step.damage == "no stranger":
        (desk.output / "stranger").unlink(missing_ok=True)


@given(first=SITES, steps=st.lists(STEPS, max_size=8))
@settings(max_examples=60)
def test_any_sequence_of_sites(first: dict[str, str], steps: list[Step]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        desk.build(first)
        for step in steps:
            harm(desk, step)
            strangers = {name: text for name, text in desk.site().items() if name == "stranger"}
            now = Desk(Path(folder), swap=step.damage != "in place")
            placed = now.build(step.site)
            assert desk.site() == step.site | strangers
            assert placed.files == tuple(sorted(step.site))
            assert placed.foreign == tuple(strangers)
            assert now.current() == {name: digest_of(text.encode()) for name, text in step.site.items()}
            assert desk.beside() == set()
