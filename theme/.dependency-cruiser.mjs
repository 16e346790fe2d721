/**
 * Which folder may import which: a folder imports only what is listed below it, and no modules
 * import each other in a circle. Folders on one line do not import each other.
 */

const LAYERS = {
  "src": [["main.ts", "keep.ts", "desk.ts"], ["desk"], ["ui"], ["export"], ["search", "offline"]],
  "src/desk": [["desk.ts"], ["names", "tags", "stories", "records", "finder"], ["frame", "passages", "queue"], ["keys", "client"]],
  "src/search": [
    ["engine.ts"],
    ["answer"],
    ["ranking"],
    ["sites"],
    ["index"],
    ["types.ts"],
    ["query"],
    ["words", "pace.ts", "kept_values.ts"],
  ],
  "src/ui": [["search_page"], ["results"], ["search_box", "keep"], ["page"]],
};

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    { name: "no-circle", severity: "error", from: {}, to: { circular: true } },
    ...Object.entries(LAYERS).flatMap(([folder, layers]) => [
      ...layers.flatMap((layer, place) => upwardImports(folder, layer, layers.slice(0, place))),
      ...unplacedModules(folder, layers.flat()),
    ]),
  ],
  options: {
    parser: "swc", // TypeScript 7 has no interface yet that the default parser could use
    includeOnly: "^src/.*\\.ts$",
  },
};

/** Forbids each entry of a layer to import the others of its layer and those of the layers above. */
function upwardImports(folder, layer, above) {
  return layer.flatMap((entry) => {
    const closed = [...above.flat(), ...layer.filter((other) => other !== entry)];
    if (closed.length === 0) return [];
    return {
      name: `order-in-${folder}`,
      comment: `${entry} imports only what is listed below it`,
      severity: "error",
      from: { path: within(folder, [entry]) },
      to: { path: within(folder, closed) },
    };
  });
}

/** Forbids modules that stand in no layer to import and be imported: a new folder needs a place. */
function unplacedModules(folder, entries) {
  const unplaced = { path: `^${folder}/`, pathNot: within(folder, entries) };
  const rule = { name: `no-place-in-${folder}`, severity: "error" };
  return [
    { ...rule, from: unplaced, to: {} },
    { ...rule, from: {}, to: unplaced },
  ];
}

/** A pattern for the paths of all modules of these entries of a folder. */
function within(folder, entries) {
  const names = entries.map((entry) => entry.replace(".", "\\."));
  return `^${folder}/(?:${names.join("|")})(?:/|$)`;
}
