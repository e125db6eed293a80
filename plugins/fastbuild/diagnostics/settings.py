"""What is wrong with Pelican's settings, before anything is read: all of it at once, each at its line in the settings file."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, available_timezones

from fastbuild.locating import line_of_setting, place_in_source, text_of
from fastbuild.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PYTHON = "settings-python"
NAME, TYPE, ZONE, FOLDER, THEME = "settings-name", "settings-type", "settings-timezone", "settings-folder", "settings-theme"
_MORE = frozenset(
    """
    AUTHOR TIMEZONE DEFAULT_DATE FEED_DOMAIN FEED_ATOM FEED_ATOM_URL FEED_RSS FEED_RSS_URL FEED_ALL_ATOM_URL FEED_ALL_RSS FEED_ALL_RSS_URL
    CATEGORY_FEED_ATOM_URL CATEGORY_FEED_RSS CATEGORY_FEED_RSS_URL AUTHOR_FEED_ATOM_URL AUTHOR_FEED_RSS_URL TAG_FEED_ATOM TAG_FEED_ATOM_URL
    TAG_FEED_RSS TAG_FEED_RSS_URL TRANSLATION_FEED_ATOM_URL TRANSLATION_FEED_RSS TRANSLATION_FEED_RSS_URL SUMMARY_MAX_PARAGRAPHS
    TAG_REGEX_SUBSTITUTIONS CATEGORY_REGEX_SUBSTITUTIONS AUTHOR_REGEX_SUBSTITUTIONS ARCHIVES_SAVE_AS ARCHIVES_URL TAGS_SAVE_AS TAGS_URL
    CATEGORIES_SAVE_AS CATEGORIES_URL AUTHORS_SAVE_AS AUTHORS_URL INDEX_URL DEBUG AUTORELOAD_IGNORE_CACHE STATIC_EXCLUDE_SOURCES
    MENUITEMS LINKS SOCIAL SITESUBTITLE SITEDESCRIPTION
    """.split()  # noqa: SIM905
)
"""Pelican's and its themes' settings that have no default."""
_THEMES = ("simple", "notmyidea")
_FOLDERS = ("THEME_TEMPLATES_OVERRIDES", "PLUGIN_PATHS")
_ALIKE = 0.8
_NO_LESS = 5  # letters; a shorter name is near to many


class UnusableSettingsError(Exception):
    """No site can be built with these settings; `problems` are lines that say why."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(problems))


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """Where settings may be set: the file that was named, and those beside it that it takes over."""

    path: Path

    def place(self, name: str, word: str = "") -> tuple[Path, int | None]:
        """The file and line that set `name`, or below it hold `word` between quotation marks; the file that was named if none does."""
        for path in (self.path, *self._taken_over()):
            if line := line_of_setting(path, name, word):
                return path, line
        return self.path, None

    def _taken_over(self) -> Iterator[Path]:
        for name in re.findall(r"^\s*(?:from|import)\s+([A-Za-z_]\w*)", text_of(self.path), re.MULTILINE):
            path = self.path.with_name(f"{name}.py")
            if path.is_file():
                yield path


def problems_of(settings: Mapping[str, Any], file: SettingsFile) -> list[Problem]:
    """Everything that is wrong with them; `settings` may be Pelican's own or what the file alone says."""
    from pelican.settings import DEFAULT_CONFIG  # noqa: PLC0415

    return [
        *_unknown(settings, DEFAULT_CONFIG, file),
        *_types(settings, DEFAULT_CONFIG, file),
        *_time_zone(settings, file),
        *_missing_folders(settings, file),
    ]


def placed(problem: Problem, file: SettingsFile) -> Problem:
    """A problem of a setting that it names first, or of a plugin between quotation marks, at its line in the file."""
    if problem.path:
        return problem
    plugin = problem.message.partition("'")[2].partition("'")[0]
    name = problem.message.partition(" ")[0]
    path, line = file.place(name) if name.isupper() else file.place("PLUGINS", plugin)
    return replace(problem, path=path, line=line)


