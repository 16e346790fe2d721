/** Highlights an entity's mentions in the text while the reader points at its tag or at a mention. */

/** Watches all links: a tag leads where its mentions lead; does nothing on pages without mentions. */
export function lightUpMentions(): void {
  const mentions = [...document.querySelectorAll('.article-body a[href^="../"]')];
  if (mentions.length === 0) return;

  const light = (entity: string | undefined): void => {
    for (const mention of mentions) {
      mention.classList.toggle("is-lit", mention.getAttribute("href") === entity);
    }
  };
  const lightTarget = (event: Event): void => light(entityOf(event.target));
  const dim = (): void => light(entityOf(document.activeElement));

  document.addEventListener("pointerover", lightTarget);
  document.addEventListener("focusin", lightTarget);
  document.addEventListener("pointerout", dim);
  document.addEventListener("focusout", () => light(undefined));
}

function entityOf(target: EventTarget | null): string | undefined {
  if (!(target instanceof Element)) return undefined;
  return target.closest("a")?.getAttribute("href") ?? undefined;
}
