"""What in a story shows that a name is an organization's: its form, and what it does there.

The form is a legal form or the kind of body that it is. What it does is what bodies do and things
do not ("agreed to buy", "filed for"), or have and others have not ("shares of", "its chairman").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from cuttings.entities.countries.country_names import FormKind, country_names
from cuttings.entities.entity import EntityKind
from cuttings.entities.names.name import Name
from cuttings.entities.words.alternatives import any_of
from cuttings.entities.words.given_names import is_given_name
from cuttings.entities.words.legal_forms import ends_in_legal_form
from cuttings.entities.words.organizations import is_acronym

_WINDOW = 90
"""Characters before a name that hold what shows a body."""

_BODY = any_of(
    "[A-Z][a-z]+bank Academy Administration Agency Airlines? Airways Alliance Assembly Associates "
    "Association Authority Bancorp Bancshares Bank Board Brewery Brigades? Brotherhood Brothers "
    "Bundesbank Bureau Cabinet Caisse Center Centre Chamber Church Clinic Club Co-operative "
    "Coalition College Command Commission Committee Communications Confederation Congress "
    "Consortium Cooperative Corps Council Court Democrats Department Directorate Embassy "
    "Enterprises Exchange Faculty Federation Financial Force Forces Forum Foundation Front Fund "
    "Funds Government Group Guards? Guild Healthcare Holdings? Hospital Industries Infirmary "
    "Inquirer Inspectorate Institut(?:e|ion) Insurance International Investments Journal "
    "Laborator(?:y|ies) League Legislature Library Life Lines Mag(?:azine)? Ministry Motors? "
    "Nations Movement Museum Mutual Navy News Observatory Office Orchestra Organi[sz]ation PAC "
    "Parliament Partners Party Petroleum Polytechnic Post Power Press Publishing Railroad Railway "
    "Records Republicans Resources Savings School Secretariat Securities Senate Service Services "
    "Society Staff Steel Stores Syndicate Systems Team Technologies Telecom Telecommunications "
    "Theat(?:er|re) Times Tribunal Trust Union Universit(?:y|ät|aet) Workers YMCA",
    "State University",
    "Task Force",
)
"""Last words of bodies' names, which say what they are."""

_FIRST_BODY = any_of(
    "Academy Agency Assembly Association Bank Bureau Caisse Cent(?:er|re) Chamber Church College "
    "Commission Committee Commonwealth Confederation Council Court Department Federation House "
    "Institute Ministry Museum Office Organi[sz]ation Parliament Party School Society Union "
    "University",
    "Monetary Authority",
)
_BODY_ABROAD = any_of(
    "Banca Banco Banque Caisse Compagnie Credit Crédit Groupe Gruppo Societe Société"
)
_ENDS_IN_BODY = re.compile(rf"\b{_BODY}\Z")
_BEGINS_WITH_BODY = re.compile(rf"{_FIRST_BODY} (?:of|for|on)\b|{_BODY_ABROAD} ")
_HOLDS_BODY_OF = re.compile(rf"\b{_BODY} (?:of|for|on|in|at|against)\b")
_OF_SUBJECTS = any_of(
    "Agency Association Bureau Cent(?:er|re) College Commission Committee Council Department "
    "Faculty Institute Ministry Office School Society"
)
_ENDS_IN_SUBJECT = re.compile(
    rf"\b{_OF_SUBJECTS} (?:of|for|on) (?P<subject>(?:[A-Z][a-z]+ ){{0,2}}[A-Z][a-z]+)"
    r"(?:, [A-Z][a-z]+)*\Z"
)
_WITHIN_BODY = re.compile(
    r"(?:College|Department|Faculty|Institute|School) (?:of|for) [A-Z][a-z]+"
    r"(?:(?:,|,? and|,? &) [A-Z][a-z]+)*\Z"
)
_AT_BODY = re.compile(
    r",? (?:at|of) (?:the )?(?:[A-Z][\w.'’-]*,? ){0,4}(?:College|Hospital|Institute|University)\b"
)
_OF_BODY_BEFORE = re.compile(r"\b(?:College|Hospital|Institute|University)['’]s? \Z")
_KIND = any_of(
    "agency airline arm association automaker bank body brewer broadcaster broker broker(?:age)? "
    "brokerage brokers builder bureau carmaker carrier cartel chain channel charity club company "
    "concern conglomerate consortium consultancy contractor cooperative corporation daily "
    "developer distributor exporter federation firm firms foundation group holding house importer "
    "institute institution insurer journal label lender lobby magazine maker makers manager "
    "manager[s]? manufacturer ministry monopoly movement network newsletter newspaper operator "
    "organi[sz]ation paper parent partnership party platform producer provider publisher refiner "
    "retailer school service site society start-up startup station stockbrokers? subsidiary "
    "supplier team trader trust underwriters? union unit university utility vehicle venture "
    "website weekly wholesaler",
    "think tank",
)
"""What an organization is said to be."""

