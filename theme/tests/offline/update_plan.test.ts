import assert from "node:assert/strict";
import { test } from "node:test";

import type { FileList } from "../../src/offline/file_list.ts";
import { planUpdate } from "../../src/offline/update_plan.ts";

/** Files whose size is a hundred times the length of their digest. */
function files(digests: Readonly<Record<string, string>>): FileList {
  return new Map(
    Object.entries(digests).map(([path, digest]) => [path, { digest, size: digest.length * 100 }]),
  );
}

test("an empty device fetches everything", () => {
  const plan = planUpdate(files({}), files({ "a.html": "A", "b.js": "BB" }));
  assert.deepEqual(plan, { copies: [], downloads: ["a.html", "b.js"], removals: [], downloadBytes: 300 });
});

test("a device that is up to date has nothing to do", () => {
  const same = files({ "a.html": "A", "b.js": "BB" });
  assert.deepEqual(planUpdate(same, same), { copies: [], downloads: [], removals: [], downloadBytes: 0 });
});

test("new files come before changed pages, and those before what names the new files", () => {
  const held = files({ "search/manifest.js": "1", "z.html": "2", "old.js": "3" });
  const wanted = files({ "search/manifest.js": "4", "search/p.js": "5", "z.html": "6", "zz.js": "7" });
  const plan = planUpdate(held, wanted);
  assert.deepEqual(plan.downloads, ["search/p.js", "zz.js", "z.html", "search/manifest.js"]);
  assert.deepEqual(plan.removals, ["old.js"]);
});

test("a file that only moved is copied", () => {
  const held = files({ "stories-a/0.js": "x", "stories-a/1.js": "y" });
  const wanted = files({ "stories-b/0.js": "new", "stories-b/1.js": "x", "stories-b/2.js": "y" });
  const plan = planUpdate(held, wanted);
  assert.deepEqual(plan.copies, [
    ["stories-b/1.js", "stories-a/0.js"],
    ["stories-b/2.js", "stories-a/1.js"],
  ]);
  assert.deepEqual(plan.downloads, ["stories-b/0.js"]);
});

test("two contents of one digest are told apart by their sizes before one is copied", () => {
  const held: FileList = new Map([["a.js", { digest: "A", size: 1 }]]);
  const wanted: FileList = new Map([["b.js", { digest: "A", size: 2 }]]);
  assert.deepEqual(planUpdate(held, wanted).downloads, ["b.js"]);
});

test("a page whose footer has grown is not fetched: its digest leaves the footer out", () => {
  const held: FileList = new Map([["a.html", { digest: "A", size: 998 }]]);
  const wanted: FileList = new Map([["a.html", { digest: "A", size: 1000 }]]);
  assert.deepEqual(planUpdate(held, wanted).downloads, []);
});

test("whatever is held, doing what the plan says gives what is wanted", () => {
  const names = ["a.html", "b.html", "c.js", "d.js"];
  const digests = ["", "1", "22", "333"];
  const archives = Array.from({ length: digests.length ** names.length }, (_, number) => {
    const entries = names.map((name, place) => [name, digests[Math.floor(number / digests.length ** place) % digests.length] ?? ""] as const);
    return files(Object.fromEntries(entries.filter(([, digest]) => digest !== "")));
  });
  for (const held of archives) {
    for (const wanted of archives) {
      const plan = planUpdate(held, wanted);
      const device = new Map(held);
      for (const [to, from] of plan.copies) device.set(to, held.get(from)!);
      for (const path of plan.downloads) device.set(path, wanted.get(path)!);
      for (const path of plan.removals) device.delete(path);
      assert.deepEqual(new Map([...device].toSorted()), new Map([...wanted].toSorted()));
    }
  }
});
