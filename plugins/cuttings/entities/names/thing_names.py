"""Names of what is no organization, by their last word: laws, events, products, places."""

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


def names_a_thing(form: str) -> bool:
    """Whether a name ends in the kind of thing that it is, which is no body."""
    return " " in form and bool(_ENDS_IN_THING.search(form)) and not ends_in_legal_form(form)
