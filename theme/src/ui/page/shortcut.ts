/** The key that moves the focus from anywhere on the page to the search box. */

import { element } from "./element.ts";

const EDITABLE = "input, textarea, select, [contenteditable]";

/** Makes `/` focus `input` unless the reader is typing in a field, and shows the key in the box. */
export function focusOnSlash(input: HTMLInputElement): void {
  input.after(element("kbd", { class: "search-key", "aria-hidden": "true" }, "/"));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target;
    if (target instanceof Element && target.matches(EDITABLE)) {
      if (!(target instanceof HTMLInputElement) || target.type !== "checkbox") return;
    }
    event.preventDefault();
    input.focus();
    input.select();
  });
}
