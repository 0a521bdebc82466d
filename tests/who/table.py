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
director is asked to contribute; in `helping` it does. In `proposed` a solution is proposed, in `trying` it is tried, in
`tried` it works; in `worded` the director proposes other words. In `joining`, `unanswered` and `gone` a joint change of
the hospital and that institution gets ready, waits for the hospital's part, or went; buttons speak for the hospital. In
`deciding` the hospital's general manager is asked to decide. In `telling` the hospital is asked for the lesson, in
`written` its director wrote it, in `published` all may read it, in `passed_on` it is offered to the third director's
institution, in `adopted` that one adopted it; in `practice` the author reported what works. In `agenda` a meeting of
the support committee is ahead, with one item; in `meeting` it is under way, in `ended` its minutes wait; managing
directors sit there. A wave of the pulse asks whoever works at an institution. A date is chosen in its own window only:
pressed elsewhere it does nothing for anybody.
director is asked to contribute; in `helping` it does. In `deciding` the hospital's general manager is asked to decide.
In `stuck` it is in deadlock before the support committee; in `raised`, before the general managers.
director is asked to contribute; in `helping` it does. In `joined` and `seen_closed` the colleague sees it too. In
`deciding` the hospital's general manager is asked to decide.
In a workspace with two communities, whoever is in none says which is meant: `report+there` names it.
A date is chosen in its own window only: pressed elsewhere it does nothing for anybody.

