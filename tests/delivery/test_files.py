"""A file goes to Slack in three steps: once whatever happens on the way, and never in silence where it is refused."""

import pytest

from sc_bot.domain.notices import Posting, Workbook
from sc_bot.playground.faults import Fault, lost_after_effect, lost_before_effect, refused, server_error
from sc_bot.playground.model import Message
from tests.delivery.office import BASTIEN, Office, another
from tests.house import THURSDAY

ANNOUNCE, UPLOAD, SHARE = "files.getUploadURLExternal", "files.upload", "files.completeUploadExternal"
LOST = [lost_after_effect(), server_error(lands=True), lost_before_effect()]


def queue(office: Office, to: str = BASTIEN, person: str = "HSF-MD", key: str = "asked") -> None:
    """Somebody asked for the workbook."""
    with office.database.unit_of_work() as uow:
        place = uow.communities.in_workspace(office.workspace)[0]
        export = uow.exports.ask(place, person, key, THURSDAY)
        assert export is not None
        file = Posting(notice=Workbook(export.id), to=to, key=key, due_at=THURSDAY)
        uow.outbox.post(office.workspace, None, [file])


def files(office: Office, slack_id: str = BASTIEN) -> list[Message]:
    """The messages with a file in somebody's direct message."""
    return [each for each in office.messages(slack_id) if each.files]


def test_a_file_comes_with_words_and_a_name(office: Office) -> None:
    """Announced, uploaded, shared: an Excel file, with a sentence above it, in its reader's language."""
    queue(office)
    office.deliver()
    (message,) = files(office)
    assert message.files[0]["name"] == "tableau-de-suivi-CS-2026-11-19.xlsx"
    assert message.text.startswith("Votre tableau de suivi")
    stored = office.slack.workspace.files[message.files[0]["id"]]
    assert stored.content is not None
    assert stored.content.startswith(b"PK")
    assert office.states() == {"asked": "sent"}


@pytest.mark.parametrize("fault", LOST, ids=lambda each: f"{each.name}_{each.lands}")
@pytest.mark.parametrize("step", [ANNOUNCE, UPLOAD, SHARE])
def test_whatever_is_lost_on_the_way_it_stands_there_once(office: Office, step: str, fault: Fault) -> None:
    """Only the last step can be seen: its outcome unknown, the file's id is looked up before anything is sent."""
    office.slack.misbehave(step, fault)
    queue(office)
    office.post(BASTIEN, "behind")
    office.deliver()
    office.after(seconds=60)
    office.after(seconds=60)
    assert len(files(office)) == 1
    assert set(office.states().values()) == {"sent"}
    looked = bool(office.slack.calls_of("conversations.history"))
    assert looked is (step == SHARE)


def test_a_worker_that_dies_after_sharing_is_found_out(office: Office) -> None:
    """Its id was stored before it was shared: whoever comes next finds the file and leaves it."""
    queue(office)
    hasty = another(office.worker, deliveries=_Dies(office.deliveries))
    with pytest.raises(KeyboardInterrupt):
        hasty.step()
    assert len(files(office)) == 1
    office.after(minutes=10)
    office.after(minutes=2)
    assert len(files(office)) == 1
    assert office.states() == {"asked": "sent"}


class _Dies:
    """The worker's side of an outbox, whose process ends when it should say that something was sent."""

    def __init__(self, deliveries: object) -> None:
        self._deliveries = deliveries

    def __getattr__(self, name: str) -> object:
        return getattr(self._deliveries, name)

    def sent(self, *_: object) -> None:
        """The end."""
        raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("step", "error", "said"),
    [
        (ANNOUNCE, "file_uploads_disabled", "n'accepte pas ce genre de fichiers"),
        (ANNOUNCE, "storage_limit_reached", "n'a plus de place"),
        (ANNOUNCE, "missing_scope", "n'a pas encore le droit"),
        (SHARE, "file_type_not_allowed", "n'accepte pas ce genre de fichiers"),
        (SHARE, "not_in_channel", "n'accepte pas ce genre de fichiers"),
    ],
)
def test_a_refused_file_is_told_and_another_way_is_offered(office: Office, step: str, error: str, said: str) -> None:
    """The person hears why, and how to get it otherwise; the workspace's other messages go on."""
    office.slack.misbehave(step, refused(error))
    queue(office)
    office.post(BASTIEN, "behind")
    office.deliver()
    office.after(seconds=2)
    office.after(seconds=2)
    told, *_ = office.messages(BASTIEN)
    assert said in told.text
    assert "sc-bot export" in told.text
    assert not files(office)
    assert set(office.states().values()) == {"sent"}
    assert office.deliveries.stopped() == {}


def test_what_cannot_be_made_is_told(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever waits for a file hears that none will come; the dead letter is in the log."""

    def fails(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("sc_bot.delivery.exporting.book_of", fails)
    queue(office)
    office.deliver()
    office.after(seconds=2)
    assert "n'a pas pu être produit" in office.messages(BASTIEN)[0].text


def test_who_may_not_have_it_any_more_gets_nothing(office: Office) -> None:
    """Roles are read again when it is made: between asking and sending somebody can have left."""
    queue(office)
    office.retire("HSF-MD")
    office.deliver()
    assert not office.messages(BASTIEN)
    assert office.states() == {"asked": "dropped"}


def test_too_many_files_wait_for_files_only(office: Office) -> None:
    """What Slack wants rested rests: the file comes later, and nobody asks again before."""
    office.slack.misbehave(ANNOUNCE, Fault("rate", lands=False, status=429, headers={"Retry-After": "30"}, body={}))
    queue(office)
    office.deliver()
    office.after(seconds=29)
    assert len(office.slack.calls_of(ANNOUNCE)) == 1
    office.after(seconds=1)
    assert len(files(office)) == 1


def test_a_big_file_may_take_longer_than_a_message(office: Office) -> None:
    """Its destination is kept for as long as a file needs, so that nobody else begins the same; then it is in doubt."""
    queue(office)
    held = office.deliveries.claim("slow", office.real(), office.worker.product_now())
    assert held is not None
    assert office.deliveries.hold(held, office.real() + office.worker.delays.file_lease)
    office.real.forward(minutes=9)
    assert office.deliveries.claim("other", office.real(), office.worker.product_now()) is None
    office.real.forward(minutes=2)
    again = office.deliveries.claim("other", office.real(), office.worker.product_now())
    assert again is not None
    assert again.doubt
    assert not office.deliveries.hold(held, office.real() + office.worker.delays.file_lease)
