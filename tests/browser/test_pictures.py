"""The pictures of the README: `make pictures` keeps them, every run makes them and looks at their size."""

import os
import struct
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Scene, Visit
from tests.browser.visitor import Visitor

WIDTH = 1280
LARGEST = 200_000  # bytes
ADDRESSED = "@GTV nobody answers when a discharged client has no family doctor"
LATE = "Le résumé de fin de chimio part par la poste de l'hôpital et arrive trois semaines trop tard"


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """Where the pictures go."""
    folder = Path(os.environ.get("SC_BOT_PICTURES") or tmp_path)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def takes(visitor: Visitor, path: Path) -> None:
    """Take the picture: as wide as the README wants it, and not too heavy for it."""
    expect(visitor.page.locator(".count-waiting")).to_be_empty()
    visitor.page.evaluate("document.activeElement?.blur()")
    visitor.page.mouse.move(0, 0)
    visitor.page.screenshot(path=path, animations="disabled")
    png = path.read_bytes()
    assert struct.unpack(">I", png[16:20]) == (WIDTH,)
    assert len(png) < LARGEST


def without_tour(visitor: Visitor) -> None:
    """The tour has its place in the page, not in every picture."""
    visitor.page.locator("#toggle-tour").click()


def test_a_caregiver_reports(scene: Scene, visit: Visit, kept: Path) -> None:
    """Kathleen's line, her answer, and what Kerry gets."""
    visitor = visit(scene.url, "OMD-S1,GTV-MD", locale="en-CA", size=(WIDTH, 760))
    visitor.types(f"/problem {ADDRESSED}")
    expect(visitor.message("is recorded")).to_be_visible()
    expect(visitor.message(ADDRESSED, "right")).to_be_visible()
    takes(visitor, kept / "report.png")


def test_a_director_reads(scene: Scene, visit: Visit, kept: Path) -> None:
    """Bastien's card with its buttons, and the neutral line in the hospital's channel."""
    visitor = visit(scene.url, "HSF-MD,HSF-S1", size=(WIDTH, 760))
    without_tour(visitor)
    visitor.types(f"/problem {LATE}", "right")
    expect(visitor.message(LATE)).to_be_visible()
    visitor.goes("cs-hsf", "right")
    takes(visitor, kept / "director.png")


def test_a_number_is_refused(scene: Scene, visit: Visit, kept: Path) -> None:
    """The window says under the field what must go."""
    visitor = visit(scene.url, "OMD-S1,GTV-MD", locale="en-CA", size=(WIDTH, 760))
    without_tour(visitor)
    visitor.types("/problem")
    visitor.window().get_by_role("textbox").first.fill("Client TREM 8052 1514 waited two hours at the clinic")
    visitor.submits()
    expect(visitor.window().locator(".field-error")).to_be_visible()
    takes(visitor, kept / "privacy.png")


def test_a_promise_is_shown_before_it_is_kept(scene: Scene, visit: Visit, kept: Path) -> None:
    """The date in the director's words, read back; beside it, a director's list of the morning."""
    visitor = visit(scene.url, "HSF-MD,CRP-MD", locale="en-CA", size=(WIDTH, 760))
    without_tour(visitor)
    visitor.types("/sc promettre ONC-4 afficher l'horaire de la pharmacie à l'urgence, d'ici vendredi en huit")
    expect(visitor.window()).to_contain_text("Compris")
    takes(visitor, kept / "promise.png")
    visitor.window().get_by_role("button", name="Annuler").click()


def test_homes_are_each_ones_own(scene: Scene, visit: Visit, kept: Path) -> None:
    """A director's Home beside a caregiver's, each in its own language."""
    visitor = visit(scene.url, "HSF-MD,OMD-S1", locale="en-CA", size=(WIDTH, 760))
    without_tour(visitor)
    visitor.goes("Accueil")
    visitor.goes("Home", "right")
    expect(visitor.pane().locator(".home")).to_contain_text("À prendre en charge")
    expect(visitor.pane("right").locator(".home")).to_contain_text("My reports")
    takes(visitor, kept / "home.png")


def test_the_readme_shows_each_of_them() -> None:
    """They are in the README, and what it shows is not too heavy."""
    root = Path(__file__).parent.parent.parent
    readme = (root / "README.md").read_text(encoding="utf-8")
    for name in ("report", "director", "promise", "privacy", "home"):
        assert f"(docs/pictures/{name}.png)" in readme
        picture = (root / "docs" / "pictures" / f"{name}.png").read_bytes()
        assert struct.unpack(">I", picture[16:20]) == (WIDTH,)
        assert len(picture) < LARGEST


def test_a_general_manager_decides(scene: Scene, visit: Visit, kept: Path) -> None:
    """The digest on a general manager's Home, and the facilitator's triage."""
    visitor = visit(scene.url, "HSF-DG,ADV-1", size=(WIDTH, 760))
    without_tour(visitor)
    visitor.goes("Accueil")
    expect(visitor.pane().locator(".home")).to_contain_text("Votre établissement")
    visitor.goes("Accueil", "right")
    expect(visitor.pane("right").locator(".home")).to_contain_text("Sans responsable")
    takes(visitor, kept / "digest.png")
