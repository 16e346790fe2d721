import assert from "node:assert/strict";
import { test } from "node:test";

import { QuestionQueue } from "../../../src/desk/queue/question_queue.ts";

/** A list whose questions are words; `open` are those that the server still has. */
function list(...words: readonly string[]) {
  const open = [...words];
  const shown: (string | undefined)[] = [];
  const pending: Promise<void>[] = [];
  const queue = new QuestionQueue<string>({
    fetch: async (known) => open.filter((word) => !known.includes(word)).slice(0, 1),
    key: (word) => word,
    show: (word) => shown.push(word),
    attempt: async (step) => {
      pending.push(step());
    },
  });
  const settled = async (): Promise<void> => {
    while (pending.length > 0) await pending.shift();
  };
  return { open, shown, queue, settled };
}

test("each question is shown once, then that none is open", async () => {
  const { open, shown, queue, settled } = list("a", "b", "c", "d", "e", "f", "g");
  await queue.open();
  await settled();
  while (open.length > 0) {
    const word = open.shift();
    queue.goOn((other) => other === word);
    await settled();
  }
  assert.deepEqual(shown, ["a", "b", "c", "d", "e", "f", "g", undefined]);
});

test("an answer that comes while the next ones are fetched skips none", async () => {
  const { open, shown, queue, settled } = list("a", "b", "c");
  await queue.open();
  open.shift();
  queue.goOn((other) => other === "a");
  await settled();
  assert.deepEqual(shown, ["a", "b"]);
});

test("what an answer changed is fetched anew", async () => {
  const { open, shown, queue, settled } = list("a", "b1", "c");
  await queue.open();
  await settled();
  open.splice(0, 2, "b2");
  queue.goOn((other) => other.startsWith("a") || other.startsWith("b"));
  await settled();
  queue.goOn((other) => other === "c");
  assert.deepEqual(shown, ["a", "c", "b2"]);
});

test("what is put off is not asked again", async () => {
  const { shown, queue, settled } = list("a", "b");
  await queue.open();
  await settled();
  queue.putOff("a");
  queue.putOff("b");
  await settled();
  await queue.open();
  assert.deepEqual(shown, ["a", "b", undefined, undefined]);
});
