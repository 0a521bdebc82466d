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

In the state `promised` the colleague owes a promise; in `offered` the director does, and the colleague is asked to
take it over; in `needed` something is needed of the colleague for it. In `invited` the institution of the third
director is asked to contribute; in `helping` it does. In `deciding` the hospital's general manager is asked to decide.
A date is chosen in its own window only: pressed elsewhere it does nothing for anybody.

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
verb board                        routed      answer x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
verb show                         routed      know   x   x   x   x   x   x   x   x   x   x   x   x   x   x   .   .   .
verb commit                       accepted    window .   .   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
verb todo                         promised    answer x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
verb digest                       routed      answer x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
verb decide                       accepted    window .   .   .   x   .   .   x   x   x   x   .   .   .   .   .   .   .
verb decisions                    deciding    answer x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
verb export                       routed      change .   .   .   x   x   x   x   x   x   x   .   x   .   .   .   x   x
verb people                       routed      window .   .   .   .   .   .   .   .   x   x   .   .   .   .   .   .   .
verb away                         routed      window x   x   x   x   x   x   x   x   x   x   x   x   x   x   .   x   x
verb settings                     routed      window x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
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
button problem.escalate           routed      window x   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button problem.quote              verified    window x   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button problem.answer             routed      window x   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button problem.verified           closed      change x   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button problem.partly_fixed       closed      change x   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button problem.not_fixed          closed      change x   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button commitment.make            accepted    window .   .   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
button commitment.make            helping     window .   .   .   x   .   x   x   .   .   .   .   .   .   .   .   .   .
button participation.ask          accepted    window .   .   .   x   .   .   x   .   x   x   .   .   .   .   .   .   .
button participation.accept       invited     change .   .   .   .   .   x   .   .   .   .   .   .   .   .   .   .   .
button participation.decline      invited     window .   .   .   .   .   x   .   .   .   .   .   .   .   .   .   .   .
button decision.ask               accepted    window .   .   .   x   .   .   x   x   x   x   .   .   .   .   .   .   .
button decision.ask               helping     window .   .   .   x   .   x   x   x   x   x   .   .   .   .   .   .   .
button decision.agree             deciding    change .   .   .   .   .   .   .   .   .   .   .   x   .   .   .   .   .
button decision.discuss           deciding    change .   .   .   .   .   .   .   .   .   .   .   x   .   .   .   .   .
button decision.no                deciding    window .   .   .   .   .   .   .   .   .   .   .   x   .   .   .   .   .
button decision.due_1             accepted    window .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button decision.due_2             accepted    window .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button decision.due_3             accepted    window .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button decision.due_4             accepted    window .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button decision.due_5             accepted    window .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button commitment.done            promised    window .   x   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
button commitment.redate          promised    window .   x   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
button commitment.blocked         promised    window .   x   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
button commitment.hand            promised    window .   x   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
button commitment.cancel          promised    window .   x   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
button commitment.take            offered     change .   x   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button commitment.decline         offered     window .   x   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button commitment.provided        needed      window .   x   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button commitment.cannot          needed      window .   x   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button commitment.more            promised    change .   x   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
button followup.on_track          promised    change .   x   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
button followup.snooze            promised    window x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
button commitment.due_1           accepted    window .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button commitment.due_2           accepted    window .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button commitment.due_3           accepted    window .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button commitment.due_4           accepted    window .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button commitment.due_5           accepted    window .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button problem.see                routed      window x   x   x   x   x   x   x   x   x   x   x   x   x   x   .   .   .
button problem.report             routed      window x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
button problem.report_more        routed      more   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
button problem.report_typed       routed      window x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
button problem.list               routed      answer x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
button problem.page               routed      answer x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
button problem.page_back          routed      answer x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
button problem.filter             routed      answer x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
button problem.board              routed      answer x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
button problem.board_back         routed      answer x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
button problem.card               routed      change .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button problem.turn               routed      window x   x   x   x   x   x   x   x   x   x   x   x   x   x   .   .   .
button problem.turn_back          routed      window x   x   x   x   x   x   x   x   x   x   x   x   x   x   .   .   .
button sc.about                   routed      answer x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
button sc.help                    routed      answer x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
button digest.rest                routed      window .   .   .   x   x   x   .   x   x   .   .   x   .   .   .   x   x
button workbook.ask               routed      change .   .   .   x   x   x   x   x   x   x   .   x   .   .   .   x   x
button people.place               routed      window x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
button people.manage              routed      window .   .   .   .   .   .   .   .   x   x   .   .   .   .   .   .   .
button absence.plan               routed      window .   .   .   x   .   .   .   .   x   x   .   .   .   .   .   .   .
button absence.own                routed      window x   x   x   x   x   x   x   x   x   x   x   x   x   x   .   x   x
button absence.back               routed      change .   .   .   x   .   .   .   .   x   x   .   .   .   .   .   .   .
button home.page                  routed      know   x   .   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
button home.next                  routed      know   x   .   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
button home.previous              routed      know   x   .   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
button home.front                 routed      know   x   .   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
button settings.open              routed      window x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
window problem.report             routed      change x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
window problem.return             routed      change .   .   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
window problem.close              accepted    change .   .   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
window problem.close+mandate      accepted    change .   .   .   x   .   .   x   .   x   x   .   .   .   .   .   .   .
window problem.ask                routed      change .   .   .   x   .   .   x   .   x   x   .   .   .   .   .   .   .
window problem.update             routed      change .   .   .   x   .   .   x   .   x   x   .   .   .   .   .   .   .
window problem.title              routed      change .   .   .   x   .   .   x   .   x   x   .   .   .   .   .   .   .
window problem.add_details        routed      change x   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
window problem.escalate           routed      change x   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
window problem.quote              verified    change x   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
window problem.answer             routed      change x   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
window problem.change_institution routed      change x   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
window problem.reroute            routed      change .   .   .   .   .   .   .   .   x   x   .   .   .   .   .   .   .
window problem.assign             arbitration change .   .   .   .   .   .   .   x   .   .   .   .   .   .   .   .   .
window problem.redact             routed      change .   .   .   .   .   .   .   .   x   x   .   .   .   x   .   .   .
window commitment.make            accepted    change .   .   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
window commitment.make            helping     change .   .   .   x   .   x   x   .   .   .   .   .   .   .   .   .   .
window participation.ask          accepted    change .   .   .   x   .   .   x   .   x   x   .   .   .   .   .   .   .
window participation.decline      invited     change .   .   .   .   .   x   .   .   .   .   .   .   .   .   .   .   .
window decision.ask               accepted    change .   .   .   x   .   .   x   x   x   x   .   .   .   .   .   .   .
window decision.no                deciding    change .   .   .   .   .   .   .   .   .   .   .   x   .   .   .   .   .
window commitment.done            promised    change .   x   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
window commitment.redate          promised    change .   x   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
window commitment.blocked         promised    change .   x   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
window commitment.hand            promised    change .   x   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
window commitment.cancel          promised    change .   x   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
window commitment.decline         offered     change .   x   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
window commitment.provided        needed      change .   x   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
window commitment.cannot          needed      change .   x   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
window followup.snooze            promised    change x   x   x   x   x   x   x   x   x   x   x   x   x   x   .   .   .
window people.choose              routed      reply  .   .   .   .   .   .   .   .   x   x   .   .   .   .   .   .   .
window people.save                routed      change .   .   .   .   .   .   .   .   x   x   .   .   .   .   .   .   .
window people.place               routed      change x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
window absence.save               routed      change .   .   .   x   .   .   .   .   x   x   .   .   .   .   .   .   .
window absence.save+own           routed      change x   x   x   x   x   x   x   x   x   x   x   x   x   x   .   x   x
window settings.save              routed      change x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
"""
