import { HttpException } from '@nestjs/common';

const TOO_MANY_REQUESTS = 429;

/** Lets so many works run at a time; the others wait their turn, and beyond a bound they are refused at once. */
export class Turns {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly atATime: number,
    private readonly waitingMax: number,
  ) {}

  /** Does the work when it is its turn. @throws HttpException 429 when too many are waiting */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.running < this.atATime) this.running += 1;
    else await this.turn();
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }

  private turn(): Promise<void> {
    if (this.waiting.length >= this.waitingMax) throw new HttpException('too many are waiting', TOO_MANY_REQUESTS);
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}
