"""Who may do what, written by hand. The problem was reported by a caregiver of the CLSC to the hospital, name hidden.

Columns:
    aut  its author                            gmg  general manager of the hospital
    col  caregiver of the hospital             ext  external intervener
    oth  caregiver of a third institution      prv  privacy officer
    dir  the hospital's managing director      new  somebody who never wrote to the bot
    own  the author's own managing director    ocd  managing director in another community of the workspace
    dio  managing director of a third one      ows  the hospital's director, in another workspace
    del  the hospital's delegate
    sup  support committee
    fac  facilitator          sub  the facilitator's substitute          mod  moderator

Each line: what Slack sends, the state in which the problem is, what counts as its effect, then `x` for allowed.
Effects: `change` something is stored; `window` a window opens (`more`: grows); `know` the problem is shown; `answer`,
`reply` there is an answer.
"""

WHO_MAY = """
what                              state       effect aut col oth dir own dio del sup fac sub mod gmg ext prv new ocd ows
command /problem                  routed      change x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
command /probleme                 routed      change x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
command /sc                       routed      answer x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
verb help                         routed      answer x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
verb problem                      routed      change x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
verb list                         routed      know   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   .   .
verb show                         routed      know   x   x   x   x   x   x   x   x   x   x   x   x   x   x   .   .   .
verb people                       routed      window .   .   .   .   .   .   .   .   x   x   .   .   .   .   .   .   .
shortcut report_problem           routed      window x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
event message                     routed      change x   .   .   x   .   .   x   .   x   x   .   .   .   .   .   .   .
event app_home_opened             routed      know   x   .   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
button problem.acknowledge        routed      change .   .   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
button problem.accept             routed      change .   .   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
button problem.hand_over          routed      change .   .   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
button problem.more               routed      change .   .   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
button problem.return             routed      window .   .   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
button problem.close              routed      window .   .   .   x   .   .   x   .   x   x   .   .   .   .   .   .   .
button problem.ask                routed      window .   .   .   x   .   .   x   .   x   x   .   .   .   .   .   .   .
button problem.update             accepted    window .   .   .   x   .   .   x   .   x   x   .   .   .   .   .   .   .
button problem.title              routed      window .   .   .   x   .   .   x   .   x   x   .   .   .   .   .   .   .
button problem.reroute            routed      window .   .   .   .   .   .   .   .   x   x   .   .   .   .   .   .   .
button problem.redact             routed      window .   .   .   .   .   .   .   .   x   x   .   .   .   x   .   .   .
button problem.restrict           routed      change .   .   .   .   .   .   .   .   x   x   .   .   .   x   .   .   .
button problem.assign             arbitration window .   .   .   .   .   .   .   x   .   .   .   .   .   .   .   .   .
button problem.add_details        routed      window x   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button problem.change_institution routed      window x   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button problem.send_to            routed      change x   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button problem.show_name          routed      change x   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button problem.withdraw           routed      change x   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button problem.answer             routed      window x   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button problem.verified           closed      change x   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button problem.partly_fixed       closed      change x   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button problem.not_fixed          closed      change x   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button problem.see                routed      window x   x   x   x   x   x   x   x   x   x   x   x   x   x   .   .   .
button problem.report             routed      window x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
button problem.report_more        routed      more   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
button problem.report_typed       routed      window x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
button problem.list               routed      answer x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
button sc.about                   routed      answer x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
button sc.help                    routed      answer x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
button people.place               routed      window x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
button people.manage              routed      window .   .   .   .   .   .   .   .   x   x   .   .   .   .   .   .   .
window problem.report             routed      change x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
window problem.return             routed      change .   .   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
window problem.close              accepted    change .   .   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
window problem.close+mandate      accepted    change .   .   .   x   .   .   x   .   x   x   .   .   .   .   .   .   .
window problem.ask                routed      change .   .   .   x   .   .   x   .   x   x   .   .   .   .   .   .   .
window problem.update             routed      change .   .   .   x   .   .   x   .   x   x   .   .   .   .   .   .   .
window problem.title              routed      change .   .   .   x   .   .   x   .   x   x   .   .   .   .   .   .   .
window problem.add_details        routed      change x   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
window problem.answer             routed      change x   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
window problem.change_institution routed      change x   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
window problem.reroute            routed      change .   .   .   .   .   .   .   .   x   x   .   .   .   .   .   .   .
window problem.assign             arbitration change .   .   .   .   .   .   .   x   .   .   .   .   .   .   .   .   .
window problem.redact             routed      change .   .   .   .   .   .   .   .   x   x   .   .   .   x   .   .   .
window people.choose              routed      reply  .   .   .   .   .   .   .   .   x   x   .   .   .   .   .   .   .
window people.save                routed      change .   .   .   .   .   .   .   .   x   x   .   .   .   .   .   .   .
window people.place               routed      change x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
"""
