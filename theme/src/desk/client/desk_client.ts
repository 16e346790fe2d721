/** Asks the desk's server. Addresses are relative to the page's, which has the token. */

import type { Decided, DeskState, NameAnswer, NameQuestion } from "./desk_data.ts";

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
  names(known: readonly string[], count: number): Promise<readonly NameQuestion[]> {
    return ask(`names?${new URLSearchParams({ known: known.join("\n"), count: String(count) })}`);
  }

  answerName(key: string, answer: NameAnswer, keep: string): Promise<Decided> {
    return tell("names/answer", { key, answer, keep });
  }

  /** Takes the decision with this number back; it must be the last one. */
  undo(number: number): Promise<Decided> {
    return tell("undo", { number });
  }
}

function ask<Answer>(path: string): Promise<Answer> {
  return answerOf(fetch(`api/${path}`));
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
