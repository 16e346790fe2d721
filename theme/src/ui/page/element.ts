/** Builds HTML elements from data. Text is always a text node, so it can never become markup. */

type Child = Node | string;

/** Values of attributes: `false` and `undefined` leave the attribute out, `true` makes it empty. */
type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** A new element with these attributes and children. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const node = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    node.setAttribute(attribute, value === true ? "" : String(value));
  }
  node.append(...children);
  return node;
}

/**
 * The first element below `parent` that matches; the template guarantees that there is one.
 *
 * @throws Error if there is none, or it is not of this type.
 */
export function required<T extends Element>(
  parent: ParentNode,
  selector: string,
  type: new () => T,
): T {
  const found = parent.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`the page has no ${selector}`);
  return found;
}
