"""Every word and block that a person sees, in both languages."""