_KIND_BEFORE = re.compile(
    rf"\b{_KIND}s?,?(?: \([A-Z]{{2,5}}s?\))?(?: called| like| named| such as| including)? <?\Z"
)
_OF_BODY = any_of(
    "acquisition affiliate analysts? board ceo chairman chief control correspondent customers "
    "dealer director directors division economist editor employees executive executives founder "
    "graduate head headquarters lawyer management manager members? merger officer official "
    "officials owner parent partner president professor purchase reporter shares? "
    "spokes(?:man|woman|person) stock strategist student subsidiaries subsidiary takeover trader "
    "unit units"
)
_TO_BODY = any_of(
    "acquire acquired acquires acquiring against bought buy buying joined said says sell sells "
    "sold sued suing told",
    "according to",
    "(?:carried|aired|streamed) on",
    "(?:clients?|competitors|customers|rivals|sponsors) (?:include|including|like|such as)",
    "(?:compensated|powered|sponsored|surveyed) by",
    "statement to",
    "acquired by",
    "agreement with",
    "analyst with",
    "contract to",
    "contract with",
    "contributed to",
    "employed by",
    "formed by",
    "joint venture between",
    "led by",
    "majority of",
    "manufactured by",
    "merge with",
    "merged with",
    "owned by",
    "partnership with",
    "pct of",
    "percent of",
    "published by",
    "quoted by",
    "reports? (?:for|in)",
    "shareholders? of",
    "stake in",
    "venture with",
    "work(?:s|ed|ing)? (?:for|at)",
    "writes? for",
    "wrote in",
)
_HAVING_BEFORE = re.compile(
    rf"\b(?:{_OF_BODY} (?:of|for|at|with|in|by|from)|{_TO_BODY}) (?:the )?<?\Z", re.IGNORECASE
)
_JOINT = re.compile(r",? (?:and|or) (?:the )?|, (?:the )?")
_INSERTED = r"(?: <[\w.]+>| \([^()]{1,30}\))?,?"
_AUXILIARY = any_of(
    "already also and are [a-z]+ly be been could earlier had has have is later may might must now "
    "plans? recently still that today was were which will would yesterday"
)
_VERB = any_of(
    "acquired?s? acquiring added adds? agreed agrees alleged announced?s? appealed appointed "
    "approved argued argues asked attempted awarded beat beats believes? bid bought builds? buy "
    "buying buys called cancell?ed cited cites claim(?:ed|s) confirmed considering decided "
    "declared declined defeats? denied developed discontinued earned elected employs? "
    "estimated?s? expects? explains faces failed fell filed forced formed founded headed "
    "headquartered hired holds? hopes? intends invested investigated investigating issued "
    "launched led lost lowered maintains makes manufactures markets? merged named negotiating "
    "notes offered offers? operates? opposed ordered owned owns paid participated planned "
    "planning plans pledged posted produces? projects? proposed provides publish(?:es|ed) raised "
    "ran rated? received receives? recommended refused rejected releases?d? reported reports "
    "representing requested retained revised ruled said says? selling sells? sent settled signed "
    "sold sought spent spokes(?:man|woman|person) stopped sued supplies suspended thought told "
    "traded tried underwrote unveiled urged voted wants warned won wrote",
    "expected to",
    "set up",
)
_DEED = re.compile(rf"(?:['’]s)?>?{_INSERTED} (?:{_AUXILIARY} ){{0,4}}{_VERB}\b")
_HAD = any_of(
    "accord acquisition administrator agency agents? analysts? assets attempts? bank bid board "
    "bonds campus CEO Chairman chairman Chief chief coach common company correspondent council "
    "counsel creditors customers dealers? debt decisions? delegates? directors? dividend division "
    "earnings economists? efforts? employee employees executives? factory failure fans fighters "
    "forces goalkeeper group headquarters investors journalist keeper lawmakers lawyers? leaders? "
    "magazine management managers? meetings? members? merger midfielder ministers? network "
    "newspaper offer officers? offices? officials? party plans plant players? policy poll "
    "President president professor profits? quarterback quotas rebels refusal report reporter "
    "researchers? revenues? scientists? senior shareholders? shares? "
    "spokes(?:man|woman|person|people) staff station stock stockholders? striker student "
    "subsidiary survey takeover television traders? troops union unit units vice workers "
    "workforce"
)
_HAVING_BEHIND = re.compile(rf"(?:['’]s?)? ?(?:(?:[a-z-]+|[A-Z]{{2,4}}) ){{0,2}}{_HAD}\b")
_OF_SPEAKER = re.compile(r"['’]s (?P<given>[A-Z][a-z]+) [A-Z][a-z]+")
_NEWS_AGENCY = re.compile(r"\) ?[—–-]{1,2} ")
_SCORE = re.compile(r" \d{1,3}(?:,|[:;.]| ?\(|\n|\Z)")
_SCORE_BEFORE = re.compile(r"(?<![\w.])[A-Z][\w.]* \d{1,3}, \Z")
_SCORE_BEHIND = re.compile(r" \d{1,3}, [A-Z][\w.]*(?: [A-Z][\w.]*){0,2} \d{1,3}\b")
_IT_SAID = re.compile(r"[^.\n]{0,90}, it (?:said|says|added)\b")
_KIND_BEHIND = re.compile(
    rf"{_INSERTED} (?:an?|the|one of|which is|its?|part of|owned|formerly|[A-Z][a-z]+['’]s)"
    rf"(?: [\w.'’-]+){{0,6}}? {_KIND}\b"
)


