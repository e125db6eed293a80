"""What a new owner is asked, and the checks of the answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .contact import check_email, check_phone
from .locales import canonical_tag, check_language, is_known_language, region_of
from .problems import Problem, SiteError, UnfitError
from .slugs import LONGEST_SLUG, WINDOWS_NAMES, slug_of
from .text import one_line
from .web_address import check_site_url

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

# Stands in for an address that is not known yet: the preview on one's own machine, which no reader can mistake for a site.
UNKNOWN_URL = "http://localhost:8000"


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose site it becomes. Every value has been checked; email and phone may be empty."""

    name: str
    author: str
    email: str
    phone: str
    url: str
    language: str


@dataclass(frozen=True, slots=True)
class _Question:
    """`check` takes the answer and the language answered before; an empty answer means `default`, and is refused if that is None."""

    key: str
    prompt: str
    default: str | None
    unattended: str
    check: Callable[[str, str], str]


def _check_site_name(answer: str, _language: str) -> str:
    return answer


def _check_author(answer: str, _language: str) -> str:
    slug = slug_of(answer)
    if not any(character.isalnum() for character in slug) or len(slug) > LONGEST_SLUG or slug in WINDOWS_NAMES:
        raise UnfitError(f"the address and the file of your page cannot be made of `{answer}`. Write first name and last name.")
    return answer


def _check_language(answer: str, _language: str) -> str:
    usual = canonical_tag(answer)
    return check_language(usual if is_known_language(usual) else answer)


def _check_email(answer: str, _language: str) -> str:
    return check_email(answer)


def _check_phone(answer: str, language: str) -> str:
    return check_phone(answer, region_of(language))


def _check_url(answer: str, _language: str) -> str:
    return check_site_url(answer)


# The language comes before the phone number, which is read as one of that country.
_QUESTIONS = (
    _Question("name", "Name of the site [My letters]: ", "My letters", "My letters", _check_site_name),
    _Question("author", "Your own name, as readers will see it: ", None, "Your Name", _check_author),
    _Question("language", "Language you write in, such as en, en-GB or de [en]: ", "en", "en", _check_language),
    _Question("email", "Email address that readers may write to (Enter for none): ", "", "", _check_email),
    _Question("phone", "Phone number that readers may call (Enter for none): ", "", "", _check_phone),
    _Question(
        "url", "Address the site will have, such as https://www.example.com (Enter if unknown): ", UNKNOWN_URL, UNKNOWN_URL, _check_url
    ),
)


def ask_owner(given: Mapping[str, str | None], *, ask: Callable[[str], str] | None) -> Owner:
    """The owner as the options and the answers say.

    `given` holds what came as options: name, author, email, phone, url, language; a key that is missing or None is asked for.
    `ask` shows a question and returns the answer; a refused answer is asked again, with the reason before the question. Without
    `ask` nothing is asked and whatever is missing gets a stand-in. SiteError with all options that are wrong, before the first
    question; what `ask` raises (EOFError without a keyboard) passes through.
    """
    answers, problems = _from_options(given)
    if problems:
        raise SiteError(problems)
    for question in _QUESTIONS:
        if question.key not in answers:
            answers[question.key] = _asked(question, answers.get("language", "en"), ask) if ask else question.unattended
    return Owner(**answers)


def _from_options(given: Mapping[str, str | None]) -> tuple[dict[str, str], list[Problem]]:
    answers: dict[str, str] = {}
    problems: list[Problem] = []
    for question in _QUESTIONS:
        if (value := given.get(question.key)) is not None:
            try:
                answers[question.key] = _checked(question, value, answers.get("language", "en"))
            except UnfitError as error:
                problems.append(Problem(f"--{question.key}", 0, str(error)))
    return answers, problems


def _checked(question: _Question, answer: str, language: str) -> str:
    answer = one_line(answer)
    if answer:
        return question.check(answer, language)
    if question.default is None:
        raise UnfitError("this cannot be empty. Your name stands at every article.")
    return question.default


def _asked(question: _Question, language: str, ask: Callable[[str], str]) -> str:
    reason = ""
    while True:
        try:
            return _checked(question, ask(reason + question.prompt), language)
        except UnfitError as error:
            reason = f"{error}\n"
