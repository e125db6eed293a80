"""Programs that read the web for language models: the names by which they obey robots.txt, whose they are, and what they come for.

Above each group stands the operator's page about it, or what else it is known from. Names that nobody uses any more are not here: a rule
for them would only seem to do something.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Purpose = Literal["training", "search", "request"]
"""Collects texts to train models; builds an index whose answers name their source; fetches a page because a person asked for it."""


@dataclass(frozen=True, slots=True)
class Crawler:
    """`token` is the product token of RFC 9309, 2.2.1; case makes no difference in it."""

    token: str
    operator: str
    purpose: Purpose


CRAWLERS = (
    # platform.openai.com/docs/bots
    Crawler("GPTBot", "OpenAI", "training"),
    Crawler("OAI-SearchBot", "OpenAI", "search"),
    Crawler("ChatGPT-User", "OpenAI", "request"),
    # support.anthropic.com, article 8896518
    Crawler("ClaudeBot", "Anthropic", "training"),
    Crawler("Claude-SearchBot", "Anthropic", "search"),
    Crawler("Claude-User", "Anthropic", "request"),
    # developers.google.com/crawling/docs/crawlers-fetchers/google-common-crawlers: no crawler, but a word to Googlebot; not about Search
    Crawler("Google-Extended", "Google", "training"),
    # support.apple.com/119829: a word to Applebot; not about Siri and Spotlight
    Crawler("Applebot-Extended", "Apple", "training"),
    # developers.facebook.com/docs/sharing/webmasters/web-crawlers
    Crawler("meta-externalagent", "Meta", "training"),
    Crawler("meta-webindexer", "Meta", "search"),
    Crawler("meta-externalfetcher", "Meta", "request"),
    # developers.facebook.com/docs/sharing/bot
    Crawler("FacebookBot", "Meta", "training"),
    # developer.amazon.com/amazonbot
    Crawler("Amazonbot", "Amazon", "training"),
    Crawler("Amzn-SearchBot", "Amazon", "search"),
    Crawler("Amzn-User", "Amazon", "request"),
    # docs.perplexity.ai/guides/bots
    Crawler("PerplexityBot", "Perplexity", "search"),
    Crawler("Perplexity-User", "Perplexity", "request"),
    # docs.mistral.ai/robots
    Crawler("MistralAI-Index", "Mistral AI", "search"),
    Crawler("MistralAI-User", "Mistral AI", "request"),
    # duckduckgo.com/duckduckgo-help-pages/results/duckassistbot
    Crawler("DuckAssistBot", "DuckDuckGo", "search"),
    # about.you.com/youbot
    Crawler("YouBot", "You.com", "search"),
    # commoncrawl.org/ccbot: an archive for everybody, and what most models were trained on
    Crawler("CCBot", "Common Crawl", "training"),
    # says by its name what it is
    Crawler("cohere-training-data-crawler", "Cohere", "training"),
    # allenai.org/crawler
    Crawler("AI2Bot", "Ai2", "training"),
    # diffbot.com: sells what it collects, for training as well
    Crawler("Diffbot", "Diffbot", "training"),
    # webz.io/bot: a word to its crawler, whose texts are sold
    Crawler("webzio-extended", "Webz.io", "training"),
    # known from its requests (spider-feedback@bytedance.com); it is said not to obey
    Crawler("Bytespider", "ByteDance", "training"),
)
