"""The windows (Slack's modals): each input's block is named for its field, and its action is `value`."""
