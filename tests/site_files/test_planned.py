"""The register of what plugins plan forgets nothing."""

from __future__ import annotations

import copy
import pickle
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from site_files.planned import PlannedOutputs, watch_planned


def test_the_first_source_keeps_its_path_and_both_are_told() -> None:
    planned = PlannedOutputs()
    planned["a.html"] = "the imprint"
    planned.update({"a.html": "series One", "b.html": "series Two"})
    planned |= {"b.html": "the card of Nora"}
    assert planned == {"a.html": "the imprint", "b.html": "series Two"}
    assert planned.clashes == [("a.html", "the imprint", "series One"), ("b.html", "series Two", "the card of Nora")]


def test_the_same_source_may_say_it_again() -> None:
    planned = PlannedOutputs({"a.html": "series One"})
    planned["a.html"] = "series One"
    planned.update([("a.html", "series One")])
    assert not planned.clashes


def test_a_clash_is_told_once() -> None:
    planned = PlannedOutputs({"a.html": "one"})
    for _ in range(2):
        planned["a.html"] = "two"
    assert planned.clashes == [("a.html", "one", "two")]


def test_what_was_planned_before_stays() -> None:
    context: dict[str, Any] = {"planned_outputs": {"a.html": "one"}}
    watch_planned(context)
    context.setdefault("planned_outputs", {})["a.html"] = "two"
    watch_planned(context)
    assert context["planned_outputs"] == {"a.html": "one"}
    assert context["planned_outputs"].clashes == [("a.html", "one", "two")]


def test_a_context_without_plans_gets_some() -> None:
    context: dict[str, Any] = {}
    watch_planned(context)
    assert isinstance(context["planned_outputs"], PlannedOutputs)


def test_copies_remember_the_clashes() -> None:
    planned = PlannedOutputs({"a.html": "one"})
    planned["a.html"] = "two"
    for other in (copy.copy(planned), pickle.loads(pickle.dumps(planned))):  # noqa: S301  (our own bytes)
        assert (other, other.clashes) == (planned, planned.clashes)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xyz"))))
def test_every_source_of_every_path_is_known(plans: list[tuple[str, str]]) -> None:
    planned = PlannedOutputs()
    for path, source in plans:
        planned[path] = source
    known = {*planned.items(), *((path, second) for path, _, second in planned.clashes)}
    assert known == set(plans)
