"""Cut the theme's two type families down to what the pages use: six WOFF2 files, two licences and one style sheet.

Run by hand, and only when a family is renewed; a build never runs it. It needs `fonttools` and `brotli` (both in the development
environment) and the packages named in `FAMILIES`, each as the archive that `npm pack` writes:

    npm pack @fontsource-variable/literata@5.3.0 @fontsource-variable/figtree@5.3.0
    python theme/make_fonts.py FOLDER_WITH_THE_ARCHIVES     (without it: the current folder)

What is cut, and why: the weight axis ends at 400 and 700 because the design uses nothing lighter or bolder; one writing system and
no hinting, because every screen of today smooths its type; only the features in `FEATURES`. Optical size is fixed near that of the
text: that is the packages' "wght" file. What is kept: every character of `LATIN` and `LATIN_EXT` that the family draws. The style
sheet lists exactly those, so a browser fetches the second file only for a page that needs it.

The same archives always give the same bytes: the fonts keep the date of their source, nothing else carries one.
"""

import hashlib
import io
import sys
import tarfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from fontTools.varLib.instancer import instantiateVariableFont  # type: ignore[import-untyped]

# Ranges in the notation of CSS; the two sets share no character, or a browser would fetch both files for it.
LATIN = (
    "U+20-7E, U+A0-FF, U+131, U+152-153, U+2C6, U+2DA, U+2DC, U+300-301, U+303-304, U+308, U+2009, U+2013-2014, U+2018-201A,"
    "U+201C-201E, U+2022, U+2026, U+2032-2033, U+2039-203A, U+2044, U+20AC, U+2122, U+2190-2193, U+21A9, U+2212, U+2215"
)
# Latin Extended-A; letters of Azerbaijani, Pinyin, Sami, Danish, Romanian, Welsh and of the transliteration of Arabic and Sanskrit;
# accents that stand alone; daggers; currencies. Vietnamese is left out: the packages keep it apart, and half of it looks worse.
LATIN_EXT = (
    "U+100-130, U+132-151, U+154-17F, U+18F, U+192, U+1CD-1DC, U+1E6-1E7, U+1FA-1FF, U+218-21B, U+237, U+259, U+2BE-2BF, U+2C7,"
    "U+2DD, U+1E0C-1E0D, U+1E24-1E25, U+1E36-1E37, U+1E42-1E43, U+1E46-1E47, U+1E5A-1E5B, U+1E62-1E63, U+1E6C-1E6D, U+1E80-1E85,"
    "U+1E92-1E93, U+1E9E, U+1EF2-1EF3, U+2020-2021, U+20A6, U+20A9, U+20AB, U+20B4, U+20B9-20BA, U+20BD"
)
FEATURES = ["ccmp", "kern", "liga", "lnum", "locl", "mark", "mkmk", "onum", "pnum", "rvrn", "smcp", "tnum"]
WEIGHTS = (400, 700)
UNUSED_TABLES = ["BASE", "DSIG", "VVAR", "vhea", "vmtx"]  # vertical writing and signatures
NAMES_KEPT = [0, 1, 2, 3, 4, 5, 6, 13, 14]  # copyright, names, version, licence and its address


@dataclass(frozen=True, slots=True)
class Family:
    """One package, pinned by its content, and which of its styles the theme uses."""

    name: str
    package: str
    version: str
    sha256: str  # of the archive
    styles: tuple[str, ...]

    @property
    def archive(self) -> str:
        """The file name that `npm pack` gives the package."""
        return f"{self.package.removeprefix('@').replace('/', '-')}-{self.version}.tgz"


FAMILIES = (
    Family(
        name="Literata",
        package="@fontsource-variable/literata",
        version="5.3.0",
        sha256="6511fb89c1b68ad10a422204580984dd3e27a129edc4cd015ee342f06a8fe4ac",
        styles=("normal", "italic"),
    ),
    Family(
        name="Figtree",
        package="@fontsource-variable/figtree",
        version="5.3.0",
        sha256="745eb850be26774948b5aa9342b7182660ed3a48ac40509c7babcfdcd90c39d7",
        styles=("normal",),
    ),
)
SUBSETS = {"latin": LATIN, "latin-ext": LATIN_EXT}


@dataclass(frozen=True, slots=True)
class Fallback:
    """A local face made as wide and high as Literata, so that lines break at the same word before the font has arrived.

    In percent. `size` is the ratio of average widths over English text, measured on Gelasio, which has Georgia's widths; ascent and
    descent are Literata's own, 117.7 and 30.8, divided by it.
    """

    style: str
    weight: int
    local: tuple[str, ...]
    size: float
    ascent: float
    descent: float


FALLBACKS = (
    Fallback("normal", 400, ("Georgia", "Gelasio"), size=108.2, ascent=108.8, descent=28.5),
    Fallback("normal", 700, ("Georgia Bold", "Gelasio Bold"), size=97.6, ascent=120.6, descent=31.6),
    Fallback("italic", 400, ("Georgia Italic", "Gelasio Italic"), size=99.4, ascent=118.4, descent=31.0),
)


class FontSourceError(Exception):
    """An archive is missing or is not the pinned one. Carries one line for each problem found."""


@dataclass(frozen=True, slots=True)
class Cut:
    """One finished file: what it is called, its bytes, the characters in it, and what its `@font-face` needs to say."""

    family: str
    style: str
    file: str
    data: bytes
    characters: frozenset[int]


