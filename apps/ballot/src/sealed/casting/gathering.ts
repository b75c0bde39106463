interface Waiting<Asked, Answer> {
  readonly asked: Asked;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: unknown) => void;
}

/** How a {@link Gathering} works. */
export interface GatheringOptions<Asked, Answer> {
  readonly togetherMax: number;
  /** Waits for those who come at the same moment; is told how many are there. Never rejects. */
  readonly gather: (count: () => number) => Promise<unknown>;
  /** Answers in the order of asking, with an error for who is refused; what it throws is told to all of them. */
  readonly answer: (together: readonly Asked[]) => Promise<readonly (Answer | Error)[]>;
}

/**
 * Answers together what is asked at the same moment, and what was asked while the answers before were on their way: a hall pays for a few
 * questions.
 */
export class Gathering<Asked, Answer> {
  /** By what they have in common; there as long as somebody answers them. */
  private readonly waiting = new Map<string, Waiting<Asked, Answer>[]>();

  constructor(private readonly options: GatheringOptions<Asked, Answer>) {}

  /** Asks together with others of the same key. */
  ask(key: string, asked: Asked): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const there = this.waiting.get(key);
      if (there) return void there.push({ asked, resolve, reject });
      const begun = [{ asked, resolve, reject }];
      this.waiting.set(key, begun);
      void this.answerAll(key, begun);
    });
  }

  /** Never rejects: what goes wrong is told to each whom it concerns. */
  private async answerAll(key: string, waiting: Waiting<Asked, Answer>[]): Promise<void> {
    const { togetherMax, gather, answer } = this.options;
    while (waiting.length > 0) {
      await gather(() => waiting.length);
      const together = waiting.splice(0, togetherMax);
      try {
        const answers = await answer(together.map(({ asked }) => asked));
        together.forEach(({ resolve, reject }, nth) => {
          const each = answers[nth] as Answer | Error;
          if (each instanceof Error) reject(each);
          else resolve(each);
        });
      } catch (problem) {
        for (const { reject } of together) reject(problem);
      }
    }
    this.waiting.delete(key);
  }
}
