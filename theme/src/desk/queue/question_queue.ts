/** The questions of a list: the one that is shown, and the next ones, fetched ahead. */

/** Questions fetched ahead: more than a person answers while one is on its way. */
const AHEAD = 4;

export interface QuestionSource<Question> {
  /** The first open questions but those that are known already. */
  fetch(known: readonly string[]): Promise<readonly Question[]>;
  /** What a question is recognized by. */
  key(question: Question): string;
  /** Shows a question; undefined if none is open. */
  show(question: Question | undefined): void;
  /** Runs what may be refused by the server. */
  attempt(step: () => Promise<void>): Promise<void>;
}

export class QuestionQueue<Question> {
  readonly #source: QuestionSource<Question>;
  #waiting: readonly Question[] = [];
  /** Keys of what the person put off for now. */
  readonly #later = new Set<string>();
  /** Grows with each decision, so that what was fetched before it is not taken for news. */
  #turn = 0;

  constructor(source: QuestionSource<Question>) {
    this.#source = source;
  }

  /** Fetches and shows the first open question. */
  async open(): Promise<void> {
    const turn = (this.#turn += 1);
    const waiting = await this.#source.fetch([...this.#later]);
    if (turn !== this.#turn) return;
    this.#waiting = waiting;
    this.#source.show(this.#waiting[0]);
    if (this.#waiting.length > 0) this.#fetchAhead();
  }

  /** Shows the next question; those that an answer has settled or changed are fetched anew. */
  goOn(isOver: (question: Question) => boolean): void {
    this.#turn += 1;
    this.#waiting = this.#waiting.filter((question) => !isOver(question));
    if (this.#waiting.length > 0) this.#source.show(this.#waiting[0]);
    this.#fetchAhead();
  }

  /** Puts a question off until the page is opened again. */
  putOff(question: Question): void {
    const put = this.#source.key(question);
    this.#later.add(put);
    this.goOn((other) => this.#source.key(other) === put);
  }

  /** Fetches the next questions one by one, so that no answer waits long behind them. */
  #fetchAhead(): void {
    const turn = this.#turn;
    void this.#source.attempt(async () => {
      while (this.#waiting.length <= AHEAD) {
        const known = [...this.#later, ...this.#waiting.map((question) => this.#source.key(question))];
        const [question] = await this.#source.fetch(known);
        if (turn !== this.#turn) return;
        const isFirst = this.#waiting.length === 0;
        if (question) this.#waiting = [...this.#waiting, question];
        if (isFirst) this.#source.show(question);
        if (!question) return;
      }
    });
  }
}
