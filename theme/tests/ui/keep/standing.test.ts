import assert from "node:assert/strict";
import { test } from "node:test";

import { isUpToDate, type Standing, standingText } from "../../../src/ui/keep/standing.ts";

const NEWEST = { list: "offline/b.json", files: 1_200, bytes: 20_000_000, shell: [] };
const NOTHING: Standing = { bytesHeld: 0, kept: undefined, newest: NEWEST, plan: undefined, isPersistent: false };
const PLAN = { copies: [], downloads: ["a.html"], removals: [], downloadBytes: 4_000 };

test("a device without the archive says what it would take", () => {
  assert.equal(
    standingText(NOTHING),
    "The whole archive takes 20 MB on this device: 1,200 files with every page and the search index.",
  );
});

test("a part of the archive says how much is there", () => {
  const text = standingText({ ...NOTHING, bytesHeld: 5_000_000 });
  assert.equal(text, "5.0 MB of 20 MB are on this device. The rest can be downloaded at any time.");
});

test("a server that does not answer has nothing to download", () => {
  const text = "The server does not answer, so nothing can be downloaded now.";
  assert.equal(standingText({ ...NOTHING, newest: undefined }), text);
});

test("a newer version says what the update fetches, once that is known", () => {
  const older: Standing = { ...NOTHING, kept: "offline/a.json", bytesHeld: 19_000_000 };
  const rest = ". The one on this device (19 MB) still works.";
  assert.equal(standingText(older), `A newer version of the archive is available${rest}`);
  assert.equal(
    standingText({ ...older, plan: PLAN }),
    `A newer version of the archive is available (1 file to download, 4 KB)${rest}`,
  );
});

test("a whole archive says whether the browser may remove it, with a server and without", () => {
  const whole: Standing = { ...NOTHING, kept: NEWEST.list, bytesHeld: 20_000_000 };
  const start = "The whole archive is on this device (20 MB). Every page and every search works without a network. ";
  for (const newest of [NEWEST, undefined]) {
    assert.equal(
      standingText({ ...whole, newest }),
      `${start}The browser may remove it if the device runs out of room.`,
    );
    assert.equal(
      standingText({ ...whole, newest, isPersistent: true }),
      `${start}The browser has promised to keep it.`,
    );
  }
});

test("a device is up to date if it has the server's build", () => {
  assert.equal(isUpToDate({ ...NOTHING, kept: NEWEST.list }), true);
  assert.equal(isUpToDate({ ...NOTHING, kept: "offline/a.json" }), false);
  assert.equal(isUpToDate({ ...NOTHING, kept: NEWEST.list, newest: undefined }), false);
  assert.equal(isUpToDate({ ...NOTHING, newest: undefined }), false);
});
