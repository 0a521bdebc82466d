"""What is pressed reaches the bot, after a question where one is asked."""

from collections.abc import Callable
from functools import partial

import pytest
from playwright.sync_api import Route, expect

from tests.browser.conftest import BASTIEN, FANNY, TRIAGE, Bare, Visit
from tests.browser.kit import THREE, TWO
from tests.browser.standing import CONFIRM, without_marks
from tests.browser.visitor import Visitor
from tests.playground.samples import actions, button, field, modal, option, plain, section

A_REDRAW = 1_000  # milliseconds, in which a change is drawn if nothing holds it up


def test_a_pressed_button_reaches_the_bot(bare: Bare, visitor: Visitor) -> None:
    """With its text and value, and with what stands in the message's fields."""
    ts = bare.posts(
        field("why", {"type": "plain_text_input"}),
        actions(button("go", "7", style="primary"), button("stop", "8", style="danger"), block_id="row"),
    )
    visitor.pane().get_by_label("why").fill("parce que")
    payload = bare.hears(visitor.pane().locator("[data-action=go]").click)
    assert [without_marks(each) for each in payload["actions"]] == [button("go", "7", style="primary")]
    assert payload["actions"][0]["block_id"] == "row"
    assert payload["container"] == {"type": "message", "message_ts": ts, "channel_id": TRIAGE, "is_ephemeral": False}
    assert payload["state"]["values"] == {"why": {"value": {"type": "plain_text_input", "value": "parce que"}}}
    expect(visitor.pane().locator("button.primary[data-action=go]")).to_be_visible()
    expect(visitor.pane().locator("button.danger[data-action=stop]")).to_be_visible()


@pytest.mark.parametrize("device", ["mouse", "keyboard"])
def test_a_press_is_heard_although_the_message_changes_under_it(bare: Bare, visitor: Visitor, device: str) -> None:
    """A button that is exchanged between press and release would hear no click; what is new is drawn after it."""
    ts = bare.posts(actions(button("go", "7"), block_id="row"))
    pressed = visitor.pane().locator("[data-action=go]")
    page = visitor.page
    pressed.focus()
    pressed.hover()
    down, up = (page.mouse.down, page.mouse.up)
    if device == "keyboard":
        down, up = (partial(page.keyboard.down, " "), partial(page.keyboard.up, " "))
    down()
    bare.edits(ts, section("après"), actions(button("go", "7"), block_id="row"))
    page.wait_for_timeout(A_REDRAW)
    payload = bare.hears(up)
    assert [without_marks(each) for each in payload["actions"]] == [button("go", "7")]
    expect(visitor.message("après")).to_be_visible()


def test_a_button_is_pressed_by_the_person_to_whom_it_was_shown(unshared: Bare, visit: Visit) -> None:
    """Also while the screen is becoming somebody else's."""
    unshared.posts(actions(button("go", "7")))
    visitor = visit(unshared.url, unshared.people)
    visitor.goes("cs-triage")
    expect(visitor.pane().locator("[data-action=go]")).to_be_visible()
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    visitor.page.route(lambda url: "/api/screen" in url and BASTIEN in url, hold)
    visitor.becomes("Bastien Morelière")
    payload = unshared.hears(visitor.pane().locator("[data-action=go]").click)
    assert payload["user"]["id"] == FANNY
    visitor.page.unroute_all()


def test_a_button_says_to_a_screen_reader_what_it_was_given_to_say(bare: Bare, visitor: Visitor) -> None:
    """`accessibility_label` is its name."""
    bare.posts(actions(button(accessibility_label="Prendre en charge ONC-1")))
    expect(visitor.pane().get_by_role("button", name="Prendre en charge ONC-1")).to_have_text("Prendre en charge")


def test_a_confirmation_is_asked_for_each_element_that_wants_one(bare: Bare, visitor: Visitor) -> None:
    """Button, menu, list: no means that nothing is sent and the choice is as before; yes sends it."""
    elements = (
        button("press", "1", confirm=CONFIRM),
        {"type": "overflow", "action_id": "more", "options": [TWO, THREE], "confirm": CONFIRM},
        {
            "type": "static_select",
            "action_id": "pick",
            "options": [TWO, THREE],
            "initial_option": TWO,
            "confirm": CONFIRM,
        },
    )
    bare.posts(actions(*elements))
    pane = visitor.pane()

    def more() -> None:
        pane.locator(".overflow").click()
        visitor.page.get_by_role("menuitem", name="deux").click()

    ways: dict[str, Callable[[], object]] = {
        "press": pane.locator("[data-action=press]").click,
        "more": more,
        "pick": lambda: pane.locator("select").select_option("3"),
    }
    for action, way in ways.items():
        way()
        expect(visitor.window().locator("strong")).to_have_text("définitif")
        visitor.window().get_by_role("button", name="Non").click()
        expect(visitor.window()).to_have_count(0)
        assert bare.bot.payloads == []
        expect(pane.locator("select")).to_have_value("2")
        way()
        payload = bare.hears(visitor.window().locator("button.danger", has_text="Oui").click)
        assert payload["actions"][0]["action_id"] == action
        bare.bot.payloads.clear()


