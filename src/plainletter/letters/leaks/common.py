"""Words so common in letters that they give nothing away."""

from __future__ import annotations

from plainletter.letters.leaks.fold import stem

COMMON = frozenset(
    stem(word)
    for word in """
    a able about above accident across actual added address advice after afternoon again against agency ago agree agreed
    agreement all almost alone along already also although always am amended among an and another answer anxious any anybody
    anyone anything anyway appointment april are area around arrange arranged article articles as ask asked at august autumn
    away back bad be became because become bed been before began begin behind being believe below beside best better between
    big bit body book booking both bothered breakfast brief bring bringing brother brought bus busy but buy by call came can
    cannot car card care carry case catch cause chair chance change changed check child children choice choose clean clear
    client clinic close closing club coffee cold college come comfortable coming common concern concerned condition contact
    continue copy correct corrected could couple course cup cut dad daily dark date daughter day deal dear december decide
    decision deep desk did different differently difficult difficulty dinner discuss discussed discussion do doctor does
    doing done door down draw drive due during each earlier early easier easy eat effect either else end enjoy enough
    envelope even evening event ever every everybody everyone everything exactly explain face fact fall family far fast
    father february feel feeling feelings felt few fill finally find fine finish first five follow following food foot for
    form forward found four free friday friend friends from front full further gave gdpr general get gets getting girl give
    given glad go goes going gone good got great group grow guess had half hand hands happen happened happening happy hard
    has have having he head health hear heard hearing heart heavy hello help helped her here high him himself his hold home
    hope hoped hospital hour hours house how however husband i idea if ill important improve improving in information
    instead interpreter into is it its itself january job july june just keep kept kind knew know knowing known lady
    language large last late later law lead learn least leave leaves left less let letter letterhead level life light like
    liked line list listen little live lived living local long longer look lose lost lot loud love low lunch made main make
    making man manage managed manager many march matter may maybe me mean meant meet meeting member memories memory men
    mention middle might mind minute minutes miss missing mistake moment monday month months more morning most mostly mother
    move much mum must my myself name near nearly need needs never new news next nice night no nobody none nor normal not
    note nothing notice november now number nurse october of off offer offered often old on once one online only open
    opinion options or order other others our out outcome outside over own owner page part particular partner past patient
    pay people perhaps period person phone piece place plan please point possible post present problem problems promised
    properly put quarter question questions quick quickly quiet quite ran rather reach read ready real really reason receive
    recent recently record remember rest result results return review right ring room round run safe said salutation same
    sat saturday save saw say says school second seconds see seeing seem seen send sending sense sent september service
    services set seven several shall share she short should show side signature similar simple since single sister sit
    situation six sleep slow small so some somebody someone something sometimes somewhere son soon sorry sort sound speak
    spend spring staff stand start started starts state statement stay stays step steps still stood stop stopped story
    straight street strong such suggest summary summer sunday support sure table take taken takes taking talk talked tea
    team tell ten terms test tests text than thank that the their them themselves then there these they thing things think
    thinking thinks third this those thought three through thursday time times tired to today together told tomorrow tonight
    too took top total touch towards town treatment tried trouble true trust trusted try trying tuesday turn twice two
    unable under understand understanding until up upon upset us use used useful usual usually very view visit wait walk
    walked want wanted warm was wash watch water way we wednesday week weekend weeks well went were what whatever when where
    whether which while who whoever whole whose why wife will winter wish wishes with within without woman women word words
    work worked worker workers working world worried worry would write writing written wrong wrote year years yes yesterday
    yet you young your yours yourself
    """.split()
)
"""Stems. Such a word counts only as part of a phrase, a name, or a hint that somebody gave on purpose."""
