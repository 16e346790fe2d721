from __future__ import annotations

from cuttings.review.questions.open_list import OpenList


def test_questions_are_found_once_a_version() -> None:
    version, found = [0], [["a", "b"], ["b"], ["c"], ["d"]]
    questions = OpenList(lambda: found.pop(0), lambda: version[0])
    assert questions.count == 0
    assert questions.now() == questions.now() == ["a", "b"]
    assert questions.count == 2
    version[0] = 1
    assert questions.now() == ["b"]
    questions.forget()
    assert questions.count == 1
    assert questions.now() == ["c"]
    version[0] = 2
    questions.replace(["e"])
    assert questions.now() == ["e"]
    version[0] = 3
    assert questions.now() == ["d"]
