"""Requests for comments, in four languages, and what looks like them."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import site_owner
from site_check.phrases import BETTER, requests_in

if TYPE_CHECKING:
    from .conftest import Project

ASKING = {
    "en": [
        "Please leave me your comments, or email me at the address in the footer.",
        "Leave a comment!",
        "Comment below and tell us how it went.",
        "Drop a reply below.",
        "Drop your thoughts below.",
        "I’d love to read your comments.",
        "Tell me in the comments what you would have done.",
        "Let me know what you think in the comments below.",
        "Feel free to comment.",
        "Please don't hesitate to leave a comment.",
        "Why not leave a comment?",
        "Your comments are always welcome.",
        "Comments welcome.",
        "Sound off below.",
        "Join the conversation in the comments.",
        "Use the comment form to answer.",
        "Post any comments here.",
        "Add your own comment.",
        "See the comment section below.",
        "Leave us a reply.",
    ],
    "de": [
        "Hinterlassen Sie einen Kommentar!",
        "Schreibt mir gerne eure Kommentare.",
        "Schreib es in die Kommentare.",
        "Sagen Sie mir Ihre Meinung in den Kommentaren.",
        "Lasst doch einen Kommentar da.",
        "Ich freue mich auf eure Kommentare.",
        "Kommentare sind willkommen.",
        "Kommentieren Sie bitte unten.",
        "Sie können unten einen kurzen Kommentar hinterlassen.",
    ],
    "fr": [
        "Laissez un commentaire.",
        "Laissez-moi vos commentaires !",
        "N’hésitez pas à commenter.",
        "N'hésitez pas à laisser un petit commentaire.",
        "Dites-moi en commentaire ce que vous en pensez.",
        "Partagez votre avis dans les commentaires.",
        "Vos commentaires sont les bienvenus.",
        "Commentez cet article.",
    ],
    "es": [
        "Deja un comentario.",
        "Déjame tus comentarios.",
        "Escribe tu comentario aquí.",
        "Cuéntame en los comentarios qué harías tú.",
        "No dudes en comentar.",
        "Tus comentarios son bienvenidos.",
        "Comenta abajo.",
    ],
}
INNOCENT = [
    "He left a comment on the invoice.",
    "Her comment surprised me, and so did the reply.",
    "No comment, said the man from the council.",
    "Please don't leave a comment; write to me.",
    "You cannot leave a comment here.",
    "People who leave comments rarely leave orders.",
    "I read it in the comments column of the ledger.",
    "Write to me at the address below.",
    "She commented on the weather and left.",
    "What would you have done? Write to me; I answer every letter myself.",
    "Leave me your number and I will call.",
    "Reply to me by email.",
    "The figures below need no comment.",
    "Er schrieb einen Kommentar für die Zeitung.",
    "Bitte schreiben Sie mir einen Brief, keinen Kommentar.",
    "Il a laissé un commentaire amer.",
    "Écrivez-moi ; je réponds à chaque lettre.",
    "Dejó un comentario en la factura.",
    "Un comentario de mi padre me hizo pensar.",
    "Comenta mi madre que llueve.",
]


@pytest.mark.parametrize(("language", "sentence"), [(language, text) for language, texts in ASKING.items() for text in texts])
def test_a_request_for_comments_is_found_with_a_better_sentence_in_its_language(language: str, sentence: str) -> None:
    assert [request.better for request in requests_in(sentence)] == [BETTER[language]]


@pytest.mark.parametrize("sentence", [*INNOCENT, *BETTER.values()])
def test_other_sentences_are_left_alone(sentence: str) -> None:
    assert [request.words for request in requests_in(sentence)] == []


def test_the_line_is_that_of_the_request_in_a_wrapped_paragraph(project: Project) -> None:
    project.article("A first line\nends here. Please **leave me**\nyour [comments](#here), friends.")
    assert project.found() == [("prose-comments", "content/articles/hello.md", 6)]


def test_fields_are_prose_too(project: Project) -> None:
    project.article("A text.", more="Ask: Leave a comment, will you?")
    assert project.found() == [("prose-comments", "content/articles/hello.md", 3)]


def test_what_the_owner_wrote_elsewhere_is_read_as_well(project: Project) -> None:
    project.write("site.toml", 'name = "A site"\nintroduction = """\nComments welcome.\n"""\n')
    project.write("custom/templates/footer.html", "<p>\n<b>Leave a</b>\ncomment</p>\n")
    assert project.found() == [("prose-comments", "custom/templates/footer.html", 2), ("prose-comments", "site.toml", 3)]


@pytest.mark.parametrize(
    "body",
    [
        "It said `leave a comment` there.",
        "```\nleave a comment\n```",
        "> Leave a comment!",
        "<!-- leave a comment -->",
        "<blockquote>\nLeave a comment!\n</blockquote>",
        "[a link](https://example.com/leave-a-comment)",
        "Leave a\n\ncomment.",
    ],
)
def test_code_quotations_notes_and_addresses_are_no_prose(project: Project, body: str) -> None:
    project.article(body)
    assert project.found() == []


def test_in_a_draft_it_is_a_warning(project: Project) -> None:
    project.article("Leave a comment.", more="Status: draft")
    report = project.check()
    assert [finding.severity for finding in report.findings] == ["warning"]
    assert report.exit_code == 0


@pytest.mark.parametrize("folder", sorted((Path(site_owner.__file__).parent / "starter").iterdir()), ids=lambda folder: folder.name)
def test_nobody_begins_with_a_request_for_comments(project: Project, folder: Path) -> None:
    shutil.copytree(folder, project.root / "content" / "articles")
    assert project.rules() <= {"cta-none"}
