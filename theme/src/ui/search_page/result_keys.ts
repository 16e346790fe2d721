/** Arrow keys that move between the search box and the results; Escape returns to the box. */

/**
 * Listens to the keys.
 *
 * @param input the search box.
 * @param results the element that holds the results' links.
 */
export function moveWithArrows(input: HTMLInputElement, results: HTMLElement): void {
  const links = (): HTMLAnchorElement[] => [
    ...results.querySelectorAll<HTMLAnchorElement>(".result-title a"),
  ];
  input.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" || event.defaultPrevented) return;
    const first = links()[0];
    if (!first) return;
    event.preventDefault();
    first.focus();
  });
  results.addEventListener("keydown", (event) => {
    const all = links();
    const position = all.findIndex((link) => link === document.activeElement);
    if (event.key === "Escape" || (event.key === "ArrowUp" && position === 0)) {
      event.preventDefault();
      input.focus();
    } else if (position >= 0 && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      all[position + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
    }
  });
}
