"""What is chosen and entered reaches the bot as Slack would send it."""

from collections.abc import Mapping

from playwright.sync_api import Locator, expect

from sc_bot.playground.model import Payload
from tests.browser.conftest import Bare
from tests.browser.kit import SAMPLES, TYPED, Sample
from tests.browser.standing import without_marks
from tests.browser.visitor import Visitor
from tests.playground.samples import Json, actions, field, modal, option, section


def field_of(around: Locator, action: str) -> Locator:
    """The field with this action id."""
    return around.locator(f".field[data-action='{action}']")


def acts_on_each(bare: Bare, visitor: Visitor, samples: Mapping[str, Sample]) -> None:
    """Use each element of the newest message: the bot gets what Slack would send."""
    for name, sample in samples.items():
        if sample.offered:
            bare.bot.will_answer({"options": sample.offered})
        payload = bare.hears(lambda name=name, sample=sample: sample.acts(field_of(visitor.pane(), name)))  # type: ignore[misc] # bound at once
        if sample.offered and payload["type"] == "block_suggestion":
            assert bare.slack.wait_for(lambda: bare.bot.payloads[-1]["type"] == "block_actions")
            payload = bare.bot.payloads[-1]
        chosen = {"type": sample.element["type"], "action_id": name, **sample.chosen}
        assert [without_marks(each) for each in payload["actions"]] == [chosen], name
        assert len(bare.bot.payloads) == len({str(each) for each in bare.bot.payloads})
        values = payload["state"]["values"][payload["actions"][0]["block_id"]]
        assert values[name] == {"type": sample.element["type"], **sample.chosen}, name


def test_what_is_chosen_in_a_row_reaches_the_bot(bare: Bare, visitor: Visitor) -> None:
    """Each menu, picker and box of an actions block, as Slack reports it."""
    bare.posts(actions(*({"action_id": name, **sample.element} for name, sample in SAMPLES.items()), block_id="row"))
    expect(visitor.pane().locator(".field")).to_have_count(len(SAMPLES))
    visitor.is_accessible()
    acts_on_each(bare, visitor, SAMPLES)


def test_what_is_chosen_beside_a_section_reaches_the_bot(bare: Bare, visitor: Visitor) -> None:
    """Each accessory, as Slack reports it."""
    samples = {name: each for name, each in SAMPLES.items() if name != "moment"}
    bare.posts(
        *(
            section("*Choix*", accessory={"action_id": name, **each.element}, block_id=name)
            for name, each in samples.items()
        )
    )
    expect(visitor.pane().locator(".field")).to_have_count(len(samples))
    visitor.is_accessible()
    acts_on_each(bare, visitor, samples)


ALL = {**SAMPLES, **TYPED}


def window_of(samples: Mapping[str, Sample], *, prefilled: bool, optional: bool = True) -> Json:
    """A window with a field of each kind."""
    return modal(
        *(
            field(name, {"action_id": name, **each.element, **(each.initial if prefilled else {})}, optional=optional)
            for name, each in samples.items()
        )
    )


def values_of(payload: Payload) -> Payload:
    """What a submission says of each field."""
    assert payload["type"] == "view_submission"
    return {name: value for fields in payload["view"]["state"]["values"].values() for name, value in fields.items()}


def test_what_the_bot_prefilled_is_submitted_untouched(bare: Bare, visitor: Visitor) -> None:
    """Whoever only presses Submit sends each initial value as it came."""
    bare.opens(window_of(ALL, prefilled=True, optional=False))
    expect(visitor.window().locator(".input .field")).to_have_count(len(ALL))
    visitor.is_accessible()
    values = values_of(bare.hears(visitor.submits))
    assert values == {name: {"type": each.element["type"], **each.prefilled} for name, each in ALL.items()}
    expect(visitor.window()).to_have_count(0)


