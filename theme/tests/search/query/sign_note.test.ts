import assert from "node:assert/strict";
import { test } from "node:test";

import { hasUnknownSign } from "../../../src/search/query/sign_note.ts";

for (const word of ["|", "||", "&&", "!", "w/5", "n/10", "pre/3", "ADJ", "ADJ3", "WITHIN10", "SAME", "XOR", "!oil", "#oil", "wom?n", "oil~x", "C++"]) {
  test(`${word} seems to be meant as a command`, () => {
    assert.ok(hasUnknownSign(word));
  });
}

for (const word of ["oil", "w/x", "ADJX", "adj", "oil~2", "oil^3", "R&D", "what?"]) {
  test(`${word} is an ordinary word`, () => {
    assert.ok(!hasUnknownSign(word));
  });
}
