"""What is done with each answer: a table."""

from datetime import timedelta

import pytest

from sc_bot.domain.delivery_decisions import (
    Decision,
    Doubt,
    GiveUp,
    NewSurface,
    Redirect,
    RetryAt,
    Scope,
    Sent,
    StopWorkspace,
    backoff,
    decide,
)
from sc_bot.domain.slack_answers import (
    RATE_LIMIT_ERRORS,
    UNCERTAIN_ERRORS,
    Failed,
    Ok,
    RateLimited,
    Refused,
    SlackAnswer,
    Unknown,
    Unreachable,
)
from sc_bot.domain.slack_errors import POLICIES

LOST = Unknown("TimeoutError")
NOBODY = Unreachable("gaierror")


@pytest.mark.parametrize(
    ("answer", "attempts", "decision"),
    [
        (Ok({"ts": "1.2", "channel": "D1"}), 1, Sent("1.2", "D1")),
        (Ok({}), 1, Sent(None, None)),
        (RateLimited(30), 1, RetryAt(30, Scope.METHOD)),
        (RateLimited(30), 9, RetryAt(30, Scope.METHOD)),
        (RateLimited(0), 1, RetryAt(1, Scope.METHOD)),
        (RateLimited(1e9), 1, RetryAt(3600, Scope.METHOD)),
        (LOST, 1, Doubt("TimeoutError")),
        (LOST, 99, Doubt("TimeoutError")),
        (NOBODY, 1, RetryAt(2, Scope.WORKSPACE)),
        (NOBODY, 1000, RetryAt(900, Scope.WORKSPACE)),
        (Refused(403), 3, RetryAt(8, Scope.ROW)),
        (Refused(403), 60, GiveUp("http_403")),
        (Failed("invalid_auth"), 1, StopWorkspace("invalid_auth")),
        (Failed("account_inactive"), 1, StopWorkspace("account_inactive")),
        (Failed("token_revoked"), 50, StopWorkspace("token_revoked")),
        (Failed("missing_scope"), 1, StopWorkspace("missing_scope")),
        (Failed("messages_tab_disabled"), 1, StopWorkspace("messages_tab_disabled")),
        (Failed("user_disabled"), 1, Redirect("user_disabled")),
        (Failed("cannot_dm_bot"), 1, Redirect("cannot_dm_bot")),
        (Failed("is_archived"), 1, Redirect("is_archived")),
        (Failed("channel_not_found"), 1, Redirect("channel_not_found")),
        (Failed("msg_too_long"), 1, GiveUp("msg_too_long")),
        (Failed("invalid_blocks"), 1, GiveUp("invalid_blocks")),
        (Failed("message_not_found"), 1, GiveUp("message_not_found")),
        (Failed("message_limit_exceeded"), 1, RetryAt(900, Scope.WORKSPACE)),
        (Failed("request_timeout"), 2, RetryAt(4, Scope.ROW)),
        (Failed("external_channel_migrating"), 2, RetryAt(4, Scope.DESTINATION)),
        (Failed("a_name_from_next_year"), 4, RetryAt(16, Scope.ROW)),
        (Failed("a_name_from_next_year"), 5, GiveUp("a_name_from_next_year")),
    ],
)
def test_what_becomes_of_a_post(answer: SlackAnswer, attempts: int, decision: Decision) -> None:
    """Sent, later and who waits, dead, doubtful, stopped, or for someone else."""
    assert decide(answer, attempts=attempts, is_post=True) == decision


@pytest.mark.parametrize(
    ("answer", "attempts", "decision"),
    [
        (LOST, 1, RetryAt(2, Scope.ROW)),
        (LOST, 60, GiveUp("TimeoutError")),
        (Failed("message_not_found"), 1, NewSurface("message_not_found")),
        (Failed("cant_update_message"), 1, NewSurface("cant_update_message")),
        (Failed("edit_window_closed"), 1, NewSurface("edit_window_closed")),
        (Failed("block_mismatch"), 1, NewSurface("block_mismatch")),
        (Failed("update_failed"), 1, RetryAt(2, Scope.ROW)),
        (Failed("hash_conflict"), 1, RetryAt(2, Scope.ROW)),
        (Failed("streaming_state_conflict"), 1, RetryAt(2, Scope.DESTINATION)),
        (Failed("token_expired"), 1, StopWorkspace("token_expired")),
    ],
)
def test_what_becomes_of_an_edit(answer: SlackAnswer, attempts: int, decision: Decision) -> None:
    """An edit may be repeated, and a message that cannot be edited any more is posted again."""
    assert decide(answer, attempts=attempts, is_post=False) == decision


