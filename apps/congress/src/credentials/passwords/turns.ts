import { HttpException } from '@nestjs/common';

const TOO_MANY_REQUESTS = 429;

/** A work that waits: what lets it begin, and what turns it away. */
interface Waiting {
  begin(): void;
  turnAway(reason: HttpException): void;
}

/**
 * Lets so many works run at a time; the others wait, and beyond a bound they are refused at once. Whoever they are for have a turn each,
 * one after the other: however many wait for one, another's work waits for a single one of them. Nor is there no room for the other: it is
 * made by whoever has most that waits.
 */
export class Turns {
  private running = 0;
  private waiting = 0;
  /** What waits, by whom it is for; whose turn comes first stands first. */
  private readonly queues = new Map<string, Waiting[]>();

  constructor(
    private readonly atATime: number,
    private readonly waitingMax: number,
  ) {}

  /** Does the work when it is its turn. @throws HttpException 429 when too many are waiting */
  async take<T>(whose: string, work: () => Promise<T>): Promise<T> {
    if (this.running < this.atATime) this.running += 1;
    else await this.turn(whose);
    try {
      return await work();
    } finally {
      const next = this.nextAfter(whose);
      if (next) next.begin();
      else this.running -= 1;
    }
  }

  private async turn(whose: string): Promise<void> {
    if (this.waiting >= this.waitingMax) this.makeRoomFor(whose);
    this.waiting += 1;
    return new Promise((begin, turnAway) => this.queues.set(whose, [...(this.queues.get(whose) ?? []), { begin, turnAway }]));
  }

  /** What came last of whoever has most that waits gives its place, unless the newcomer would have as many. */
  private makeRoomFor(whose: string): void {
    const reason = new HttpException('too many are waiting', TOO_MANY_REQUESTS);
    const longest = [...this.queues.values()].reduce((long, queue) => (queue.length > long.length ? queue : long), []);
    if (longest.length <= (this.queues.get(whose)?.length ?? 0) + 1) throw reason;
    longest.pop()?.turnAway(reason);
    this.waiting -= 1;
  }

  /** Whoever has just had a turn comes after everybody else. */
  private nextAfter(served: string): Waiting | undefined {
    this.putLast(served, this.queues.get(served) ?? []);
    const [first] = this.queues;
    if (!first) return undefined;
    const [whose, [next, ...rest]] = first;
    this.putLast(whose, rest);
    this.waiting -= 1;
    return next;
  }

  private putLast(whose: string, queue: Waiting[]): void {
    this.queues.delete(whose);
    if (queue.length > 0) this.queues.set(whose, queue);
  }
}
