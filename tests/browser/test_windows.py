"""Windows: errors, stacks, answers; what is typed in them outlives what happens meanwhile."""

import re

from playwright.sync_api import Locator, expect

from tests.browser.conftest import BASTIEN, FANNY, Bare
from tests.browser.kit import THREE, TWO
from tests.browser.visitor import Visitor
from tests.playground.samples import Json, actions, button, field, modal, plain, section


def first_form(**more: object) -> Json:
    """A window in which something is typed."""
    return modal(
        field("words", {"type": "plain_text_input"}),
        field("lines", {"type": "plain_text_input", "multiline": True}, optional=True),
        actions(button("more", "1"), block_id="row"),
        **more,
    )


def test_errors_of_the_bot_stand_under_their_fields(bare: Bare, visitor: Visitor) -> None:
    """The window stays with what was typed; the first wrong field has the focus; the next try clears them."""
    bare.opens(first_form())
    visitor.window().get_by_label("words").fill("vague")
    bare.bot.will_answer({"response_action": "errors", "errors": {"lines": "trop court", "words": "trop vague"}})
    bare.hears(visitor.submits)
    expect(visitor.window().locator("[data-input=words] .field-error")).to_have_text("trop vague")
    expect(visitor.window().locator("[data-input=lines] .field-error")).to_have_text("trop court")
    expect(visitor.window().get_by_label("words")).to_be_focused()
    expect(visitor.window().get_by_label("words")).to_have_value("vague")
    visitor.is_accessible()
    bare.bot.will_answer({"response_action": "errors", "errors": {"lines": "encore"}})
    bare.hears(visitor.submits)
    expect(visitor.window().locator(".field-error")).to_have_text(["encore"])


def test_an_answer_that_slack_would_not_take_is_told(bare: Bare, visitor: Visitor) -> None:
    """Errors under no field: the window stays, says so, and Slack's own name for it is on the page."""
    bare.opens(first_form())
    visitor.window().get_by_label("words").fill("mot")
    bare.bot.will_answer({"response_action": "errors", "errors": {"nowhere": "?"}})
    visitor.submits()
    expect(visitor.window().locator(".window-error")).to_contain_text("invalid_response")
    expect(visitor.page.locator(".toast")).to_contain_text("invalid_response_errors")


def test_windows_stand_on_each_other_three_deep(bare: Bare, visitor: Visitor) -> None:
    """Closing the top shows the one below with what was typed there; a fourth is refused with Slack's name for it."""
    bare.opens(first_form())
    words = visitor.window().get_by_label("words")
    for typed, title in (("un", "Deuxième"), ("deux", "Troisième")):
        words.fill(typed)
        bare.bot.will_answer({"response_action": "push", "view": first_form(title=plain(title))})
        bare.hears(visitor.submits)
        expect(visitor.window().get_by_role("heading")).to_have_text(title)
        expect(words).to_have_value("")
    words.fill("trois")
    bare.bot.will_answer({"response_action": "push", "view": first_form()})
    bare.hears(visitor.submits)
    expect(visitor.page.locator(".toast")).to_contain_text("push_limit_reached")
    expect(words).to_have_value("trois")
    for title, typed in (("Deuxième", "deux"), ("Signaler", "un")):
        visitor.window().locator(".window-foot .plain").click()
        expect(visitor.window().get_by_role("heading")).to_have_text(title)
        expect(words).to_have_value(typed)
    visitor.window().locator(".window-foot .plain").click()
    expect(visitor.window()).to_have_count(0)


def test_a_window_may_be_replaced_or_cleared(bare: Bare, visitor: Visitor) -> None:
    """`update` shows another in its place, `clear` closes them all."""
    bare.opens(first_form())
    for action, title in (("push", "Deuxième"), ("update", "Autre"), ("clear", "")):
        visitor.window().get_by_label("words").fill("mot")
        view = {"view": first_form(title=plain(title))} if title else {}
        bare.bot.will_answer({"response_action": action, **view})
        bare.hears(visitor.submits)
        if title:
            expect(visitor.window().get_by_role("heading")).to_have_text(title)
    expect(visitor.window()).to_have_count(0)
    assert bare.slack.workspace.modals.get(FANNY, []) == []


