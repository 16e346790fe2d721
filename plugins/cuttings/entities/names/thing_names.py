"""Names of what is not an organization, by their last word: laws, events, products, places."""

from __future__ import annotations

import re

from cuttings.entities.words.alternatives import any_of
from cuttings.entities.words.legal_forms import ends_in_legal_form

_THINGS = any_of(
    "Accessories Accords? Acts? Adapter Agreements? Airports? Albums? Amendments? "
    "Amphitheat(?:er|re) Amphitheatre Apartments? Apps? Arena Auditorium Avenue Averages? Awards? "
    "Ballads? Bar Base Bills? Blueprint Bonds? Book Bracket Bridge Briefing Budget Building "
    "Camera Campaign Canal Cards? Case Cash Certificates? Champion(?:s|ship|ships) Charge Charger "
    "Charter Clause Code Conference Constitution Contest Controller Convention Crossovers Cup "
    "Cycle Dance Database Dates Day Days Debate Delegation Device Directive Disease Display "
    "Dollar Drive Drug Earbuds Economies Edition Election Elections Episode Exhibition Exports? "
    "Facts Fair Festival Field Fields Figures Film Finals? Floor Forecast Formula Game Games "
    "Gateway Hall Handbook Headphones? Highway Hotel Imports? Index Indicator Indices Initiative "
    "Instrument Islands Keyboards? Lander Law Laws Lecture List Loan Loans Machine Manual "
    "Markets? Meeting Memorandum Mine Mines Mission Model Module Month Monument Mountain Notes? "
    "Number Offer Olympics Operations? Pact Park Passages? Pavilion Payment Performance Phone "
    "Pier Pipeline Plan Plans Plant Plateau Platform Platforms Practices Prices Prize Procedure "
    "Processor Products Program Programme Programs Project Projects Property Proposal Protocol "
    "Rate Rates Reactor Realm Receipts? Reef Regulations? Resolution Reviews? Rights River Road "
    "Roadmap Rocket Round Roundup Rover Rules? Sales Satellite Scale Scheme Score Season Seconds "
    "Sellers Series Settlement Shares Shelf Shipments Showroom Shuttle Signal Site Software Song "
    "Spacecraft Speakers? Stadium Stage Statement Statistics Statute Stock Stocks Strait Strategy "
    "Street Submarine Summit Support Surveys? Switch Tablet Talks Tape Tariff Tax Telescope "
    "Terminal Test Ticket Title Tool Touch Tour Tower Track Treaty Trials? Trophy Units Vehicle "
    "Version Visitors Warrants? Wars? Watches Week Wireless Year Zone"
)
_ENDS_IN_THING = re.compile(rf"\b{_THINGS}\Z")

_SAID_THING = re.compile(
    r"(?: ?\([A-Z][A-Za-z-]{1,9}\)|(?<=[A-Z])\)) "
    r"(?:act|algorithm|app|bill|campaign|device|drug|effort|game|index|initiative|law|method|"
    r"model|plan|platform|procedure|process|program(?:me)?|project|protocol|prototype|satellite|"
    r"scheme|software|standard|survey|system|tax|technique|technology|test|tool|treaty|vaccine|"
    r"vehicle)\b(?! [a-z]+ed\b| (?:board|group|office|team)s?\b)"
)
_OPENED = re.compile(r"[\"“](?:[A-Z][\w'’-]* ){0,5}\Z")
_CLOSED = re.compile(r"(?: (?:of|the|and|in|to|for|[A-Z][\w'’-]*)){0,6}[,.!?]?[\"”]")
_COMPETES = re.compile(r"(?:Championship|League)s?\Z")
_COMPETITION_BEHIND = re.compile(
    r" (?:group |home |away |qualifying )?(?:campaign|clash|fixtures?|games?|match(?:es)?|season|"
    r"title)\b"
)
_HOUSES = re.compile(r"(?:Cent(?:er|re)|Theat(?:er|re))\Z")
_TAKES_PLACE = re.compile(
    r"\b(?:gathered|held|hosted|meets?|met|perform(?:ed|s)?|plays?|played|staged|takes? place|"
    r"took place)(?: [\w-]+){0,3}? at (?:the )?\Z"
)
_WINDOW = 60
"""Characters before a name that hold a quotation mark and five words; chosen by eye."""


def why_a_thing(text: str, start: int, end: int) -> str:
    """Return what beside a name shows that it is a thing's, an event's or a place's, or ""."""
    if _is_quoted(text, start, end):
        return "quotation marks show that it is the title of a work"
    if is_said_a_thing(text, end):
        return "the word behind it says what thing it is"
    if _is_competition(text, start, end):
        return "it is a competition here"
    if _is_venue(text, start, end):
        return "it is the place of an event here"
    return ""


def is_said_a_thing(text: str, end: int) -> bool:
    """Whether a thing is said to have the name before its acronym ("Lee Data Test (LDT) tool").

    Args:
        text: The text.
        end: Where the name ends, or the acronym in brackets.
    """
    return _SAID_THING.match(text, end) is not None


def _is_competition(text: str, start: int, end: int) -> bool:
    """Whether a league is a competition here ("Lee League match"), not the body that runs it."""
    return bool(_COMPETES.search(text[start:end]) and _COMPETITION_BEHIND.match(text, end))


def _is_venue(text: str, start: int, end: int) -> bool:
    """Whether a center or theater is the place where something is ("held at the Lee Centre")."""
    before = text[max(0, start - _WINDOW) : start]
    return bool(_HOUSES.search(text[start:end]) and _TAKES_PLACE.search(before))


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Whether a name stands in quotation marks of its own, as the title of a work does."""
    before = text[max(0, start - _WINDOW) : start]
    return _OPENED.search(before) is not None and _CLOSED.match(text, end) is not None


def names_a_thing(form: str) -> bool:
    """Whether a name ends in the kind of thing that it is, and that is not an organization."""
    return " " in form and bool(_ENDS_IN_THING.search(form)) and not ends_in_legal_form(form)
