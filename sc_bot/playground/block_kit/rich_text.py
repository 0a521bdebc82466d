"""Rich text: sections, lists, quotes and preformatted parts, and what stands in them."""

from sc_bot.playground.block_kit.composition import ID, URL
from sc_bot.playground.block_kit.shapes import (
    Check,
    boolean,
    by_type,
    choice,
    integer,
    items,
    shape,
    string,
    tagged,
)

PARTS = 1000  # Slack names no limit; a message's own size stops it first
STYLE = shape(
    {},
    {
        "bold": boolean,
        "italic": boolean,
        "strike": boolean,
        "code": boolean,
        "underline": boolean,
        "highlight": boolean,
        "client_highlight": boolean,
        "unlink": boolean,
    },
)


def _part(required: dict[str, Check], optional: dict[str, Check] | None = None) -> Check:
    return tagged(required, {"style": STYLE, **(optional or {})})


INLINE = by_type(
    {
        "text": _part({"text": string()}),
        "link": _part({"url": URL}, {"text": string(), "unsafe": boolean}),
        "user": _part({"user_id": string()}),
        "channel": _part({"channel_id": string()}),
        "usergroup": _part({"usergroup_id": string()}),
        "emoji": _part({"name": string()}, {"unicode": string(), "skin_tone": integer(1, 6)}),
        "broadcast": _part({"range": choice("here", "channel", "everyone")}),
        "date": _part({"timestamp": integer(0, 10**11), "format": string()}, {"url": URL, "fallback": string()}),
        "color": _part({"value": string()}),
    }
)
SECTION = tagged({"elements": items(INLINE, most=PARTS, least=0)})
BORDER: dict[str, Check] = {"border": integer(0, 1)}
RICH_TEXT = tagged(
    {
        "elements": items(
            by_type(
                {
                    "rich_text_section": SECTION,
                    "rich_text_quote": tagged({"elements": items(INLINE, most=PARTS)}, BORDER),
                    "rich_text_preformatted": tagged(
                        {"elements": items(INLINE, most=PARTS)}, {**BORDER, "language": string()}
                    ),
                    "rich_text_list": tagged(
                        {
                            "style": choice("bullet", "ordered"),
                            "elements": items(by_type({"rich_text_section": SECTION}), most=PARTS),
                        },
                        {**BORDER, "indent": integer(0, 8), "offset": integer(0, 10**6)},
                    ),
                }
            ),
            most=PARTS,
        )
    },
    {"block_id": ID},
)