def parse_ranges(text: str) -> frozenset[int]:
    """Code points of a CSS `unicode-range` such as "U+20-7E, U+A0"."""
    spans = (part.strip().removeprefix("U+").split("-") for part in text.split(","))
    return frozenset(code for span in spans for code in range(int(span[0], 16), int(span[-1], 16) + 1))


def write_ranges(codes: Iterable[int]) -> str:
    """The shortest `unicode-range` that names exactly these code points."""
    spans: list[list[int]] = []
    for code in sorted(codes):
        if spans and spans[-1][1] == code - 1:
            spans[-1][1] = code
        else:
            spans.append([code, code])
    return ", ".join(f"U+{first:X}" if first == last else f"U+{first:X}-{last:X}" for first, last in spans)


def problems_of(folder: Path) -> Iterator[str]:
    """One sentence for each archive of `FAMILIES` that cannot be used."""
    for family in FAMILIES:
        path = folder / family.archive
        if not path.is_file():
            yield f"{path}: not there; write it with: npm pack {family.package}@{family.version}"
        elif (found := hashlib.sha256(path.read_bytes()).hexdigest()) != family.sha256:
            yield f"{path}: SHA-256 is {found}, expected {family.sha256}; fetch it again"


def read_member(archive: Path, member: str) -> bytes:
    """The content of one file of an npm package; raises FontSourceError when the package has no such file."""
    with tarfile.open(archive) as package:
        stream = package.extractfile(f"package/{member}") if f"package/{member}" in package.getnames() else None
        if stream is None:
            raise FontSourceError(f"{archive}: holds no {member}; look for its new name in the package")
        return stream.read()


def subset_options() -> Options:
    """What the subsetter keeps and drops, see the module's text for why."""
    options = Options()
    options.layout_features = FEATURES
    options.layout_scripts = ["DFLT", "latn"]
    options.name_IDs = NAMES_KEPT
    options.drop_tables = [*options.drop_tables, *UNUSED_TABLES]
    options.hinting = False
    options.glyph_names = False
    options.notdef_outline = True
    return options


def cut_font(source: bytes, wanted: frozenset[int]) -> tuple[bytes, frozenset[int]]:
    """A font narrowed to `WEIGHTS` and to those of the wanted characters that it has; also says which these are."""
    font = TTFont(io.BytesIO(source), recalcTimestamp=False)
    subsetter = Subsetter(subset_options())
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)  # before the axis is cut: it looks for the variations of every glyph
    narrow = instantiateVariableFont(font, {"wght": WEIGHTS})
    narrow.flavor = "woff2"
    result = io.BytesIO()
    narrow.save(result)
    return result.getvalue(), frozenset(narrow.getBestCmap())


def cut_family(folder: Path, family: Family) -> Iterator[Cut]:
    """Every style of a family in every subset."""
    for subset, ranges in SUBSETS.items():
        for style in family.styles:
            slug = family.name.lower()
            source = read_member(folder / family.archive, f"files/{slug}-{subset}-wght-{style}.woff2")
            data, characters = cut_font(source, parse_ranges(ranges))
            suffix = "" if style == "normal" else f"-{style}"
            yield Cut(family.name, style, f"{slug}{suffix}-{subset}.woff2", data, characters)


def licence_of(folder: Path, family: Family) -> str:
    """The licence as packaged, with the copyright lines of the package's first line set one below the other."""
    text = read_member(folder / family.archive, "LICENSE").decode()
    notice, rest = text.split("\n", 1)
    return notice.replace(f" {family.name}-Italic", f"\n{family.name}-Italic") + "\n" + rest.rstrip() + "\n"


def face_rule(cut: Cut) -> str:
    """The `@font-face` of one file, naming exactly the characters in it."""
    return f"""@font-face {{
  font-family: "{cut.family}";
  font-style: {cut.style};
  font-weight: {WEIGHTS[0]} {WEIGHTS[1]};
  font-display: swap;
  src: url("../fonts/{cut.file}") format("woff2");
  unicode-range: {write_ranges(cut.characters)};
}}
"""


def fallback_rule(face: Fallback) -> str:
    """The `@font-face` of one fallback."""
    return f"""@font-face {{
  font-family: "Literata Fallback";
  font-style: {face.style};
  font-weight: {face.weight};
  src: {", ".join(f'local("{name}")' for name in face.local)};
  size-adjust: {face.size}%;
  ascent-override: {face.ascent}%;
  descent-override: {face.descent}%;
}}
"""


def style_sheet(cuts: Iterable[Cut]) -> str:
    """The whole of `css/fonts.css`."""
    head = "/* Written by theme/make_fonts.py together with the files in static/fonts; change the tables there. */\n"
    return "\n".join([head, *map(face_rule, cuts), *map(fallback_rule, FALLBACKS)])


def main(folder: Path, theme: Path) -> None:
    """Write fonts, licences and style sheet into the theme; raises FontSourceError before anything is written."""
    if problems := list(problems_of(folder)):
        raise FontSourceError("\n".join(problems))
    cuts = [cut for family in FAMILIES for cut in cut_family(folder, family)]
    for cut in cuts:
        (theme / "static" / "fonts" / cut.file).write_bytes(cut.data)
    for family in FAMILIES:
        licence = licence_of(folder, family)
        (theme / "static" / "fonts" / f"{family.name.upper()}-OFL.txt").write_text(licence, encoding="utf-8", newline="\n")
    (theme / "css" / "fonts.css").write_text(style_sheet(cuts), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    try:
        main(Path(*sys.argv[1:]), Path(__file__).parent)
    except FontSourceError as error:
        sys.exit(f"make_fonts: {error}")
