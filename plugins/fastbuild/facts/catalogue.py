"""The contents, tags, categories and authors of a build, and the digests of what was read of them."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from jinja2.utils import missing
from pelican.contents import Content
from pelican.urlwrappers import URLWrapper

from fastbuild.tracing.trace import WHOLE

from .answers import DIGEST_SIZE, MISSING, answer, changing, digest_of_plain
from .telling import PLAIN, UntoldError, name_of, shape, told

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from fastbuild.tracing.trace import Trace

Fact = tuple[Any, ...]
ALL: Fact = ("all",)
NOT_META = frozenset(["_content", "_context", "settings", "metadata", "translations"])
OF_WRAPPERS = frozenset(["settings", "name", "slug"])
BARE = OF_WRAPPERS | {"_name", "_slug", "_slug_from_name"}
"""And what begins with an underscore: Pelican fills some of them in when they are asked for."""
OF_SETS = frozenset(["generated_content", "static_content", "staticfiles"])
"""Names of the context under which all contents lie, in the order of a set, which no two processes share."""


class Catalogue:
    """Made when all contents are known and before the first page is written; `context` is the one that all generators share."""

    def __init__(self, context: Mapping[str, Any], links: Mapping[str, set[tuple[str, str]]]) -> None:
        self._context = context
        self._links = links
        """The links in each content's text, by its file: what they were looked up in, and what was looked up."""
        self._contents: dict[tuple[str, str], list[Content]] = {}
        self._wrappers: dict[tuple[str, str], dict[Any, URLWrapper]] = {}
        self._known: dict[Fact, bytes] = {}
        self._urls: dict[tuple[str, str], str | None] = {}
        self._told: dict[int, tuple[Any, Any]] = {}
        self.parts: dict[int, list[Trace]] = {}
        """What texts that are parts of documents have read; see `Trace.parts`."""
        for found in ("generated_content", "static_content"):
            for content in context.get(found, {}).values():
                self.add(content)
        for name in ("tags", "categories", "authors"):
            for wrapper, _ in context.get(name, ()):
                self.add(wrapper)

    def add(self, entity: Any) -> None:
        """Know a content, and the tags, category and authors of it, or one of those."""
        if isinstance(entity, Content):
            known = self._contents.setdefault(name_of(entity), [])
            if any(entity is other for other in known):
                return
            known.append(entity)
            for wrapper in _wrappers_of(entity):
                self._add_wrapper(wrapper)
        elif isinstance(entity, URLWrapper):
            self._add_wrapper(entity)

    def _add_wrapper(self, wrapper: URLWrapper) -> None:
        """Of those that nobody has added anything to, one of each name stands for all: every article has objects of its own."""
        key: Any = wrapper.name if vars(wrapper).keys() <= BARE else id(wrapper)
        self._wrappers.setdefault((type(wrapper).__name__, wrapper.slug), {})[key] = wrapper

    def facts_of(self, trace: Trace) -> set[Fact]:
        """What a page depends on besides its own arguments."""
        if trace.everything:
            return {ALL}
        facts: set[Fact] = {("asked", path, question) for path, question in trace.shared_asked}
        for content in trace.metas.values():
            self.add(content)
            facts.add(("meta", *name_of(content)))
        facts.update(("body", *name_of(content)) for content in trace.bodies.values())
        for (_, attribute), wrapper in trace.wrappers.items():
            self.add(wrapper)
            facts.add(("wrapper", type(wrapper).__name__, wrapper.slug, attribute))
        return facts

    def facts_of_document(self, made_of: Any, trace: Trace) -> set[Fact]:
        """What a document depends on that says what it is made of, and what it has read besides; adds to the templates of its trace."""
        facts: set[Fact] = set()
        for entity in _entities(made_of):
            self.add(entity)
            if isinstance(entity, Content):
                facts |= {("meta", *name_of(entity)), ("body", *name_of(entity))}
                for part in self.parts.get(id(entity), ()):
                    trace.absorb(part)
            for wrapper in _wrappers_of(entity) if isinstance(entity, Content) else (entity,):
                facts.add(("wrapper", type(wrapper).__name__, wrapper.slug, WHOLE))
        return {ALL} if trace.everything else facts | self.facts_of(trace)

    def digest(self, fact: Fact) -> bytes:
        """The same for as long as what the fact is about is the same."""
        found = self._known.get(fact)
        if found is None:
            found = self._known[fact] = self._made(fact)
        return found

    def forget(self, facts: Iterable[Fact]) -> None:
        """What they are about has changed."""
        for fact in (ALL, *facts):
            self._known.pop(fact, None)

    def forget_bodies(self, sources: Iterable[str]) -> None:
        """Their links have been followed anew."""
        changed = set(sources)
        for fact in [fact for fact in self._known if fact == ALL or (fact[0] == "body" and fact[2] in changed)]:
            del self._known[fact]

    def _made(self, fact: Fact) -> bytes:
        try:
            if fact[0] == "meta":
                return digest_of_plain([self._meta(content) for content in self._contents.get(fact[1:], ())])
            if fact[0] == "body":
                return self._bodies(self._contents.get(fact[1:], ()))
            if fact[0] == "wrapper":
                return self._wrapper(*fact[1:])
            if fact[0] == "asked":
                return digest_of_plain(answer(self._context, fact[1], fact[2]))
            return self._everything()
        except UntoldError:
            return changing()

    def _meta(self, content: Content) -> Any:
        members, tell = vars(content), self._tell
        metadata = [(key, tell(of)) for key, of in content.metadata.items() if members.get(key) is not of]
        own = [(key, of if type(of) in PLAIN else tell(of)) for key, of in members.items() if key not in NOT_META]
        return own, metadata, [name_of(other) for other in content.translations]

    def _tell(self, value: Any) -> Any:
        """Values that many contents share, such as an author's card, are told once."""
        if type(value).__hash__ is None or not hasattr(type(value), "__dataclass_fields__"):
            return told(value)
        found = self._told.get(id(value))
        if found is None:
            found = self._told[id(value)] = (value, digest_of_plain(told(value)))
        return found[1]

    def _bodies(self, contents: Iterable[Content]) -> bytes:
        made = blake2b(digest_size=DIGEST_SIZE)
        for content in contents:
            text = content._content or ""  # noqa: SLF001
            links = [(link, self._url(*link)) for link in sorted(self._links.get(str(content.source_path), ()))]
            made.update(f"{len(text)} {links!r} {text}".encode("utf-8", "surrogatepass"))
        return made.digest()

    def _url(self, found_in: str, path: str) -> str | None:
        key = (found_in, path)
        if key not in self._urls:
            target = self._context.get(found_in, {}).get(path)
            self._urls[key] = None if target is None else _url_unseen(target)
        return self._urls[key]

    def _wrapper(self, kind: str, slug: str, attribute: str) -> bytes:
        found = self._wrappers.get((kind, slug), {}).values()
        return digest_of_plain(sorted({repr(_attribute(wrapper, attribute)) for wrapper in found}))

    def _everything(self) -> bytes:
        made = blake2b(digest_size=DIGEST_SIZE)
        for name in sorted(self._contents):
            made.update(self.digest(("meta", *name)) + self.digest(("body", *name)))
        for kind, slug in sorted(self._wrappers):
            made.update(self.digest(("wrapper", kind, slug, WHOLE)))
        for key in sorted(self._context):
            if not key.isupper() and key not in OF_SETS:  # settings are compared as a whole, and contents above
                made.update(self.digest(("asked", (key,), "shape")))
        return made.digest()


