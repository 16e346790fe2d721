/** The button that copies a story's citation, as people write it. */

import type { CitedStory } from "../../export/citation.ts";
import { element } from "./element.ts";
import { dateLabel } from "./labels.ts";

/** Milliseconds for which the button says that it has copied; chosen by eye. */
const CONFIRMATION = 2_000;

/** Author, “headline”, source, day; where it was published and where it is filed. */
export function citationText({ authors, title, source, date, original, page }: CitedStory): string {
  const published = [authors.join(", "), `“${title}”`, source, date === "" ? "" : dateLabel(date)];
  const places = [original, page === original ? "" : page].filter((place) => place !== "");
  const named = published.filter((part) => part !== "").join(", ");
  return [`${named}.`, ...places.map((place) => `<${place}>`)].join(" ");
}

/** @param cite makes the story's citation when the reader asks for it. */
export function copyCitationButton(cite: () => CitedStory): HTMLButtonElement {
  const label = element("span", {}, "Copy citation");
  const button = element("button", { class: "copy-citation", type: "button" }, label);
  const say = (text: string): void => {
    label.textContent = text;
    setTimeout(() => (label.textContent = "Copy citation"), CONFIRMATION);
  };
  button.addEventListener("click", () => {
    copy(citationText(cite())).then(
      () => say("Copied"),
      () => say("Could not copy"),
    );
  });
  return button;
}

/** Copies a text; where the browser keeps its clipboard from pages without a secure address, by the old way. */
async function copy(text: string): Promise<void> {
  if (navigator.clipboard !== undefined) return navigator.clipboard.writeText(text);
  const field = element("textarea", { class: "visually-hidden", "aria-hidden": "true" });
  field.value = text;
  document.body.append(field);
  field.select();
  const isCopied = document.execCommand("copy");
  field.remove();
  if (!isCopied) throw new Error("the browser does not copy");
}
