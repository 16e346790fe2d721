/** The colours of the theme, as its style sheet names them. */

import { readFileSync } from "node:fs";

const TOKENS = new URL("./src/styles/tokens.css", import.meta.url);
const DARK = "@media (prefers-color-scheme: dark)";

/** Reads the `#rrggbb` of each colour token by its name, in each scheme. */
export function colours() {
  const [light, dark] = readFileSync(TOKENS, "utf8").split(DARK);
  return { light: colourTokens(light), dark: colourTokens(dark) };
}

function colourTokens(css) {
  return Object.fromEntries(Array.from(css.matchAll(/--([a-z]+):\s*(#[0-9a-f]{6});/g), ([, name, value]) => [name, value]));
}
