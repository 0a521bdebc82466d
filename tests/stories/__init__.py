"""Stories: what people live, over the wire."""
