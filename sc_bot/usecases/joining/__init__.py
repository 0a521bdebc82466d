"""Moi aussi: several reports become one problem, or one becomes several; who sees it too hears what becomes of it."""
