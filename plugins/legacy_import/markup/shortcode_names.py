"""Shortcodes by what becomes of them: those that show something else, words in brackets, and those that only arrange."""

from __future__ import annotations

import re

from .page_builders import builder_html

DROPPED = frozenset(
    """
    ad addtoany ads adsense advanced_iframe archives blogroll calendar contact-field contact-form contact-form-7 contact_form
    digg display-posts donate feed formidable gmap google-ads google_map googlemap googlemaps gravityform gravityforms iframe
    jetpack-related-posts jetpack_subscription_form latest_posts loginform mailchimp mc4wp_form metaslider ninja_form
    ninja_forms paypal poll polldaddy products recent-posts recent_posts related_posts rev_slider rss sharethis sharify sitemap
    smartslider3 sociable social_share subscribe2 table toc tweetmeme widget wp_poll wp_rss wpdm_package wpforms wpgmza
    wpsm_poll yop_poll
    """.split()  # noqa: SIM905  (words in a row are easier to extend)
)
"""What shows something that is not in the text: forms, lists made on the spot, buttons to share."""

_FORM = re.compile(r"[\w-]*\bcontact[-_]?form[\w-]*|et_pb_(?:contact_form|signup|login|search|social_media_follow|map)")

PLAIN_WORDS = frozenset(
    """
    ad ads adsense archives calendar center clear collapse column columns container digg donate dropcap expand feed highlight hr
    icon iframe more one paypal poll products raw row rss section sitemap spoiler tab table tabs toc toggle two widget
    """.split()  # noqa: SIM905  (words in a row are easier to extend)
)
"""Names that people write in brackets for other reasons."""

_LAYOUT = re.compile(
    r"(?:vc|et_pb|fusion|av|mk|tatsu|cs|x|bs|ux|porto|themify|thrive|otw_shortcode|wpb|su_(?:row|column|spacer|divider))_\w+|su_(?:row|column|spacer|divider)"
    r"|(?:row|columns?|col|one|two|three|four|five)(?:_(?:half|third|thirds|fourth|fourths|fifth|fifths|sixth|two|three|four|last|inner))+(?:_last|_first)?"
    r"|row|column|columns|section|container|clear|clearfix|spacer|divider|hr|nextpage|more|highlight|dropcap|center|raw|su_\w+"
    r"|tabs?|tabgroup|tab[-_]item|toggles?|toggle[-_]item|accordions?|accordion[-_]\w+|spoiler|expand|collapse|collapsibles?|icon|fa|tooltip"
)
_WITHIN_A_LINE = re.compile(
    r"highlight|dropcap|raw|icon|fa|tooltip|su_(?:highlight|dropcap|tooltip|icon|label)|(?:vc|fusion|mk|av)_(?:icon|fontawesome|highlight|dropcap|tooltip|font_icon)"
)


def is_layout(name: str) -> bool:
    """Whether a shortcode only arranges what stands in it, which stays."""
    return bool(_LAYOUT.fullmatch(name))


ADDRESSED = frozenset(
    {"embed", "slideshare", "scribd", "soundcloud", "youtube", "vimeo", "audio", "video", "wpvideo", "videopress", "flickr"}
)
"""Those that show what is elsewhere; without an address nobody can follow them."""


def layout_html(name: str, given: dict[str, str], *, is_end: bool = False) -> str:
    """What stands in place of a shortcode that arranges: a blank line at least, and what its attributes say."""
    if _WITHIN_A_LINE.fullmatch(name):
        return ""
    return "\n\n" if is_end else builder_html(given, name)


def is_form(name: str) -> bool:
    """Whether all that stands in a shortcode are fields to fill in."""
    return bool(_FORM.fullmatch(name))
