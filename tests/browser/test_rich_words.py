"""Words are drawn with all that Slack's two languages for them allow, and nothing more."""

from playwright.sync_api import expect

from tests.browser.conftest import BASTIEN, TEAM, Bare
from tests.browser.standing import BOLD
from tests.browser.visitor import Visitor
from tests.playground.samples import Json, actions, plain, section

RICH: list[Json] = [
    {"type": "rich_text_section", "elements": [{"type": "text", "text": "Voir "}, BOLD]},
    {
        "type": "rich_text_section",
        "elements": [
            {"type": "text", "text": "a_b", "style": {"code": True}},
            {"type": "text", "text": "non", "style": {"strike": True}},
            {"type": "link", "url": "https://example.org/?a=1&b=2", "text": "ici"},
            {"type": "link", "url": "https://example.org/"},
            {"type": "link", "url": "javascript:alert(1)", "text": "piège"},
            {"type": "user", "user_id": BASTIEN},
            {"type": "channel", "channel_id": TEAM},
            {"type": "broadcast", "range": "here"},
            {"type": "usergroup", "usergroup_id": "S0GROUP01"},
            {"type": "emoji", "name": "tada"},
            {"type": "color", "value": "#1f4e5f"},
            {"type": "date", "timestamp": 1795179900, "format": "{date_long} à {time}"},
        ],
    },
    {
        "type": "rich_text_list",
        "style": "ordered",
        "offset": 2,
        "elements": [
            {"type": "rich_text_section", "elements": [{"type": "text", "text": each}]} for each in ("trois", "quatre")
        ],
    },
    {
        "type": "rich_text_list",
        "style": "bullet",
        "indent": 1,
        "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": "dessous"}]}],
    },
    {"type": "rich_text_quote", "elements": [{"type": "text", "text": "cité"}]},
    {"type": "rich_text_preformatted", "elements": [{"type": "text", "text": "a  <b>\n  c"}]},
]
LINK = 'target="_blank" rel="noopener noreferrer"'
RICH_DRAWN = (
    "<p>Voir <strong><em>gras</em></strong></p>"
    "<p><code>a_b</code><s>non</s>"
    f'<a href="https://example.org/?a=1&amp;b=2" {LINK}>ici</a>'
    f'<a href="https://example.org/" {LINK}>https://example.org/</a>'
    "piège"
    '<span class="mention">@Bastien Morelière</span>'
    '<span class="mention">#cs-team</span>'
    '<span class="mention">@here</span>'
    '<span class="mention">@S0GROUP01</span>'
    "🎉#1f4e5fvendredi 20 novembre 2026 à 8 h 05</p>"
    '<ol start="3"><li>trois</li><li>quatre</li></ol>'
    '<ul class="indent-1"><li>dessous</li></ul>'
    "<blockquote>cité</blockquote>"
    "<pre>a  &lt;b&gt;\n  c</pre>"
)


def test_rich_text_is_drawn(bare: Bare, visitor: Visitor) -> None:
    """Emphasis, code, links, people, channels, dates in her zone, lists, quotes, code as it stands."""
    bare.posts({"type": "rich_text", "elements": RICH})
    rich = visitor.pane().locator(".rich")
    expect(rich).to_be_visible()
    assert rich.inner_html().replace("\u00a0", " ").replace("\u202f", " ") == RICH_DRAWN
    visitor.is_accessible()


