/** Tells screen readers what changed, once typing pauses. */

const PAUSE = 500; // milliseconds

export class Announcer {
  readonly #region: HTMLElement;
  #timer = 0;

  /** @param region an element with role "status". */
  constructor(region: HTMLElement) {
    this.#region = region;
  }

  /** Says `text` unless something newer comes first. */
  say(text: string): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.#region.textContent = text;
    }, PAUSE);
  }
}
