"""One policy for each error name of Slack's: what to do with the message that met it."""

import re
from enum import Enum
from types import MappingProxyType
from typing import Final

from sc_bot.domain.slack_answers import UNCERTAIN_ERRORS


class Policy(Enum):
    """What an error of Slack's means for the message, its destination or its workspace."""

    OUR_MISTAKE = "this message can never be sent as it is: give it up, visibly"
    TRY_AGAIN = "it passes by itself: the same message, a little later"
    DESTINATION_BUSY = "it passes by itself, and the whole conversation has to wait for it"
    WORKSPACE_BUSY = "the whole workspace has to wait"
    WORKSPACE_CLOSED = "nothing can be sent here until a person repairs the installation"
    UNREACHABLE_RECIPIENT = "nobody is behind this destination: someone else has to get the message"
    SURFACE_LOST = "the message to be edited cannot be edited any more: post it again"


_NAMES: Final = {
    Policy.WORKSPACE_CLOSED: """
        access_denied accesslimited account_inactive app_not_installed enterprise_is_restricted invalid_app_id
        invalid_auth messages_tab_disabled missing_scope no_permission not_allowed_token_type not_authed
        org_login_required team_access_not_granted team_disabled token_expired token_revoked
        two_factor_setup_required
    """,
    Policy.UNREACHABLE_RECIPIENT: """
        app_access_restricted cannot_dm_bot cannot_dm_self cant_dm_bot channel_is_limited_access
        channel_not_found ekm_access_denied invalid_user_combination is_archived is_inactive not_in_channel
        posting_to_channel_denied restricted_action restricted_action_non_threadable_channel
        restricted_action_read_only_channel restricted_action_thread_locked
        restricted_action_thread_only_channel user_disabled user_is_bot user_is_restricted user_not_found
        user_not_visible
    """,
    Policy.SURFACE_LOST: """
        block_mismatch cant_update_message edit_window_closed message_not_found
    """,
    Policy.TRY_AGAIN: """
        hash_conflict request_timeout update_failed
    """,
    Policy.DESTINATION_BUSY: """
        external_channel_migrating streaming_state_conflict
    """,
    Policy.WORKSPACE_BUSY: """
        message_limit_exceeded team_added_to_org
    """,
    Policy.OUR_MISTAKE: """
        as_user_not_supported attachment_payload_limit_exceeded blocked_file_type cannot_reply_to_message
        cant_broadcast_message deprecated_endpoint draft_already_deleted draft_already_sent
        draft_has_conflict draft_not_found duplicate_channel_not_found duplicate_external_id
        duplicate_message_not_found file_deleted file_is_deleted file_not_found file_share_limit_reached
        invalid_arg_name invalid_arguments invalid_array_arg invalid_attachments invalid_blocks
        invalid_blocks_format invalid_charset invalid_form_data invalid_metadata_format
        invalid_metadata_schema invalid_post_type markdown_text_conflict max_file_sharing_exceeded
        metadata_must_be_sent_from_app metadata_too_large method_deprecated
        method_not_supported_for_channel_type missing_file_data missing_post_type missing_profile_id
        msg_blocks_too_long msg_too_long no_dual_broadcast_content_update no_text not_enabled
        not_enough_users not_implemented send_on_behalf_not_allowed slack_connect_blocked_file_type
        slack_connect_canvas_sharing_blocked slack_connect_clip_sharing_blocked
        slack_connect_file_link_sharing_blocked slack_connect_file_upload_sharing_blocked
        slack_connect_lists_sharing_blocked team_not_found too_many_attachments too_many_contact_cards
        too_many_users unable_to_share_files unknown_method users_list_not_supplied view_too_large
    """,
}

CLOSED: Final = frozenset({"is_archived", "is_inactive"})
"""Said of a channel that is archived, and of the direct message with an account that is gone."""

NO_FILES: Final = frozenset({
    "blocked_file_type", "file_share_limit_reached", "file_type_not_allowed", "file_update_failed",
    "file_upload_size_restricted", "file_uploads_disabled", "file_uploads_except_images_disabled",
    "max_file_sharing_exceeded", "missing_scope", "no_permission", "not_in_channel", "posting_to_channel_denied",
    "restricted_action", "slack_connect_blocked_file_type", "slack_connect_file_upload_sharing_blocked",
    "storage_limit_reached", "unable_to_share_files",
})  # fmt: skip
"""What Slack says to a file where it takes messages: the person is told, and offered another way.

An installation that is older than the bot's first file lacks `files:write`; its messages go on.
"""

POLICIES: Final = MappingProxyType(
    {name: policy for policy, names in _NAMES.items() for name in names.split()},
)
"""Slack's error name → what to do. A missing name is new to us: tried again a few times, then given up."""

_A_NAME = re.compile(r"[a-z]\w*")
"""As Slack's errors are called; those of ours are statuses and exceptions."""


def is_an_outage(reason: str) -> bool:
    """Whether a message was given up because nobody answered, something broke at Slack's, or it was busy each time."""
    is_late = POLICIES.get(reason) in (Policy.TRY_AGAIN, Policy.DESTINATION_BUSY)
    is_ours = reason.startswith("http_") or not _A_NAME.fullmatch(reason)
    return bool(reason) and (is_late or is_ours or reason in UNCERTAIN_ERRORS)
