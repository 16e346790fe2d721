import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";

import { inflated } from "../../../src/search/index/compressed_value.ts";
import { byteText } from "./byte_text.ts";

test("a compressed value is read whole", async () => {
  const value = { text: "Zürich 😀 </script>".repeat(5000) };
  assert.deepEqual(await inflated(byteText(deflateRawSync(JSON.stringify(value)))), value);
});

test("what is cut or is no stream holds no value", async () => {
  const stream = byteText(deflateRawSync(JSON.stringify("oil".repeat(5000))));
  await assert.rejects(inflated(stream.slice(0, 16)));
  await assert.rejects(inflated("nothing"));
});
