/** What the desk's server answers. */

export type DeskKind = "person" | "country" | "organization";

/** How far a list is. */
export interface Progress {
  readonly done: number;
  readonly open: number;
  /** Stories that the answers settled. */
  readonly stories: number;
  /** Whether the server still looks for more questions. */
  readonly searching: boolean;
}

/** What every list shows. */
export interface DeskState {
  readonly names: Progress;
  /** The decision that undo takes back. */
  readonly undo: { readonly number: number; readonly text: string } | null;
  /** Files that cannot be read, a line each. */
  readonly problems: readonly string[];
}

export interface Segment {
  readonly text: string;
  readonly marked: boolean;
}

/** A sentence of a story. */
export interface Passage {
  readonly title: string;
  /** YYYY-MM-DD, or "". */
  readonly date: string;
  readonly source: string;
  readonly file: string;
  readonly sentence: readonly Segment[];
}

/** One of two names, with sentences of its stories. */
export interface NameSide {
  readonly heading: string;
  readonly stories: number;
  readonly forms: readonly string[];
  readonly passages: readonly Passage[];
}

/** Two names of which a person is asked whether they are one's. */
export interface NameQuestion {
  readonly key: string;
  readonly kind: DeskKind;
  readonly keep: string;
  readonly merge: string;
  readonly why: string;
  readonly stories: number;
  readonly unsure: boolean;
  readonly sides: readonly [NameSide, NameSide];
}

export type NameAnswer = "same" | "different" | "unsure";

/** What a decision did. */
export interface Decided {
  readonly text: string;
  readonly state: DeskState;
}