@pytest.mark.parametrize("answer", [Unknown("http_503"), Unknown("internal_error"), LOST, Refused(403), NOBODY])
@pytest.mark.parametrize("is_post", [True, False])
def test_an_outage_of_six_hours_is_outlasted(answer: SlackAnswer, *, is_post: bool) -> None:
    """However Slack is away: what opens a conversation, edits a card or posts is not given up meanwhile."""
    waited, attempts = 0.0, 1
    while waited < timedelta(hours=6).total_seconds():
        match decide(answer, attempts=attempts, is_post=is_post):
            case RetryAt(wait=wait):
                waited += wait
            case Doubt():  # looked up once a minute, for ever
                return
            case other:
                pytest.fail(f"{other} after {waited / 3600:.1f} hours")
        attempts += 1


def test_the_wait_doubles_up_to_a_quarter_of_an_hour() -> None:
    """Quick at first, patient later, never away for long, whatever the number."""
    assert [backoff(n) for n in (1, 2, 3, 9, 10, 11, 10**6)] == [2, 4, 8, 512, 900, 900, 900]


POST_MESSAGE_ERRORS = """
    app_access_restricted as_user_not_supported attachment_payload_limit_exceeded cannot_reply_to_message
    channel_not_found draft_already_deleted draft_already_sent draft_has_conflict draft_not_found
    duplicate_channel_not_found duplicate_message_not_found ekm_access_denied invalid_blocks
    invalid_blocks_format invalid_metadata_format invalid_metadata_schema is_archived markdown_text_conflict
    message_limit_exceeded messages_tab_disabled metadata_must_be_sent_from_app metadata_too_large
    missing_file_data msg_blocks_too_long no_text not_in_channel rate_limited restricted_action
    restricted_action_non_threadable_channel restricted_action_read_only_channel
    restricted_action_thread_locked restricted_action_thread_only_channel send_on_behalf_not_allowed
    slack_connect_canvas_sharing_blocked slack_connect_file_link_sharing_blocked
    slack_connect_lists_sharing_blocked team_not_found too_many_attachments too_many_contact_cards
"""
UPDATE_ERRORS = """
    as_user_not_supported block_mismatch blocked_file_type cant_broadcast_message cant_update_message
    channel_not_found edit_window_closed external_channel_migrating file_deleted file_is_deleted
    file_not_found file_share_limit_reached invalid_attachments invalid_blocks invalid_blocks_format
    invalid_metadata_format invalid_metadata_schema is_inactive markdown_text_conflict
    max_file_sharing_exceeded message_limit_exceeded message_not_found metadata_must_be_sent_from_app
    metadata_too_large msg_too_long no_dual_broadcast_content_update no_text posting_to_channel_denied
    slack_connect_blocked_file_type slack_connect_canvas_sharing_blocked slack_connect_clip_sharing_blocked
    slack_connect_file_link_sharing_blocked slack_connect_file_upload_sharing_blocked
    streaming_state_conflict team_not_found too_many_attachments unable_to_share_files update_failed
"""
OPEN_AND_HOME_ERRORS = """
    duplicate_external_id hash_conflict invalid_user_combination method_not_supported_for_channel_type
    missing_profile_id missing_scope not_allowed_token_type not_enabled not_enough_users not_implemented
    too_many_users user_disabled user_not_found user_not_visible users_list_not_supplied view_too_large
"""
EVERY_METHOD_ERRORS = """
    access_denied accesslimited account_inactive deprecated_endpoint ekm_access_denied
    enterprise_is_restricted fatal_error internal_error invalid_arg_name invalid_arguments invalid_array_arg
    invalid_auth invalid_charset invalid_form_data invalid_post_type method_deprecated missing_post_type
    missing_scope no_permission not_allowed_token_type not_authed org_login_required ratelimited
    request_timeout service_unavailable team_access_not_granted team_added_to_org token_expired
    token_revoked two_factor_setup_required
"""


@pytest.mark.parametrize("names", [POST_MESSAGE_ERRORS, UPDATE_ERRORS, OPEN_AND_HOME_ERRORS, EVERY_METHOD_ERRORS])
def test_every_documented_error_has_its_policy(names: str) -> None:
    """Each name that Slack documents for our methods was thought about; none falls to the default."""
    decided = set(POLICIES) | RATE_LIMIT_ERRORS | UNCERTAIN_ERRORS
    assert set(names.split()) - decided == set()


def test_no_error_has_two_meanings() -> None:
    """A name with a policy is neither a rate limit nor uncertain: those never arrive as a refusal."""
    assert set(POLICIES) & (RATE_LIMIT_ERRORS | UNCERTAIN_ERRORS) == set()
