"""Who sees what, written by hand. The columns are those of `table.py`.

Letters of a cell:
    k  that it exists: reference, state                       a  the author's name
    l  which institution has it, the neutral title            b  on whose behalf the author wrote
    t  the words of the report, and the history               o  where and when it comes from: institution, line, hour
    i  internal notes
    .  nothing: it is answered as if it did not exist

Situations:
    hidden      to the hospital, the author's name not shown (the default)
    shown       the author chose to show it
    restricted  the facilitator restricted it
    kept_out    to the author's own institution, and they keep their own director out
    small       the author works in a team of four
    returned    the hospital returned it to the pharmacies, and owes the answer until they accept
    both        returned and restricted
    external    the external intervener reported it
    invited     the institution of the third director is asked to contribute
    helping     it contributes
    kept_in     it contributes, and the problem is restricted
"""

WHO_SEES = """
situation   aut    col    oth    dir    own    dio    del    sup    fac     sub     mod  gmg    ext    prv   new ocd ows
hidden      kltabo kltio  kl     kltio  kl     kl     kltio  kltio  kltiabo kltiabo kl   kltio  k      kl    .   .   .
shown       kltabo kltiao kl     kltiao kl     kl     kltiao kltiao kltiabo kltiabo kl   kltiao k      kl    .   .   .
restricted  kltabo .      .      kltio  .      .      kltio  .      kltiabo kltiabo .    .      .      kltio .   .   .
kept_out    kltabo kl     kl     kl     .      kl     kl     kltio  kltiabo kltiabo kl   kl     k      kl    .   .   .
small       kltabo klti   kl     klti   kl     kl     klti   klti   kltiabo kltiabo kl   klti   k      kl    .   .   .
returned    kltabo kltio  kltio  kltio  kl     kl     kltio  kltio  kltiabo kltiabo kl   kltio  k      kl    .   .   .
both        kltabo .      .      kltio  .      .      kltio  .      kltiabo kltiabo .    .      .      kltio .   .   .
external    kl     kltio  kl     kltio  kl     kl     kltio  kltio  kltiabo kltiabo kl   kltio  kltabo kl    .   .   .
invited     kltabo kltio  kl     kltio  kl     kltio  kltio  kltio  kltiabo kltiabo kl   kltio  k      kl    .   .   .
helping     kltabo kltio  kl     kltio  kl     kltio  kltio  kltio  kltiabo kltiabo kl   kltio  k      kl    .   .   .
kept_in     kltabo .      .      kltio  .      .      kltio  .      kltiabo kltiabo .    .      .      kltio .   .   .
"""
