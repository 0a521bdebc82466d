"""A web page on the fake Slack: be anyone, do anything, look underneath.

It knows the fake Slack; of the bot it knows what `backstage` names. The page's own files are in `static/`: plain HTML,
CSS and JavaScript modules, served as they are.
"""
