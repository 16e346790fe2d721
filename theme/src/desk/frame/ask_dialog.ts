/** A small form over the page that asks for a word or two. */

import { element } from "../../ui/page/element.ts";

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly value?: string;
  /** What can be chosen; without it, anything can be typed. */
  readonly choices?: readonly string[];
}

/** The values of the fields by their names; undefined if the person thinks better of it. */
export function askFor(title: string, fields: readonly Field[]): Promise<Readonly<Record<string, string>> | undefined> {
  const inputs = new Map(fields.map((field) => [field.name, inputOf(field)]));
  const cancel = element("button", { class: "button", type: "button" }, "Cancel");
  const form = element(
    "form",
    { class: "ask-form", method: "dialog" },
    element("h2", { class: "ask-title", id: "ask-title" }, title),
    ...fields.flatMap((field) => [
      element("label", { for: `ask-${field.name}` }, field.label),
      inputs.get(field.name) ?? "",
    ]),
    element("p", { class: "desk-actions" }, element("button", { class: "button" }, "Save"), cancel),
  );
  const dialog = element("dialog", { class: "ask", "aria-labelledby": "ask-title" }, form);
  document.body.append(dialog);
  cancel.addEventListener("click", () => dialog.close());
  form.addEventListener("submit", () => {
    dialog.returnValue = "saved";
  });
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      const values = [...inputs].map(([name, input]) => [name, input.value.trim()] as const);
      resolve(dialog.returnValue === "saved" ? Object.fromEntries(values) : undefined);
      dialog.remove();
    });
  });
}

function inputOf({ name, value = "", choices }: Field): HTMLInputElement | HTMLSelectElement {
  const attributes = { id: `ask-${name}`, class: "ask-input" };
  if (!choices) return element("input", { ...attributes, value, autocomplete: "off", dir: "auto" });
  const options = choices.map((choice) => element("option", { value: choice, selected: choice === value }, choice));
  return element("select", attributes, ...options);
}