def test_links_open_beside_the_page_and_the_bot_hears_of_it(bare: Bare, visitor: Visitor) -> None:
    """A button with an address, and a line of a ⋯ menu with one."""
    here = f"{bare.url}/static/dom.js"
    menu = {"type": "overflow", "action_id": "more", "options": [option("a"), {**option("b", "lien"), "url": here}]}
    bare.posts(actions(button("link", "1", url=here), menu))

    def chosen() -> None:
        visitor.pane().locator(".overflow").click()
        visitor.page.get_by_role("menuitem", name="lien").click()

    ways: dict[str, Callable[[], object]] = {
        "link": visitor.pane().locator("button[data-action=link]").click,
        "more": chosen,
    }
    for action, way in ways.items():
        with visitor.page.context.expect_page() as opened:
            payload = bare.hears(way)
        assert opened.value.url == here
        assert payload["actions"][0]["action_id"] == action
        opened.value.close()


def test_a_menu_shows_what_each_line_means(bare: Bare, visitor: Visitor) -> None:
    """The description of an option stands under it; the line chosen reaches the bot whole."""
    described = {**option("b", "Poser une question"), "description": plain("à qui a signalé")}
    bare.posts(section(accessory={"type": "overflow", "action_id": "more", "options": [option("a"), described]}))
    visitor.pane().locator(".overflow").click()
    line = visitor.page.get_by_role("menuitem", name="Poser une question")
    expect(line).to_contain_text("à qui a signalé")
    visitor.is_accessible()
    payload = bare.hears(line.click)
    assert without_marks(payload["actions"][0]) == {
        "type": "overflow",
        "action_id": "more",
        "selected_option": described,
    }


def test_a_search_asks_the_bot_with_the_words_typed(bare: Bare, visitor: Visitor) -> None:
    """From the least number of letters on; the request says where, and groups are offered as well."""
    view = bare.opens(modal(field("owner", {"type": "external_select", "min_query_length": 2})))
    search = visitor.window().get_by_role("searchbox")
    search.press_sequentially("d")
    bare.bot.will_answer({"option_groups": [{"label": plain("groupe"), "options": [TWO]}]})
    payload = bare.hears(lambda: search.press_sequentially("e"))
    assert payload["type"] == "block_suggestion"
    assert (payload["block_id"], payload["action_id"], payload["value"]) == ("owner", "value", "de")
    assert payload["container"] == {"type": "view", "view_id": view.id}
    expect(visitor.window().locator("option", has_text="deux")).to_be_attached()
    assert len(bare.bot.payloads) == 1


def test_an_input_that_dispatches_tells_the_bot_at_once(bare: Bare, visitor: Visitor) -> None:
    """A choice when it is made; a text at Enter, or with each letter where the bot wants that; nothing is submitted."""
    letters = {"trigger_actions_on": ["on_character_entered"]}
    bare.opens(
        modal(
            field("menu", {"type": "static_select", "options": [TWO, THREE]}, dispatch_action=True),
            field("enter", {"type": "plain_text_input"}, dispatch_action=True),
            field("each", {"type": "plain_text_input", "dispatch_action_config": letters}, dispatch_action=True),
        )
    )
    window = visitor.window()
    payload = bare.hears(lambda: window.get_by_label("menu").select_option("3"))
    assert payload["actions"][0]["selected_option"] == THREE
    window.get_by_label("enter").press_sequentially("oui")
    payload = bare.hears(lambda: window.get_by_label("enter").press("Enter"))
    assert without_marks(payload["actions"][0]) == {"type": "plain_text_input", "action_id": "value", "value": "oui"}
    assert payload["view"]["state"]["values"]["menu"]["value"]["selected_option"] == THREE
    window.get_by_label("each").press_sequentially("ab")
    expect(window.get_by_label("each")).to_be_focused()
    assert bare.slack.wait_for(lambda: bare.bot.payloads[-1]["actions"][0].get("value") == "ab")
    expect(window.get_by_label("each")).to_have_value("ab")
    assert {each["type"] for each in bare.bot.payloads} == {"block_actions"}


def test_a_button_of_home_brings_what_stands_in_its_fields(bare: Bare, visitor: Visitor) -> None:
    """`view.state.values` of a home tab, which is never submitted."""
    home = {"type": "home", "blocks": [field("why", {"type": "plain_text_input"}), actions(button())]}
    bare.web.views_publish(user_id=FANNY, view=home)
    bare.hears(lambda: visitor.goes("Accueil"))
    visitor.pane().get_by_label("why").fill("parce que")
    payload = bare.hears(visitor.pane().locator(".home [data-action='problem.accept']").click)
    assert payload["view"]["state"]["values"]["why"]["value"]["value"] == "parce que"
    assert payload["container"]["type"] == "view"
