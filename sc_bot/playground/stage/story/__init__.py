"""The told story: what a newcomer lives in a quarter of an hour. Somebody does something, and a claim is checked.

The same steps are played in the terminal (`sc-bot demo --play`), guide the visitor of the page, and are clicked by the
browser tests. A capability that arrives adds its steps here.
"""
