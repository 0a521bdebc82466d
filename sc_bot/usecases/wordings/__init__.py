"""The problem in other words, on which its author and whoever has it agree."""