def refusal(error: BaseException, file: SettingsFile) -> tuple[Problem, ...]:
    """Why Pelican did not begin. Of errors that list their `problems`, as those of plugins do, the caller tells those."""
    found = problems_of(_raw(file.path), file)
    path, line = place_in_source(error, ends_with=(".py",))
    if path:
        said = error.msg if isinstance(error, SyntaxError) else " ".join(str(error).split())
        message = f"{type(error).__name__}: {said.removesuffix('.')}."
        return (*found, Problem("ERROR", message, path, line, PYTHON, _python_fix(error)))
    own = _of_pelican(error, file)
    return tuple(found) if found and own.rule == PYTHON else (own, *found)


def _python_fix(error: BaseException) -> str:
    if isinstance(error, ModuleNotFoundError):
        return f"Install {error.name}, or take the line out."
    if isinstance(error, SyntaxError):
        return "Mend this line, or the one above."
    return "Mend it; a text stands between quotation marks." if isinstance(error, NameError) else "Mend it."


def _of_pelican(error: BaseException, file: SettingsFile) -> Problem:
    """Pelican's own two refusals, and whatever else has no place."""
    text = " ".join(str(error).split())
    if text.startswith("Could not find the theme "):
        return _theme(text.removeprefix("Could not find the theme "), file)
    if "path containing the content" in text:
        return _at(file.place("PATH"), FOLDER, "there is no content folder where PATH says.", "Mend the path, or make the folder.")
    return Problem("ERROR", f"{text.removesuffix('.')}.", file.path, None, PYTHON, "Mend the settings.")


def _raw(path: Path) -> dict[str, Any]:
    """What the file says itself, if Pelican has come as far as to read it."""
    module = sys.modules.get(path.stem)
    is_it = getattr(module, "__file__", None) and Path(str(getattr(module, "__file__", ""))).resolve() == path.resolve()
    return {name: value for name, value in vars(module).items() if name.isupper()} if is_it else {}


def _at(place: tuple[Path, int | None], rule: str, message: str, fix: str) -> Problem:
    return Problem("ERROR", message, *place, rule, fix)


def _unknown(settings: Mapping[str, Any], defaults: Mapping[str, Any], file: SettingsFile) -> Iterator[Problem]:
    """Names nearly like one of Pelican's, with a value of the same kind; anything else may be a theme's or a plugin's."""
    known = _MORE.union(defaults, _of_lists(settings.get("DIRECT_TEMPLATES")))
    meant = frozenset(settings.get("FASTBUILD_SETTINGS", ()))
    for name in sorted(settings.keys() - known - meant):
        near = _slip(name, known)
        if near and _like(settings[name], defaults.get(near, "")):
            fix = f"Did you mean {near}? If not, name it in the setting FASTBUILD_SETTINGS."
            yield _at(file.place(name), NAME, f"there is no setting {name}.", fix)


def _of_lists(templates: object) -> Iterator[str]:
    """Where the lists are written that the owner has named."""
    for template in templates if isinstance(templates, (list, tuple)) else ():
        yield from (f"{str(template).upper()}_SAVE_AS", f"{str(template).upper()}_URL")


def _slip(name: str, known: frozenset[str]) -> str:
    """The one that is a slip of the finger away: a letter more, less or other, or two exchanged."""
    near = get_close_matches(name, known, n=3, cutoff=0.8) if len(name) >= _NO_LESS else []
    return next((other for other in near if _is_one_slip(name, other)), "")


def _is_one_slip(one: str, other: str) -> bool:
    if len(one) < len(other):
        one, other = other, one
    begin = next((at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), len(other))
    if len(one) > len(other):
        return len(one) == len(other) + 1 and one[begin + 1 :] == other[begin:]
    swapped = one[begin : begin + 2] == other[begin : begin + 2][::-1] and one[begin + 2 :] == other[begin + 2 :]
    return swapped or one[begin + 1 :] == other[begin + 1 :]


