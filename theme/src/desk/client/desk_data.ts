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
  readonly tags: Progress;
  readonly stories: Progress;
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

/** A name, its record and sentences of its stories. */
export interface NameRecord extends NameSide {
  readonly kind: DeskKind;
  readonly same_as: string;
  readonly note: string;
  readonly hidden: boolean;
}

export type NameEdit = "rename" | "merge" | "split" | "kind" | "hide" | "same-as" | "note";

/** What a change of a name did, and the name to show then. */
export interface NameDecided extends Decided {
  readonly kind: DeskKind;
  readonly heading: string;
}

/** What has some letters. */
export interface Found {
  readonly names: readonly { readonly kind: DeskKind; readonly heading: string; readonly stories: number }[];
  readonly stories: readonly FoundStory[];
}

export interface FoundStory {
  readonly file: string;
  readonly title: string;
  readonly date: string;
  readonly source: string;
}

/** A tag of a story that may be wrong. */
export interface DoubtfulTag {
  readonly key: string;
  readonly kind: DeskKind;
  readonly heading: string;
  readonly reason: string;
  readonly other_kind: DeskKind;
  readonly file: string;
  readonly passage: Passage | null;
}

export type TagAnswer = "right" | "wrong" | "other";

export interface StoryTag {
  readonly kind: DeskKind;
  readonly heading: string;
  readonly code: string;
  readonly role: "about" | "mentioned";
  readonly count: number;
  readonly sentence: readonly Segment[];
  readonly reasons: readonly string[];
}

/** A piece of a paragraph; `tag` is the number of the tag that it names, or -1. */
export interface Piece {
  readonly text: string;
  readonly tag: number;
}

/** A story with its tags and its text. */
export interface DeskStory {
  readonly file: string;
  /** What the server recognizes by that the file is still what was shown. */
  readonly digest: string;
  readonly title: string;
  readonly date: string;
  readonly dated: "exact" | "inferred" | "unknown";
  readonly author: string;
  readonly agency: string;
  readonly source: string;
  readonly language: string;
  readonly reviewed: boolean;
  readonly tags: readonly StoryTag[];
  readonly paragraphs: readonly (readonly Piece[])[];
}

export type StoryEdit = "add" | "remove" | "role" | "reviewed";
