"""Block Kit is drawn as Slack draws it: all that the bot says, files, tables, and what cannot be drawn."""

from pathlib import Path

from playwright.sync_api import expect

from sc_bot.playground.screens import publish_home
from tests.browser.conftest import BASTIEN, FANNY, TEAM, TRIAGE, Bare
from tests.browser.standing import A_BATCH, BOLD, PNG, is_seen, labels_of, stands, uploaded
from tests.browser.visitor import Visitor
from tests.playground.samples import Json, button, field, modal, plain, section
from tests.presentation import screens, windows


def test_every_message_of_the_bot_is_drawn(bare: Bare, visitor: Visitor) -> None:
    """In both languages: all its buttons, nothing that cannot be drawn, nothing that keeps a reader out."""
    visitor.goes("cs-team", "right")
    french, english = list(screens.messages("fr")), list(screens.messages("en"))
    for start in range(0, len(french), A_BATCH):
        for side, channel, all_of_them in (("left", TRIAGE, french), ("right", TEAM, english)):
            bare.slack.workspace.channels[channel].messages.clear()
            batch = [message for _, message in all_of_them[start : start + A_BATCH]]
            names = [stands(bare, channel, each.blocks, each.text) for each in batch]
            bare.slack.host.journal.changed()
            visitor.has(f".pane.{side} [data-ts='{names[-1]}']")
            expect(visitor.pane(side).locator(".message")).to_have_count(len(batch))
            expect(visitor.pane(side).locator(f"[data-ts='{names[-1]}']")).to_be_visible()
            shown = visitor.pane(side).locator(".block button:not(.overflow)").all_text_contents()
            assert shown == [label for each in batch for label in labels_of(each.blocks)]
        expect(visitor.page.locator(".not-drawn")).to_have_count(0)
        visitor.is_accessible()


def test_every_window_and_home_of_the_bot_is_drawn(bare: Bare, visitor: Visitor) -> None:
    """In both languages: its title, all its fields, nothing that cannot be drawn or keeps a reader out."""
    visitor.goes("Accueil")
    visitor.goes("Home", "right")
    for (_, french), (_, english) in zip(windows.homes("fr"), windows.homes("en"), strict=True):
        for side, person, home in (("left", FANNY, french), ("right", BASTIEN, english)):
            publish_home(bare.slack.workspace, person, dict(home))
            bare.slack.host.journal.changed()
            expect(visitor.pane(side).locator(".home > *")).to_have_count(len(home["blocks"]))
        expect(visitor.page.locator(".not-drawn")).to_have_count(0)
        visitor.is_accessible()
    looks: set[str] = set()
    for (_, french), (_, english) in zip(windows.windows("fr"), windows.windows("en"), strict=True):
        for side, person, window in (("left", FANNY, french), ("right", BASTIEN, english)):
            view = bare.opens(dict(window), person)
            visitor.has(f".pane.{side} [role='dialog'] [data-block-id='{view.blocks[-1]['block_id']}']")
            shown = visitor.window(side)
            expect(shown.get_by_role("heading", level=2)).to_have_text(window["title"]["text"])
            inputs = sum(block["type"] == "input" for block in window["blocks"])
            expect(shown.locator(".input .field")).to_have_count(inputs)
        expect(visitor.page.locator(".not-drawn")).to_have_count(0)
        new = kinds_in(french) | kinds_in(english)
        visitor.is_accessible("[role='dialog']", colours=not new <= looks)
        looks |= new


def kinds_in(part: object) -> set[str]:
    """Each kind of block and element in it: what looks alike."""
    if isinstance(part, list):
        return {kind for each in part for kind in kinds_in(each)}
    if not isinstance(part, dict):
        return set()
    inside = {kind for each in part.values() for kind in kinds_in(each)}
    return inside | {f"{part.get('type')} {part.get('style')} {sorted(part)}"}


def test_pictures_are_the_bots_own_files(bare: Bare, visitor: Visitor) -> None:
    """In a block, beside a section, in small print; one from elsewhere is described and not loaded."""
    asked: list[str] = []
    visitor.page.on("request", lambda request: asked.append(request.url))
    mine = {"slack_file": {"id": uploaded(bare, "carte.png", PNG, shared=False)}, "alt_text": "La carte"}
    theirs = {"image_url": "https://pictures.example.org/a.png", "alt_text": "Une photo"}
    bare.posts(
        {"type": "image", "title": plain("Le territoire"), **mine},
        section(accessory={"type": "image", **mine}),
        {"type": "context", "elements": [{"type": "image", **mine}, {"type": "mrkdwn", "text": "petit"}]},
        {"type": "image", **theirs},
    )
    pictures = visitor.pane().get_by_role("img", name="La carte")
    expect(pictures).to_have_count(3)
    for picture in pictures.all():
        is_seen(picture)
    expect(visitor.pane()).to_contain_text("Le territoire")
    expect(visitor.pane()).to_contain_text("Image d'ailleurs, non chargée : Une photo")
    assert all(each.startswith(bare.url) for each in asked)


