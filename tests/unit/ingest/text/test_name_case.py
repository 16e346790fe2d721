from __future__ import annotations

import pytest

from cuttings.ingest.text.name_case import name_as_written


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("LISA MASCARO", "Lisa Mascaro"),
        ("J.D. O'NEILL-MCKAY III", "J.D. O'Neill-McKay III"),
        ("URSULA VON DER LEYEN", "Ursula von der Leyen"),
        ("GABRIEL GARCÍA MÁRQUEZ", "Gabriel García Márquez"),
        ("MARTIN LUTHER KING JR.", "Martin Luther King Jr."),
        ("A.J. SMITH JR", "A.J. Smith Jr"),
        ("JEAN-LUC DE LA TOUR", "Jean-Luc de la Tour"),
        ("MARIA DE LOS SANTOS", "Maria de los Santos"),
        ("JOHN McCAIN", "John McCain"),
        ("SEAN MacCARTHY", "Sean MacCarthy"),
        ("JOE DiMAGGIO", "Joe DiMaggio"),
        ("RON DeSANTIS", "Ron DeSantis"),
        ("LaTOYA JACKSON", "LaToya Jackson"),
        ("John McCAIN", "John McCAIN"),
        ("TJ SMITH", "TJ Smith"),
        ("ANDREW NG", "Andrew Ng"),
        ("MC SOLAAR", "MC Solaar"),
        ("ИВАН ПЕТРОВ", "Иван Петров"),
        ("AFP", "AFP"),
        ("LISA Mascaro", "LISA Mascaro"),
        ("李明", "李明"),
    ],
)
def test_names_in_capitals_are_as_they_are_written(name: str, written: str) -> None:
    assert name_as_written(name) == written