def test_what_is_entered_is_submitted(bare: Bare, visitor: Visitor) -> None:
    """Each kind of input, filled by hand, in Slack's shape."""
    bare.opens(window_of(ALL, prefilled=False, optional=False))
    for name, sample in ALL.items():
        if sample.offered:
            bare.bot.will_answer({"options": sample.offered})
        sample.acts(field_of(visitor.window(), name))
    values = values_of(bare.hears(visitor.submits))
    assert values == {name: {"type": each.element["type"], **each.chosen} for name, each in ALL.items()}


def test_what_stays_empty_is_submitted_empty(bare: Bare, visitor: Visitor) -> None:
    """An optional field that nobody touched is null, or an empty list."""
    bare.opens(window_of(ALL, prefilled=False))
    expect(visitor.window().locator(".input .field")).to_have_count(len(ALL))
    values = values_of(bare.hears(visitor.submits))
    assert values == {name: {"type": each.element["type"], **each.empty} for name, each in ALL.items()}


def test_what_is_emptied_stays_empty(bare: Bare, visitor: Visitor) -> None:
    """A prefilled field that somebody cleared is submitted as cleared, even after the bot drew the window anew."""
    cleared = {name: ALL[name] for name in ("text", "static", "date", "boxes", "statics")}
    window = window_of(cleared, prefilled=True)
    view = bare.opens(window)
    for name in ("text", "date"):
        field_of(visitor.window(), name).fill("")
    field_of(visitor.window(), "static").select_option("")
    field_of(visitor.window(), "statics").locator("summary").click()
    for box in (
        *field_of(visitor.window(), "boxes").get_by_role("checkbox").all(),
        field_of(visitor.window(), "statics").get_by_label("un", exact=True),
    ):
        box.uncheck()
    bare.web.views_update(view_id=view.id, view={**window, "blocks": [*window["blocks"], section("tout neuf")]})
    expect(visitor.window()).to_contain_text("tout neuf")
    values = values_of(bare.hears(visitor.submits))
    assert values == {name: {"type": each.element["type"], **each.empty} for name, each in cleared.items()}


def test_slacks_client_refuses_what_it_would_not_send(bare: Bare, visitor: Visitor) -> None:
    """A required field left empty, a number out of bounds, an address that is none, a text too short: told in place."""
    bare.opens(
        modal(
            field("needed", {"type": "plain_text_input"}),
            field("short", {"type": "plain_text_input", "min_length": 5}, optional=True),
            field("number", {"type": "number_input", "is_decimal_allowed": False, "max_value": "10"}, optional=True),
            field("email", {"type": "email_text_input"}, optional=True),
            field("url", {"type": "url_text_input"}, optional=True),
            field("boxes", {"type": "checkboxes", "options": [option("1")]}),
        )
    )
    for name, text in (("short", "abc"), ("number", "11"), ("email", "personne"), ("url", "nulle part")):
        visitor.window().locator(f"[data-block='{name}']").fill(text)
    visitor.submits()
    for name in ("needed", "short", "number", "email", "url", "boxes"):
        expect(visitor.window().locator(f"[data-input='{name}'] .field-error")).to_be_visible()
    expect(visitor.window().locator("[data-block='needed']")).to_be_focused()
    visitor.is_accessible()
    assert bare.bot.payloads == []


def test_no_more_can_be_chosen_than_the_bot_allows(bare: Bare, visitor: Visitor) -> None:
    """With as many as `max_selected_items`, the others cannot be ticked."""
    menu = {"type": "multi_static_select", "max_selected_items": 2, "options": [option(each, each) for each in "abc"]}
    bare.opens(modal(field("few", menu)))
    visitor.window().locator("summary").click()
    for name in "ab":
        visitor.window().get_by_label(name, exact=True).check()
    expect(visitor.window().get_by_label("c", exact=True)).to_be_disabled()
    visitor.window().get_by_label("a", exact=True).uncheck()
    expect(visitor.window().get_by_label("c", exact=True)).to_be_enabled()
