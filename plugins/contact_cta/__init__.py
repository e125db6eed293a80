"""Ends every article, on its page and in feeds, in a personal invitation to write, call or meet its author.

What an author writes

A contact card for each author, `content/authors/ann-lee.md`. Its name is the author's slug; the text is the biography, in Markdown. All
fields but Name may be left out; one channel there must be.

    Name: Ann Lee
    Role: Joiner
    Photo: images/ann.jpg
    Email: ann@example.com
    Phone: +1 202 555 0143
    Sms: +1 202 555 0143
    Booking: https://example.com/ann/half-an-hour
    Profiles: https://example.com/@ann, https://example.com/people/ann
    Languages: en, fr
    Hours: Monday to Thursday, 9:00 to 16:00
    Time_zone: America/New_York
    Reply_promise: usually within two days
    Signoff: Yours, Ann
    Confirmed: 2026-10
    Formerly: ann.lee@example.com
    Cta: question

    Ann Lee has made stairs since 2004.

`Confirmed` is the month in which the channels were last tried; `Formerly` keeps old addresses and is shown nowhere; `Cta` is the kind of
Ann's invitations. A photo that is to be in the vCard has at most 256 KiB, and a larger one is told. Lists have commas, or semicolons, or
one entry a line, indented by four blanks.

In an article or a page, all of it optional

    Cta: story                        the kind of its invitation, or `none` for none at all
    Ask: What did you try?            the question, instead of the kind's
    Contact_email: fair@example.com   instead of the author's, for this text only
    Contact_phone: +1 202 555 0144

The kinds question, referral, meeting, story and thanks are there, in English and German. A file `content/ctas/KIND.md`, or `KIND.de.md` for
another language than the site's, changes one or makes a new one; its text is the promise. `{title}` and `{reply_promise}` may stand in it.

    Eyebrow: Your turn
    Heading: How did this go for you?
    Button: Send me your story
    Subject: My story: {title}
    Mail_body: Dear Ann,

    I collect stories, and ask before I publish a word.

The business behind the site, if there is one, in `content/site.md`: Name, Legal_name, Street, Postcode, City, Country, Area, Hours,
Registration, Logo; its text says in a paragraph what the business does.

Who is asked, and how: the article's kind counts, then that of its first tag with one (`tag.info.cta`, if a plugin attaches it), then the
author's, then CONTACT_DEFAULT_KIND. Of several authors the first one's card counts; a guest without a card gets the site's.

How it is shown: put a file `article.html` into a folder named by THEME_TEMPLATES_OVERRIDES

    {% extends "!simple/article.html" %}
    {% block content %}{{ super() }}{% include "cta/page.html" %}{% endblock %}

and likewise `page.html`. Feeds need nothing: the plugin adds the invitation to those that Pelican writes. A theme may have its own
`cta/page.html`, `cta/feed.html` (given `article`) and `cta/feed.txt`; no form, no script and no style comes with ours.

What templates may show
    on articles and pages   `cta`: None, or `kind`, `eyebrow`, `heading`, `promise`, `button`, `card`, and the links `email_url`,
                            `phone_url`, `sms_url`, `booking_url` (each empty where there is no such channel), `pass_on_url`,
                            `page_url`, `webmail` (each with `url` and the words for it, `label`)
    on authors              `card`: None, or the fields above in small letters (`phone` and `sms` have `e164` and `shown`, `profiles`
                            `url` and `label`, `photo` has `path`, `width`, `height`), with `slug`, `biography` (HTML), `vcard_path`
                            and `qr_path` (empty without a public address); on authors of `authors` and on their own pages also `cta`
    on tags of `tags`       `cta`
    everywhere              `site_cta`, `site_card`, `site_business`, `cards`, and `card_ctas`: an invitation to each card, in order;
                            `imprint_url`, empty without one; `site_publisher`: the business for JSON-LD
    filters                 `cloak`: an address or a `mailto:` as character references, which simple harvesters do not read
                            `language|cta_words(name)`: the words of our templates, about the person `name` (else with `{name}` in them)
                            `card|cta_person(page_url)`: the card for JSON-LD · `path|cta_public_url`: its address from everywhere
                            `macro|cta_kept(…)`: what the macro makes of the arguments, made once for equal ones; for what many pages
                            show. The macro must be imported without context and depend on nothing else
                            In a theme for sites without the plugin, Jinja wants them behind a condition, such as `{% if cta %}`

Settings (all optional)
    CONTACT_AUTHORS_PATH     'authors'; folder of the cards below PATH
    CONTACT_CTAS_PATH        'ctas'; folder of the kinds
    CONTACT_SITE_FILE        'site.md'; the business
    CONTACT_DEFAULT_KIND     'question'
    CONTACT_DEFAULT_AUTHOR   name or slug of the author who answers for the site and for guests; else AUTHOR
    CONTACT_REGION           'US'; the country of phone numbers that are written without their country code
    CONTACT_REPLY_PROMISE    for cards that promise nothing themselves
    CONTACT_REPLY_CODE       False; True puts an article's Id, if it is six characters of ours, in brackets behind the subject
    CONTACT_WEBMAIL          pairs of name and address, `{address}` and `{subject}` in it, for readers without a mail program; () for none
Read too: SITE_AUTHORITY (`example.org,2026`, so that vCards keep their identity when the site moves; else the public address),
SITE_PUBLIC_URL (else SITEURL; the address in vCards, QR codes, feeds and "pass it on"), SITE_STRICT (mistakes are errors, not warnings),
SITENAME, AUTHOR, DEFAULT_LANG, MARKDOWN (for biographies).

Problems are logged with file and line, all of them: `contact-field`, `contact-field-missing`, `contact-encoding`, `contact-email`,
`contact-phone`, `contact-photo`, `contact-month`, `contact-time-zone`, `contact-language`, `contact-link`, `contact-channel`,
`contact-card`, `contact-closed-service`, `contact-url-insecure`, `cta-kind`, `cta-place`, and `contact-url`, which is an error always;
`contact-channel`, `contact-url-insecure` and `contact-photo` for a photo that is only too large are never more than warnings.
What is wrong is left out of the card.

Signals: `initialized`, `get_generators`, `generator_init`, `article_generator_finalized`, `page_generator_finalized`, `feed_generated`.
A plugin that attaches `tag.info` must have done so by `article_generator_pretaxonomy`; one that rewrites feed items comes before this one.
Writes: `authors/SLUG.vcf`, a vCard 3.0, and `authors/SLUG-card.svg`, a QR code of its address, for each card; `imprint/index.html` with the
template `cta/imprint.html`, if the business has a Legal_name and an address, and no page has that address.
"""

from __future__ import annotations

from pelican import signals

from . import hooks


def register() -> None:
    """Called by Pelican."""
    signals.initialized.connect(hooks.read_settings)
    signals.get_generators.connect(hooks.read_cards)  # the first signal of each build
    signals.generator_init.connect(hooks.prepare_generator)
    signals.article_generator_finalized.connect(hooks.invite_in_articles)
    signals.page_generator_finalized.connect(hooks.invite_in_pages)
    signals.feed_generated.connect(hooks.invite_in_feed)
