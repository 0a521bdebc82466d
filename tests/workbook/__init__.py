"""The steering workbook: its file, what each reader finds in it, its way into Slack."""