WEB = "https://example.org"
MRKDWN = {
    "*gras* _penché_ ~barré~": "<strong>gras</strong> <em>penché</em> <s>barré</s>",
    "*gras _et penché_ encore*": "<strong>gras <em>et penché</em> encore</strong>",
    "(*gras*), *deux mots*.": "(<strong>gras</strong>), <strong>deux mots</strong>.",
    "5*3*2 a_b_c x~y~z * seul *": "5*3*2 a_b_c x~y~z * seul *",
    "été_de_feu École*x*": "été_de_feu École*x*",
    "*sur\ndeux lignes*": "*sur\ndeux lignes*",
    "`code *pas gras* &lt;b&gt;`": "<code>code *pas gras* &lt;b&gt;</code>",
    "avant ```un\n&gt; deux\n*trois*``` après": "avant <pre>un\n&gt; deux\n*trois*</pre> après",
    "&gt; cité *gras*\n&gt;encore\nfin": "<blockquote>cité <strong>gras</strong>\nencore</blockquote>fin",
    "> cité": "<blockquote>cité</blockquote>",
    "début\n> cité": "début<blockquote>cité</blockquote>",
    "3 &gt; 2": "3 &gt; 2",
    f"<{WEB}>": f'<a href="{WEB}" {LINK}>{WEB}</a>',
    f"<{WEB}/?a=1&amp;b=2|ici &amp; là>": f'<a href="{WEB}/?a=1&amp;b=2" {LINK}>ici &amp; là</a>',
    f"*<{WEB}|ici>*": f'<strong><a href="{WEB}" {LINK}>ici</a></strong>',
    "<mailto:a@example.org|écrire>": f'<a href="mailto:a@example.org" {LINK}>écrire</a>',
    "<javascript:alert(1)|clic>": "clic",
    "<JavaScript:alert(1)>": "JavaScript:alert(1)",
    "<data:text/html;base64,PHNjcmlwdD4=|clic>": "clic",
    "<file:///etc/passwd|clic>": "clic",
    f"<{BASTIEN}>": BASTIEN,
    f"<@{BASTIEN}> <@{BASTIEN}|lui> <@U0NOBODY>": (
        '<span class="mention">@Bastien Morelière</span> <span class="mention">@Bastien Morelière</span>'
        ' <span class="mention">@U0NOBODY</span>'
    ),
    f"<#{TEAM}> <#{TEAM}|cs-team>": '<span class="mention">#cs-team</span> <span class="mention">#cs-team</span>',
    "<!here> <!channel> <!subteam^S1|@équipe>": (
        '<span class="mention">@here</span> <span class="mention">@channel</span> <span class="mention">@équipe</span>'
    ),
    "<!date^1795179900^Promis pour le {date_long}, {time}|bientôt>": "Promis pour le vendredi 20 novembre 2026, 8 h 05",
    "<!date^1795179900^{date_num} {date_short}|bientôt>": "2026-11-20 20 nov. 2026",
    f"<!date^1795179900^{{date}}^{WEB}|bientôt>": f'<a href="{WEB}" {LINK}>20 novembre 2026</a>',
    "<!date^bientôt^{date}|sous &amp; peu>": "sous &amp; peu",
    "&amp;lt;b&amp;gt; &lt;b&gt; &amp;amp;": "&amp;lt;b&amp;gt; &lt;b&gt; &amp;amp;",
    ":warning: :inconnu: 8:30:00": "⚠️ :inconnu: 8:30:00",
}


def test_mrkdwn_is_drawn(bare: Bare, visitor: Visitor) -> None:
    """Emphasis, code, quotes, links, mentions, dates; entities are decoded once, and nothing but the web is a link."""
    bare.posts(*(section(each) for each in MRKDWN))
    lines = visitor.pane().locator(".section p")
    expect(lines).to_have_count(len(MRKDWN))
    drawn = [
        each.replace("\u00a0", " ").replace("\u202f", " ")
        for each in lines.evaluate_all("(all) => all.map((each) => each.innerHTML)")
    ]
    assert dict(zip(MRKDWN, drawn, strict=True)) == MRKDWN
    visitor.is_accessible()


def test_plain_text_is_not_mrkdwn(bare: Bare, visitor: Visitor) -> None:
    """Neither emphasis nor links; options, headers and labels are plain too, boxes may be mrkdwn."""
    boxes = [{"text": {"type": "mrkdwn", "text": "*gras*"}, "value": "1"}, {"text": plain("*plat*"), "value": "2"}]
    bare.posts(
        {"type": "section", "text": plain(f"*a* <{WEB}>")},
        actions({"type": "checkboxes", "action_id": "c", "options": boxes}),
    )
    expect(visitor.pane().locator(".section p")).to_have_text(f"*a* <{WEB}>")
    expect(visitor.pane().locator(".box strong")).to_have_text("gras")
    expect(visitor.pane().locator(".box").last).to_have_text("*plat*")
