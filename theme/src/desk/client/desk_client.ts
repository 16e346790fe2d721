/** Asks the desk's server. Addresses are relative to the page's, which has the token. */

import type {
  Decided,
  DeskKind,
  DeskState,
  DeskStory,
  DoubtfulTag,
  Found,
  NameAnswer,
  NameDecided,
  NameEdit,
  NameQuestion,
  NameRecord,
  StoryEdit,
  TagAnswer,
} from "./desk_data.ts";

/** Why the server did nothing, in one line for the person. */
export class DeskProblem extends Error {
  override readonly name = "DeskProblem";
}

const CLOSED = "The desk does not answer; nothing was changed. Start 'cuttings review' again.";

export class DeskClient {
  state(): Promise<DeskState> {
    return ask("state");
  }

  /** The first open questions but those that are known already. */
  names(known: readonly string[]): Promise<readonly NameQuestion[]> {
    return ask("names", { known: known.join("\n") });
  }

  tags(known: readonly string[]): Promise<readonly DoubtfulTag[]> {
    return ask("tags", { known: known.join("\n") });
  }

  stories(known: readonly string[]): Promise<readonly DeskStory[]> {
    return ask("stories", { known: known.join("\n") });
  }

  story(file: string): Promise<DeskStory> {
    return ask("story", { file });
  }

  name(kind: DeskKind, heading: string): Promise<NameRecord> {
    return ask("name", { kind, heading });
  }

  search(query: string): Promise<Found> {
    return ask("search", { query });
  }

  answerName(key: string, answer: NameAnswer, keep: string): Promise<Decided> {
    return tell("names/answer", { key, answer, keep });
  }

  answerTag(key: string, answer: TagAnswer, kind: DeskKind, heading: string): Promise<Decided> {
    return tell("tags/answer", { key, answer, kind, heading });
  }

  /** @param words for `split`, words of the stories that get a heading of their own, with `;` between. */
  editName(kind: DeskKind, heading: string, action: NameEdit, value: string, words = ""): Promise<NameDecided> {
    return tell("name/edit", { kind, heading, action, value, words });
  }

  editStory({ file, digest }: DeskStory, action: StoryEdit, kind: DeskKind = "person", heading = ""): Promise<Decided> {
    return tell("story/edit", { file, digest, action, kind, heading });
  }

  /** Takes the decision with this number back; it must be the last one. */
  undo(number: number): Promise<Decided> {
    return tell("undo", { number });
  }
}

function ask<Answer>(path: string, wanted: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return answerOf(fetch(`api/${path}?${new URLSearchParams(wanted)}`));
}

function tell<Answer>(path: string, content: object): Promise<Answer> {
  const headers = { "Content-Type": "application/json" };
  return answerOf(fetch(`api/${path}`, { method: "POST", headers, body: JSON.stringify(content) }));
}

/** @throws DeskProblem if the server refuses, or does not answer. */
async function answerOf<Answer>(asked: Promise<Response>): Promise<Answer> {
  let response: Response;
  let answer: unknown;
  try {
    response = await asked;
    answer = await response.json();
  } catch {
    throw new DeskProblem(CLOSED);
  }
  if (response.ok) return answer as Answer;
  throw new DeskProblem((answer as { problem?: string }).problem ?? CLOSED);
}