def _like(value: object, default: object) -> bool:
    return default is None or value is None or isinstance(value, type(default)) or isinstance(default, type(value))


_WORDS = {bool: "True or False", int: "a whole number", str: "a text", list: "a list", dict: "a dictionary"}
_ALSO: Mapping[str, tuple[type, ...]] = {
    "DEFAULT_PAGINATION": (int,),
    "SUMMARY_MAX_LENGTH": (type(None),),
    "LOCALE": (str,),
    "PELICAN_CLASS": (object,),
    "ARTICLE_ORDER_BY": (object,),
    "PAGE_ORDER_BY": (object,),
    "ARTICLE_TRANSLATION_ID": (list, tuple, set, bool),
    "PAGE_TRANSLATION_ID": (list, tuple, set, bool),
    "DATE_FORMATS": (dict,),
    "IGNORE_FILES": (tuple,),
}


def _types(settings: Mapping[str, Any], defaults: Mapping[str, Any], file: SettingsFile) -> Iterator[Problem]:
    """A list where Pelican wants a text would end in a traceback, or in nothing at all."""
    for name in sorted(settings.keys() & defaults.keys()):
        value, kind = settings[name], type(defaults[name])
        if kind not in _WORDS or value is None or isinstance(value, (kind, *_ALSO.get(name, ()))) or _will_do(value, kind):
            continue
        yield _at(file.place(name), TYPE, f"{name} is {_WORDS.get(type(value), type(value).__name__)}.", f"Give {_WORDS[kind]}.")
    plugins = settings.get("PLUGINS")
    if plugins is not None and not isinstance(plugins, (list, tuple)):
        yield _at(file.place("PLUGINS"), TYPE, f"PLUGINS is {_WORDS.get(type(plugins), type(plugins).__name__)}.", "Give a list.")


def _will_do(value: object, kind: type) -> bool:
    """Whether Pelican cannot tell it from what it wants: a tuple from a list, a false value from a text that is empty."""
    if kind is list:
        return isinstance(value, (tuple, set, frozenset))
    return value is False if kind is str else kind is bool and value in {0, 1}


def _time_zone(settings: Mapping[str, Any], file: SettingsFile) -> Iterator[Problem]:
    name = settings.get("TIMEZONE", "UTC")
    try:
        ZoneInfo(name)
    except Exception:  # noqa: BLE001  (a name with a slash too many is another error than one that is unknown)
        near = get_close_matches(str(name), available_timezones(), n=1)
        fix = f"Did you mean {near[0]}?" if near else "Give a continent and a large city, such as Europe/Berlin."
        yield _at(file.place("TIMEZONE"), ZONE, f"there is no time zone {name!r}.", fix)


def _missing_folders(settings: Mapping[str, Any], file: SettingsFile) -> Iterator[Problem]:
    """A folder that is not there is a slip if one of nearly its name is; else it may have to come yet."""
    for name in _FOLDERS:
        folders = settings.get(name)
        for folder in map(Path, folders) if isinstance(folders, (list, tuple)) else ():
            beside = sorted(path.name for path in folder.parent.glob("*/")) if not folder.is_dir() else []
            if near := get_close_matches(folder.name, beside, n=1, cutoff=_ALIKE):
                place = file.place(name, folder.name)
                yield _at(place, FOLDER, f"{name} names the folder {folder.name}, which is not there.", f"Did you mean {near[0]}?")


def _theme(theme: str, file: SettingsFile) -> Problem:
    """The theme is no folder, and none of those that come with Pelican."""
    beside = sorted(path.name for path in file.path.parent.iterdir() if (path / "templates").is_dir())
    near = get_close_matches(Path(theme).name, [*beside, *_THEMES], n=1)
    fix = f"Did you mean {near[0]!r}?" if near else f"Name a folder that has templates/ in it, or {' or '.join(map(repr, _THEMES))}."
    return _at(file.place("THEME"), THEME, f"there is no theme {theme}.", fix)
