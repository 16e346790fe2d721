import assert from "node:assert/strict";
import { test } from "node:test";

import { textBytes } from "../../../src/search/index/byte_text.ts";
import { byteText } from "./byte_text.ts";

test("a text gives its bytes back", () => {
  const awkward = [0, 1, 10, 34, 92, 0x40, 0xd8, 0xdf, 0xe0, 255];
  for (let length = 0; length < 40; length += 1) {
    for (const first of awkward) {
      const bytes = Uint8Array.from({ length }, (_, place) => awkward[(place * first + length) % awkward.length] ?? 0);
      assert.deepEqual(textBytes(byteText(bytes)), bytes);
    }
  }
});