def _wrappers_of(content: Content) -> Iterable[URLWrapper]:
    members = vars(content)
    for name in ("category", "author"):
        if isinstance(members.get(name), URLWrapper):
            yield members[name]
    for name in ("tags", "authors"):
        found = members.get(name)
        if isinstance(found, list):
            yield from (member for member in found if isinstance(member, URLWrapper))


def _entities(parts: Any) -> Iterable[Content | URLWrapper]:
    if isinstance(parts, (Content, URLWrapper)):
        yield parts
    elif isinstance(parts, (list, tuple, set, frozenset)):
        for part in parts:
            yield from _entities(part)
    elif isinstance(parts, dict):
        yield from _entities(tuple(parts.values()))
    elif is_dataclass(parts):
        yield from _entities(tuple(getattr(parts, field.name) for field in fields(parts)))


def _attribute(wrapper: URLWrapper, attribute: str) -> Any:
    if attribute in {"settings", "as_dict"}:
        return shape(wrapper)
    if attribute == WHOLE:
        own = [(name, told(value)) for name, value in vars(wrapper).items() if name not in OF_WRAPPERS and name[0] != "_"]
        return wrapper.slug, wrapper.name, own
    value = getattr(wrapper, attribute, missing)
    return MISSING if value is missing else told(value)


def _url_unseen(target: Content) -> str:
    """Pelican's static files note that their address was asked for, and can then not be moved beside a page any more."""
    noted = vars(target).get("_output_location_referenced")
    url = str(target.url)
    if noted is not None:
        target._output_location_referenced = noted  # noqa: SLF001
    return url