def test_the_bot_hears_of_a_closed_window_if_it_asked(bare: Bare, visitor: Visitor) -> None:
    """Cancel closes the top, the cross closes them all, as does Cancel where the bot said so."""
    cancel, cross = ".window-foot .plain", ".cross"
    for control, clears, cleared in ((cancel, False, False), (cross, False, True), (cancel, True, True)):
        bare.opens(first_form(notify_on_close=True, clear_on_close=clears))
        payload = bare.hears(visitor.window().locator(control).click)
        assert (payload["type"], payload["is_cleared"]) == ("view_closed", cleared)
        expect(visitor.window()).to_have_count(0)


def test_what_is_typed_outlives_what_happens_meanwhile(bare: Bare, visitor: Visitor) -> None:
    """A message arrives, a window opens beside, the bot draws this one anew: words, focus and caret stay."""
    window = first_form()
    view = bare.opens(window)
    words, lines = visitor.window().get_by_label("words"), visitor.window().get_by_label("lines")
    words.fill("un mot")
    lines.press_sequentially("des lignes")
    bare.posts(text="bonjour")
    bare.opens(first_form(), BASTIEN)
    expect(visitor.window("right")).to_be_visible()
    expect(visitor.message("bonjour")).to_be_attached()
    expect(lines).to_be_focused()
    bare.web.views_update(view_id=view.id, view={**window, "blocks": [section("nouveau"), *window["blocks"]]})
    expect(visitor.window()).to_contain_text("nouveau")
    expect(words).to_have_value("un mot")
    expect(lines).to_have_value("des lignes")
    expect(lines).to_be_focused()
    visitor.page.keyboard.type(" encore")
    expect(lines).to_have_value("des lignes encore")


def test_what_the_server_knows_outlives_a_reload(bare: Bare, visitor: Visitor) -> None:
    """With each press in a window what stands in its fields is known; a reload shows it again."""
    bare.opens(first_form())
    visitor.window().get_by_label("words").fill("un mot")
    payload = bare.hears(visitor.window().locator("[data-action=more]").click)
    assert payload["view"]["state"]["values"]["words"]["value"]["value"] == "un mot"
    visitor.page.reload()
    expect(visitor.window().get_by_label("words")).to_have_value("un mot")


def test_a_message_keeps_what_is_chosen_in_it_when_it_is_edited(bare: Bare, visitor: Visitor) -> None:
    """A list that has been set, a text half typed: the bot's edit does not undo them."""
    blocks = [
        field("why", {"type": "plain_text_input"}),
        actions({"type": "static_select", "action_id": "pick", "options": [TWO, THREE]}, block_id="row"),
    ]
    ts = bare.posts(*blocks)
    bare.hears(lambda: visitor.pane().locator("select").select_option("3"))
    visitor.pane().get_by_label("why").press_sequentially("parce")
    bare.edits(ts, section("modifié"), *blocks)
    expect(visitor.pane()).to_contain_text("modifié")
    expect(visitor.pane().locator("select")).to_have_value("3")
    visitor.page.keyboard.type(" que")
    expect(visitor.pane().get_by_label("why")).to_have_value("parce que")


def test_a_refused_press_is_told_wherever_it_was_made(bare: Bare, visitor: Visitor) -> None:
    """In a message, at home, in a window: Slack's words for it are in sight."""
    home = {"type": "home", "blocks": [actions(button())]}
    bare.web.views_publish(user_id=FANNY, view=home)
    bare.posts(actions(button()))
    failed = re.compile(r"http_service_error")

    def fails(around: Locator, told: Locator) -> None:
        bare.bot.will_answer("", status=500)
        bare.hears(around.locator("button[data-action='problem.accept']").click)
        expect(told).to_have_text(failed)
        expect(told).to_be_in_viewport()

    fails(visitor.pane().locator(".message"), visitor.pane().locator(".notice"))
    bare.hears(lambda: visitor.goes("Accueil"))
    expect(visitor.pane().locator(".notice")).to_be_empty()
    fails(visitor.pane().locator(".home"), visitor.pane().locator(".notice"))
    bare.opens(modal(actions(button())))
    fails(visitor.window(), visitor.window().locator(".window-error"))
