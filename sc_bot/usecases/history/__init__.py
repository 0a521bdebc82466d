"""The history as a whole: sealed day by day, and compared with its seals."""