def test_shared_files_are_downloaded_as_they_are(bare: Bare, visitor: Visitor, tmp_path: Path) -> None:
    """Byte for byte, under their own name; a picture is seen at once, another kind is only a link."""
    content = "réf;état\nONC-1;clos\n".encode()
    uploaded(bare, "liste de novembre.csv", content)
    uploaded(bare, "carte.png", PNG)
    is_seen(visitor.pane().get_by_role("img", name="carte.png"))
    for name, wanted in (("liste de novembre.csv", content), ("carte.png", PNG)):
        with visitor.page.expect_download() as download:
            visitor.pane().get_by_role("link", name=name).click()
        assert download.value.suggested_filename == name
        download.value.save_as(tmp_path / name)
        assert (tmp_path / name).read_bytes() == wanted
    visitor.is_accessible()


def cell(text: str) -> Json:
    """A cell of a table."""
    return {"type": "raw_text", "text": text}


def test_tables_are_drawn(bare: Bare, visitor: Visitor) -> None:
    """Their head, their caption, the head of each row, the side on which a column stands."""
    bold = {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [BOLD]}]}
    bare.posts(
        {
            "type": "table",
            "rows": [[cell("Nom"), cell("Nombre")], [bold, cell("3")]],
            "column_settings": [{}, {"align": "right"}],
        }
    )
    number = {"type": "raw_number", "value": 12, "text": "12 cas"}
    rows = [[cell("Mois"), cell("Cas"), cell("Délai")], [cell("novembre"), number, {"type": "raw_number", "value": 4}]]
    bare.posts({"type": "data_table", "rows": rows, "caption": "Par mois", "row_header_column_index": 0})
    first, second = visitor.pane().locator("table").first, visitor.pane().locator("table").last
    expect(first.get_by_role("columnheader")).to_have_text(["Nom", "Nombre"])
    expect(first.locator("td strong")).to_have_text("gras")
    expect(first.locator("td").last).to_have_css("text-align", "right")
    expect(second.get_by_role("rowheader")).to_have_text("novembre")
    expect(second.locator("td")).to_have_text(["12 cas", "4"])
    expect(second.locator("caption")).to_have_text("Par mois")
    visitor.is_accessible()


def test_the_other_blocks_are_drawn(bare: Bare, visitor: Visitor) -> None:
    """Header, divider, fields, small print, markdown, card, carousel, video; an alert in a window."""
    card = {
        "type": "card",
        "title": plain("Carte"),
        "subtitle": plain("Sous"),
        "body": {"type": "mrkdwn", "text": "*corps*"},
    }
    bare.posts(
        {"type": "header", "text": plain("Titre :tada:")},
        {"type": "divider"},
        section("*Avant*", fields=[plain("gauche"), {"type": "mrkdwn", "text": "_droite_"}]),
        {"type": "context", "elements": [plain("petit"), {"type": "mrkdwn", "text": "~barré~"}]},
        {"type": "markdown", "text": "# Titre\n**gras**"},
        card,
        {"type": "carousel", "elements": [card, card]},
        {
            "type": "video",
            "title": plain("Film"),
            "alt_text": "un film",
            "video_url": "https://example.org/v",
            "thumbnail_url": "https://example.org/t.png",
        },
    )
    pane = visitor.pane()
    expect(pane.get_by_role("heading", name="Titre 🎉")).to_be_visible()
    expect(pane.locator("hr")).to_be_attached()
    expect(pane.locator(".fields p")).to_have_text(["gauche", "droite"])
    expect(pane.locator(".fields em")).to_have_text("droite")
    expect(pane.locator(".context s")).to_have_text("barré")
    expect(pane.locator(".card")).to_have_count(3)
    expect(pane.get_by_role("link", name="Film")).to_have_attribute("href", "https://example.org/v")
    expect(visitor.page.locator(".not-drawn")).to_have_count(0)
    visitor.is_accessible()
    bare.opens(modal({"type": "alert", "level": "warning", "text": {"type": "mrkdwn", "text": "*Attention*"}}))
    expect(visitor.window().locator(".alert strong")).to_have_text("Attention")
    expect(visitor.page.locator(".not-drawn")).to_have_count(0)
    visitor.is_accessible()


def test_what_cannot_be_drawn_is_said(bare: Bare, visitor: Visitor) -> None:
    """An unknown block, an unknown element in a row, beside a section, in an input: each named, the rest goes on."""
    odd = {"type": "slider", "action_id": "a"}
    blocks: list[Json] = [
        {"type": "hologram"},
        {"type": "actions", "elements": [odd, button()]},
        section("après", accessory=odd),
        field("here", odd),
    ]
    stands(bare, TRIAGE, blocks)
    bare.slack.host.journal.changed()
    boxes = visitor.pane().locator(".not-drawn")
    slider = "Cette page ne dessine pas « slider »."
    expect(boxes).to_have_text(["Cette page ne dessine pas « hologram ».", slider, slider, slider])
    expect(visitor.pane().locator("[data-action='problem.accept']")).to_be_visible()
    expect(visitor.pane()).to_contain_text("après")