Each line: what Slack sends, the state in which the problem is, what counts as its effect, then `x` for allowed.
That the app was removed, its tokens revoked, or a workspace let in is said by Slack itself: nobody of a community
changes anything by it.
Effects: `change` something is stored; `window` a window opens (`more`: grows); `know` the problem is shown; `answer`,
`reply` there is an answer.
"""

WHO_MAY = """
what                              state       effect aut col oth dir own dio del sup fac sub mod gmg ext prv new ocd ows
command /problem                  routed      change x   x   x   x   x   x   x   x   x   x   x   x   x   x   .   x   x
command /probleme                 routed      change x   x   x   x   x   x   x   x   x   x   x   x   x   x   .   x   x
command /sc                       routed      answer x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
verb help                         routed      answer x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
verb problem                      routed      change x   x   x   x   x   x   x   x   x   x   x   x   x   x   .   x   x
verb list                         routed      know   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   .   .
verb board                        routed      answer x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
verb show                         routed      know   x   x   x   x   x   x   x   x   x   x   x   x   x   x   .   .   .
verb commit                       accepted    window .   .   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
verb todo                         promised    answer x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
verb digest                       routed      answer x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
verb decide                       accepted    window .   .   .   x   .   .   x   x   x   x   .   .   .   .   .   .   .
verb decisions                    deciding    answer x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
verb joint                        accepted    window .   .   .   x   .   .   x   x   x   x   .   .   .   .   .   .   .
verb lessons                      published   answer x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
verb bravo                        routed      change x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
verb agenda                       agenda      answer x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
verb meeting                      agenda      window .   .   .   .   .   .   .   .   x   x   x   .   .   .   .   .   .
verb export                       routed      change .   .   .   x   x   x   x   x   x   x   .   x   x   .   .   x   x
verb pulse                        routed      answer x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
verb people                       routed      window .   .   .   .   .   .   .   .   x   x   .   .   .   .   .   .   .
verb away                         routed      window x   x   x   x   x   x   x   x   x   x   x   x   x   x   .   x   x
verb charter                      routed      window x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
verb community                    routed      answer x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
verb health                       routed      answer x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
verb privacy                      routed      answer x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
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
button problem.join               routed      change .   x   x   x   x   x   x   x   x   x   x   x   .   x   .   .   .
button problem.join               joined      change .   .   x   x   x   x   x   x   x   x   x   x   .   x   .   .   .
button problem.leave              joined      change .   x   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button problem.similar            routed      window x   .   .   .   .   .   .   .   x   x   .   .   .   .   .   .   .
button problem.merge              routed      window .   .   .   .   .   .   .   .   x   x   .   .   .   .   .   .   .
button problem.split              routed      window .   .   .   .   .   .   .   .   x   x   .   .   .   .   .   .   .
button joining.verified           seen_closed change .   x   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button joining.partly_fixed       seen_closed change .   x   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button joining.not_fixed          seen_closed change .   x   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
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
button access.measure             routed      window x   .   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
button tryout.propose             routed      window x   x   .   x   .   .   x   .   .   .   .   x   .   .   .   .   .
button tryout.start               proposed    window .   .   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
button tryout.decline             proposed    window .   .   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
button tryout.result              trying      window .   .   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
button tryout.stop                trying      window .   .   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
button tryout.roll_out            tried       window .   .   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
button tryout.due_1               proposed    window .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button tryout.due_2               proposed    window .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button tryout.due_3               proposed    window .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button tryout.due_4               proposed    window .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button tryout.due_5               proposed    window .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button wording.propose            routed      window x   .   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
button objective.link             routed      window .   .   .   x   .   .   x   .   x   x   .   .   .   .   .   .   .
button wording.agree              worded      change x   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button joint.begin                accepted    window .   .   .   x   .   .   x   x   x   x   .   .   .   .   .   .   .
button joint.see                  joining     window x   x   x   x   x   x   x   x   x   x   x   x   x   x   .   .   .
button joint.take                 unanswered  window .   .   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
button joint.decline              joining     window .   .   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
button joint.agree                joining     change .   .   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
button joint.ready                joining     change .   .   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
button joint.need                 joining     window .   .   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
button joint.slip                 joining     window .   .   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
button joint.back                 joining     window .   .   .   x   .   x   x   x   x   x   .   .   .   .   .   .   .
button joint.abandon              joining     window .   .   .   x   .   .   x   x   x   x   .   .   .   .   .   .   .
button joint.roll_back            gone        window .   .   .   x   .   .   x   .   x   x   .   .   .   .   .   .   .
button joint.yes                  gone        change .   .   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
button joint.partly               gone        change .   .   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
button joint.no                   gone        change .   .   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
button joint.due_1                joining     window .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button joint.due_2                joining     window .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button joint.due_3                joining     window .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button joint.due_4                joining     window .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button joint.due_5                joining     window .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button joint.day_1                joining     window .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button joint.day_2                joining     window .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button joint.day_3                joining     window .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button joint.day_4                joining     window .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button joint.day_5                joining     window .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button lesson.see                 published   window x   x   x   x   x   x   x   x   x   x   x   x   x   x   .   .   .
button lesson.adopt               passed_on   change .   .   .   .   .   x   .   .   .   .   .   .   .   .   .   .   .
button lesson.adapt               passed_on   window .   .   .   .   .   x   .   .   .   .   .   .   .   .   .   .   .
button lesson.decline             passed_on   window .   .   .   .   .   x   .   .   .   .   .   .   .   .   .   .   .
button lesson.later               passed_on   window .   .   .   .   .   x   .   .   .   .   .   .   .   .   .   .   .
button lesson.in_place            adopted     window .   .   .   .   .   x   .   .   .   .   .   .   .   .   .   .   .
button lesson.not_yet             adopted     window .   .   .   .   .   x   .   .   .   .   .   .   .   .   .   .   .
button lesson.give_up             adopted     window .   .   .   .   .   x   .   .   .   .   .   .   .   .   .   .   .
button lesson.validate            written     change .   .   .   .   .   .   .   x   .   .   .   .   .   .   .   .   .
button lesson.send_back           written     window .   .   .   .   .   .   .   x   .   .   .   .   .   .   .   .   .
button lesson.draft               telling     window .   .   .   x   .   .   x   .   x   x   .   .   .   .   .   .   .
button lesson.draft               practice    window .   .   .   .   .   .   .   .   x   x   .   .   .   .   .   .   .
button lesson.pass                telling     change .   .   .   x   .   .   x   .   x   x   .   .   .   .   .   .   .
button lesson.more                telling     change .   .   .   x   .   .   x   .   x   x   .   .   .   .   .   .   .
button lesson.offer               published   window .   .   .   .   .   .   .   x   x   x   .   .   .   .   .   .   .
button lesson.correct             published   window .   .   .   .   .   .   .   .   x   x   .   .   .   .   .   .   .
button lesson.show_name           published   change x   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button lesson.redact              published   window .   .   .   .   .   .   .   .   x   x   .   .   .   x   .   .   .
button lesson.due_1               passed_on   window .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button lesson.due_2               passed_on   window .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button lesson.due_3               passed_on   window .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button lesson.due_4               passed_on   window .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button lesson.due_5               passed_on   window .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
button lesson.list                published   answer x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
button lesson.page                published   answer x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
button lesson.page_back           published   answer x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
button deadlock.perceive          accepted    change x   .   .   x   .   .   x   x   x   x   .   .   .   .   .   .   .
button deadlock.perceive          helping     change x   .   .   x   .   x   x   x   x   x   .   .   .   .   .   .   .
button deadlock.end               stuck       window .   .   .   .   .   .   .   x   x   x   .   .   .   .   .   .   .
button deadlock.end               raised      window .   .   .   .   .   .   .   x   x   x   .   x   .   .   .   .   .
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
button meeting.coming             agenda      change .   .   .   x   x   x   .   x   x   x   x   .   .   .   .   .   .
button meeting.not_coming         agenda      change .   .   .   x   x   x   .   x   x   x   x   .   .   .   .   .   .
button meeting.see                agenda      window .   .   .   x   x   x   .   x   x   x   x   .   .   .   .   .   .
button meeting.minutes            agenda      window .   .   .   x   x   x   .   x   x   x   x   .   .   .   .   .   .
button meeting.add                agenda      window x   x   x   x   x   x   x   x   x   x   x   x   x   x   .   .   .
button meeting.move               agenda      window .   .   .   .   .   .   .   .   x   x   x   .   .   .   .   .   .
button meeting.run                agenda      window .   .   .   .   .   .   .   .   x   x   x   .   .   .   .   .   .
button meeting.finish             meeting     window .   .   .   .   .   .   .   .   x   x   x   .   .   .   .   .   .
button meeting.correct            ended       window .   .   .   .   .   .   .   .   x   x   x   .   .   .   .   .   .
button meeting.approve            ended       change .   .   .   .   .   .   .   .   x   x   x   .   .   .   .   .   .
button meeting.flag               agenda      change .   .   .   .   .   .   .   .   x   x   .   .   .   .   .   .   .
button workbook.ask               routed      change .   .   .   x   x   x   x   x   x   x   .   x   x   .   .   x   x
button people.place               routed      window x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
button people.manage              routed      window .   .   .   .   .   .   .   .   x   x   .   .   .   .   .   .   .
button absence.plan               routed      window .   .   .   x   .   .   .   .   x   x   .   .   .   .   .   .   .
button absence.own                routed      window x   x   x   x   x   x   x   x   x   x   x   x   x   x   .   x   x
button absence.back               routed      change .   .   .   x   .   .   .   .   x   x   .   .   .   .   .   .   .
button home.page                  routed      know   x   .   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
button home.next                  routed      know   x   .   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
button home.previous              routed      know   x   .   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
button home.front                 routed      know   x   .   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
button pulse.open                 routed      window x   x   x   x   x   x   x   x   .   .   .   x   .   .   .   .   .
button pulse.all                  routed      window x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
button settings.open              routed      window x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
button community.open             routed      window x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
button community.choose           routed      change x   x   x   x   x   x   x   x   x   x   x   x   x   x   .   .   .
button community.archive          routed      window .   .   .   .   .   .   .   .   x   x   .   .   .   .   .   .   .
button community.restore          routed      change .   .   .   .   .   .   .   .   x   x   .   .   .   .   .   .   .
button cycle.hold                 routed      window .   .   .   .   .   .   .   .   x   x   .   .   .   .   .   .   .
button health.open                routed      window .   .   .   .   .   .   .   .   x   x   .   x   .   .   .   .   .
button privacy.person             routed      window .   .   .   .   .   .   .   .   .   .   .   .   .   x   .   .   .
button privacy.accesses           routed      window .   .   .   .   .   .   .   .   .   .   .   .   .   x   .   .   .
button privacy.incident           routed      window .   .   .   .   .   .   .   .   .   .   .   .   .   x   .   .   .
button privacy.incidents          routed      window .   .   .   .   .   .   .   .   .   .   .   .   .   x   .   .   .
button charter.open               routed      window x   x   x   x   x   x   x   x   x   x   x   x   x   x   .   .   .
button charter.adapt              routed      window .   .   .   .   .   .   .   .   x   x   .   .   .   .   .   .   .
window problem.report             routed      change x   x   x   x   x   x   x   x   x   x   x   x   x   x   .   x   x
window problem.report+there       routed      change x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   .   .
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
window problem.merge              routed      change .   .   .   .   .   .   .   .   x   x   .   .   .   .   .   .   .
window problem.split              routed      change .   .   .   .   .   .   .   .   x   x   .   .   .   .   .   .   .
window commitment.make            accepted    change .   .   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
window commitment.make            helping     change .   .   .   x   .   x   x   .   .   .   .   .   .   .   .   .   .
window participation.ask          accepted    change .   .   .   x   .   .   x   .   x   x   .   .   .   .   .   .   .
window participation.decline      invited     change .   .   .   .   .   x   .   .   .   .   .   .   .   .   .   .   .
window decision.ask               accepted    change .   .   .   x   .   .   x   x   x   x   .   .   .   .   .   .   .
window decision.no                deciding    change .   .   .   .   .   .   .   .   .   .   .   x   .   .   .   .   .
window access.measure             routed      change x   .   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
window tryout.propose             routed      change x   x   .   x   .   .   x   .   .   .   .   x   .   .   .   .   .
window tryout.start               proposed    change .   .   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
window tryout.decline             proposed    change .   .   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
window tryout.stop                trying      change .   .   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
window tryout.result              trying      change .   .   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
window objective.link             routed      change .   .   .   x   .   .   x   .   x   x   .   .   .   .   .   .   .
window wording.propose            routed      change x   .   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
window joint.begin                accepted    change .   .   .   x   .   .   x   x   x   x   .   .   .   .   .   .   .
window joint.take                 unanswered  change .   .   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
window joint.decline              joining     change .   .   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
window joint.need                 joining     change .   .   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
window joint.slip                 joining     change .   .   .   x   .   .   x   .   .   .   .   .   .   .   .   .   .
window joint.back                 joining     change .   .   .   x   .   x   x   x   x   x   .   .   .   .   .   .   .
window joint.abandon              joining     change .   .   .   x   .   .   x   x   x   x   .   .   .   .   .   .   .
window joint.roll_back            gone        change .   .   .   x   .   .   x   .   x   x   .   .   .   .   .   .   .
window bravo.report               routed      change x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
window lesson.draft               telling     change .   .   .   x   .   .   x   .   x   x   .   .   .   .   .   .   .
window lesson.draft               practice    change .   .   .   .   .   .   .   .   x   x   .   .   .   .   .   .   .
window lesson.correct             published   change .   .   .   .   .   .   .   .   x   x   .   .   .   .   .   .   .
window lesson.send_back           written     change .   .   .   .   .   .   .   x   .   .   .   .   .   .   .   .   .
window lesson.offer               published   change .   .   .   .   .   .   .   x   x   x   .   .   .   .   .   .   .
window lesson.adapt               passed_on   change .   .   .   .   .   x   .   .   .   .   .   .   .   .   .   .   .
window lesson.decline             passed_on   change .   .   .   .   .   x   .   .   .   .   .   .   .   .   .   .   .
window lesson.later               passed_on   change .   .   .   .   .   x   .   .   .   .   .   .   .   .   .   .   .
window lesson.not_yet             adopted     change .   .   .   .   .   x   .   .   .   .   .   .   .   .   .   .   .
window lesson.in_place            adopted     change .   .   .   .   .   x   .   .   .   .   .   .   .   .   .   .   .
window lesson.give_up             adopted     change .   .   .   .   .   x   .   .   .   .   .   .   .   .   .   .   .
window lesson.redact              published   change .   .   .   .   .   .   .   .   x   x   .   .   .   x   .   .   .
window deadlock.end               stuck       change .   .   .   .   .   .   .   x   x   x   .   .   .   .   .   .   .
window deadlock.end               raised      change .   .   .   .   .   .   .   x   x   x   .   x   .   .   .   .   .
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
window pulse.answer               routed      change x   x   x   x   x   x   x   x   .   .   .   x   .   .   .   .   .
window settings.save              routed      change x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x   x
window meeting.add                agenda      change x   x   x   x   x   x   x   x   x   x   x   x   x   x   .   .   .
window meeting.move               agenda      change .   .   .   .   .   .   .   .   x   x   x   .   .   .   .   .   .
window meeting.start              agenda      change .   .   .   .   .   .   .   .   x   x   x   .   .   .   .   .   .
window meeting.item               meeting     change .   .   .   .   .   .   .   .   x   x   x   .   .   .   .   .   .
window meeting.end                meeting     change .   .   .   .   .   .   .   .   x   x   x   .   .   .   .   .   .
window meeting.correct            ended       change .   .   .   .   .   .   .   .   x   x   x   .   .   .   .   .   .
window community.archive          routed      change .   .   .   .   .   .   .   .   x   x   .   .   .   .   .   .   .
window cycle.hold                 routed      change .   .   .   .   .   .   .   .   x   x   .   .   .   .   .   .   .
window privacy.person             routed      change .   .   .   .   .   .   .   .   .   .   .   .   .   x   .   .   .
window privacy.erase              routed      change .   .   .   .   .   .   .   .   .   .   .   .   .   x   .   .   .
window privacy.incident           routed      change .   .   .   .   .   .   .   .   .   .   .   .   .   x   .   .   .
window charter.sign               routed      change .   .   .   x   x   x   .   .   .   .   .   x   .   .   .   .   .
window charter.adapt              routed      change .   .   .   .   .   .   .   .   x   x   .   .   .   .   .   .   .
event app_uninstalled             routed      change .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
event tokens_revoked              routed      change .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
event team_access_granted         routed      change .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
event team_access_revoked         routed      change .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
"""
