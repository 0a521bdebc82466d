"""The steering workbook: who may have it, when it is sent, and what each reader finds in it."""
