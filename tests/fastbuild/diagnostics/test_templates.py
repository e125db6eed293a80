"""What goes wrong in templates, at their lines; what is a program's defect, and none of a template."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fastbuild.diagnostics.templates import template_problem
from jinja2 import Environment, FileSystemLoader, StrictUndefined

if TYPE_CHECKING:
    from pathlib import Path

    from fastbuild.problems import Problem


def problem_with(folder: Path, text: str, **given: object) -> Problem | None:
    (folder / "page.html").write_text(text, encoding="utf-8")
    environment = Environment(loader=FileSystemLoader(folder), undefined=StrictUndefined)  # noqa: S701
    with pytest.raises(Exception) as caught:  # noqa: PT011  (whatever a template makes of it)
        environment.get_template("page.html").render(given)
    return template_problem(caught.value, "a.html")


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("\n{% if a %}", 2, "template: Unexpected end of template."),
        ("\n\n{{ a.b.c }}", 3, "template: 'dict object' has no attribute 'b'."),
        ("{{ b }}", 1, "template: 'b' is undefined."),
        ("\n{{ a|shout }}", 2, "template: No filter named 'shout'."),
        ("\n{{ a + 1 }}", 2, "template: TypeError: unsupported operand type(s) for +: 'dict' and 'int'."),
        ("{% include 'pge.html' %}", 1, "template: there is no template 'pge.html'."),
        ("{% extends 'page.html' %}", 1, "template: RecursionError: maximum recursion depth exceeded"),
        ("{% for x in a %}{{ loop(x) }}{% endfor %}", 1, "template: TypeError: "),
    ],
)
def test_a_mistake_has_file_and_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    problem = problem_with(tmp_path, text, a={"x": 1})
    assert problem
    assert (problem.level, problem.path, problem.line, problem.pages) == ("ERROR", tmp_path / "page.html", line, ("a.html",))
    assert problem.message.startswith(message)
    assert problem.message.endswith(".")


def test_a_name_that_is_nearly_right_is_told(tmp_path: Path) -> None:
    problem = problem_with(tmp_path, "{% include 'pge.html' %}")
    assert problem
    assert problem.fix == "Did you mean 'page.html'?"


def test_a_defect_of_a_program_is_none_of_a_template(tmp_path: Path) -> None:
    def fail() -> None:
        raise RuntimeError("a defect")

    problem = problem_with(tmp_path, "{{ fail() }}", fail=fail)
    assert problem is None or problem.path != tmp_path / "page.html" or "defect" in problem.message
    assert template_problem(RuntimeError("a defect")) is None
    assert template_problem(OSError(28, "No space left on device")) is None
