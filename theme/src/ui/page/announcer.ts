/** Announces to screen readers what changed, once typing pauses. */

/** Milliseconds without news before an announcement; chosen by ear: screen readers echo typing until then. */
const PAUSE = 500;

export class Announcer {
  readonly #region: HTMLElement;
  #timer = 0;

  /** @param region an element with role "status". */
  constructor(region: HTMLElement) {
    this.#region = region;
  }

  /** Announces `text` unless a newer announcement comes first. */
  say(text: string): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.#region.textContent = text;
    }, PAUSE);
  }
}
