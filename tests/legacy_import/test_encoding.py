"""Text that was read in the wrong code page comes back, and sound text is left alone."""

from __future__ import annotations

import time

import ftfy.bad_codecs  # noqa: F401  (registers the sloppy code pages)
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from legacy_import.encoding import repaired
from legacy_import.model import Action

SENTENCES = (
    "Ābols ir zaļš, un Ādaži ir tuvu. Tā ir mūsu māja, kā vienmēr; ŠĪ IR MĀJĀ.",
    "RĪGĀ\xa0ir lietus, un ĀDAŽOS… — «Ā» ir burts.",
    "Ąžuolas auga prie ežero, o žąsys — „Ė“ ir „Š“ — gyvena čia.",
    "Zażółć gęślą jaźń. ŁÓDŹ, „BYĆ” albo nie być…",
    "Ça va ? « L’été » à Noël, c’est où ? DÉJÀ… L’ŒUVRE d’un garçon naïf, voilà.",
    "Der Buchstabe „Ä“ steht in „Äpfel“; Spaß… größer – „Ü“, STRASSE, SÜß“.",
    "İstanbul’da şöyle böyle, ığdır, ĞÜŞÖÇ — “çok güzel”.",
    "Καλημέρα κόσμε, τι κάνεις; — «Καλά».",
    "Съешь же ещё этих мягких французских булок — «да».",
    "Úžasný žlutý kůň příšerně úpěl ďábelské ódy. Íšťa, Ášova.",
    "The café’s “naïve” price – £5 or 4×½ – isn’t 20\xa0°C… São Paulo, ROMÂNIA, Å\xa0i Lofoten, blåøyd ÆØÅ.",
    "if (a[i] != '\\x80' && b) { print(\"§ 5 ¶ ¬ ¦ © ® ± µ\"); } // naïve",
    "日本語の文章です。 中文 한국어 👋🏽",
    "ﬁne print, full width ＡＢＣ, \x1b[31mred\x1b[0m, &eacute; &amp;\r\nline",
    "„Vitamin Ä“ und CAFÉ® mit ™ und É²",
)
ACCIDENTS = ("sloppy-windows-1252", "sloppy-windows-1257", "latin-1")


def damaged(text: str, codec: str) -> str:
    return text.encode().decode(codec)


@pytest.mark.parametrize("text", SENTENCES)
def test_sound_sentences_stay(text: str) -> None:
    assert repaired(text) == (text, ())


@given(st.lists(st.sampled_from([word for text in SENTENCES for word in text.split()])).map(" ".join))
def test_sound_words_stay_in_any_order(text: str) -> None:
    assert repaired(text) == (text, ())


@given(st.text())
def test_arbitrary_text_stays_unless_it_looks_damaged(text: str) -> None:
    assume(not any("\xc2" <= character <= "\xf4" or "\u0100" <= character <= "\u017f" for character in text))
    assert repaired(text) == (text, ())


@given(st.text(alphabet="abÂÃâĀĆāÄÅ€™“”’\xa0…©Ð°ð\x9d\ufffd ?"))
def test_ascii_letters_stand_as_they_were_whatever_is_around_them(text: str) -> None:
    assert [letter for letter in repaired(text)[0] if letter in "ab"] == [letter for letter in text if letter in "ab"]


@pytest.mark.parametrize("codec", ACCIDENTS)
@pytest.mark.parametrize("text", SENTENCES)
@pytest.mark.parametrize("times", [1, 2])
def test_what_lost_nothing_comes_back(text: str, codec: str, times: int) -> None:
    broken = text
    for _ in range(times):
        broken = damaged(broken, codec)
    mended, notes = repaired(broken)
    assert mended == text
    assert {note.action for note in notes} == {Action.CHANGED}


@given(st.lists(st.sampled_from([word for text in SENTENCES for word in text.split()]), min_size=1), st.sampled_from(ACCIDENTS))
def test_words_come_back_beside_proof(words: list[str], codec: str) -> None:
    text = " ".join([*words, "it’s"])
    assert repaired(damaged(text, codec))[0] == text


@pytest.mark.parametrize(
    ("broken", "sound"),
    [
        ("andĀ\xa0then", "and\xa0then"),
        ("Ā\xa0and", "\xa0and"),
        ("donā€™t", "don’t"),
        ("waitā€¦ ā€“ no", "wait… – no"),
        ("cafĆ© mĆØre", "café mère"),
        ("He said ā€Yesā€¯ and ā€\ufffdnoā€¯", "He said “Yes” and “no”"),
        ("She said â€œyesâ€\x9d and â€œnoâ€ again", "She said “yes” and “no” again"),
        ("She said â€œyesâ€? again", "She said “yes” again"),
        ("oneÂ  two.Â  Three", "one two. Three"),
        ("one.Â&nbsp;Two", "one.&nbsp;Two"),
        ("<p>Â&nbsp;</p>", "<p>&nbsp;</p>"),
        ("et voilÃ  tout", "et voilà tout"),
        ("20Â°C, Â£5, Â© 2009, Â«ouiÂ»", "20°C, £5, © 2009, «oui»"),
        ("Ã¢â‚¬Å“twice overÃ¢â‚¬\x9d", "“twice over”"),
        ("Å“uvre, Å‚adny, ziÄ™ba", "œuvre, ładny, zięba"),
        ("sound “ü” and Ã¼ damaged", "sound “ü” and ü damaged"),
        ("ðŸ˜€ and Ï€", "😀 and π"),
        ("ï»¿Hello", "\ufeffHello"),
        ("Ģ©", "Ģ©"),
    ],
)
def test_the_usual_accidents(broken: str, sound: str) -> None:
    assert repaired(broken)[0] == sound


def test_the_note_has_the_words_as_they_stood() -> None:
    (note,) = repaired("donā€™t, canā€™t, cafĆ©")[1]
    assert note.text == "ā€™ Ć©"
    assert "Windows-1257" in note.what


@pytest.mark.parametrize("unit", ["Ã©", "â€", "Ā ", "Ã\xa0", "ðŸ", "„Ä“", "É"])
def test_long_damage_takes_no_longer_than_its_length(unit: str) -> None:
    began = time.monotonic()
    repaired(unit * 50_000)
    assert time.monotonic() - began < 5
