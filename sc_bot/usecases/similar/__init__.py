"""Problems like one: found by what their reports mean, in either language, shown as everybody may see them."""