def shows_organization_in_form(form: str) -> bool:
    """Whether a name says what body it is: by its legal form, or the kind of body."""
    bare = form.strip(".")
    known = country_names().forms.get(form)
    if known is not None and (known.kind is FormKind.INSTITUTION or known.is_organization):
        return True
    return " " in bare and bool(
        ends_in_body(form) or _BEGINS_WITH_BODY.match(bare) or _HOLDS_BODY_OF.search(bare)
    )


def ends_in_body(form: str) -> bool:
    """Whether a name ends in the kind of body that it is, or in a legal form."""
    return bool(ends_in_legal_form(form) or _ENDS_IN_BODY.search(form.strip(".")))


def ends_in_subject(form: str) -> bool:
    """Whether a name ends in what the body is for ("Center for Health", "Institute of Food")."""
    found = _ENDS_IN_SUBJECT.search(form)
    return found is not None and found["subject"] not in country_names().forms


def is_within_another(text: str, start: int, end: int) -> bool:
    """Whether a body is but a part of one beside it ("School of Law at Lee University")."""
    if _WITHIN_BODY.match(text[start:end]) is None:
        return False
    before = text[max(0, start - _WINDOW) : start]
    return bool(_AT_BODY.match(text, end) or _OF_BODY_BEFORE.search(before))


def shows_organization_beside(text: str, start: int, end: int) -> bool:
    """Whether the words on either side of a name show a body."""
    before = text[max(0, start - _WINDOW) : start]
    return bool(
        _IT_SAID.match(text, end)
        or _DEED.match(text, end)
        or _HAVING_BEHIND.match(text, end)
        or _KIND_BEHIND.match(text, end)
        or _KIND_BEFORE.search(before)
        or _HAVING_BEFORE.search(before)
        or _has_speaker(text, end)
        or _is_in_score(text, end, before)
        or (before.endswith("(") and _NEWS_AGENCY.match(text, end))
    )


def _has_speaker(text: str, end: int) -> bool:
    """Whether somebody with a given name is a body's ("the agency's Ada Falk")."""
    speaker = _OF_SPEAKER.match(text, end)
    return speaker is not None and is_given_name(speaker["given"])


def _is_in_score(text: str, end: int, before: str) -> bool:
    """Whether a name is a team's in the result of a game ("Falks 3, Lunds 2")."""
    if _SCORE_BEHIND.match(text, end):
        return True
    return bool(_SCORE_BEFORE.search(before) and _SCORE.match(text, end))


def with_organizations_shown(text: str, names: Sequence[Name]) -> list[Name]:
    """Return names, with those organizations shown that a list has with one that is shown.

    "It picked Falk, Deep Space Systems and Lund" names three, of which the second shows all. In a
    list of two, a single word may be anything.
    """
    bodies = [n for n in sorted(names, key=lambda n: n.start) if n.kind is EntityKind.ORGANIZATION]
    found = [name for name in names if name.kind is not EntityKind.ORGANIZATION]
    for run in _lists(text, bodies):
        is_shown = any(name.is_shown for name in run)
        found += (
            replace(name, is_shown=name.is_shown or (is_shown and _may_follow(name, len(run))))
            for name in run
        )
    return found


def _lists(text: str, bodies: Sequence[Name]) -> Iterator[list[Name]]:
    """Yield runs of organizations with nothing but commas and conjunctions between them."""
    run: list[Name] = []
    for name in bodies:
        if run and _JOINT.fullmatch(text, run[-1].end, name.start) is None:
            yield run
            run = []
        run.append(name)
    if run:
        yield run


def _may_follow(name: Name, length: int) -> bool:
    return length > 2 or " " in name.form or is_acronym(name.form)


def shows_organization(text: str, start: int, end: int) -> bool:
    """Whether a name's form, or the words on either side of it, show a body."""
    return shows_organization_in_form(text[start:end]) or shows_organization_beside(
        text, start, end
    )
