"""Every call that can fail, failed once, in every way: eight journeys end as they do on a good day."""
