import { HttpException, Injectable } from '@nestjs/common';
import { Clock, DomainError } from '@plenum/kernel';

const WINDOW_MS = 60_000;
const FAILURES_MAX = 300;
const TOO_MANY_REQUESTS = 429;
const FAILURES: readonly string[] = ['congress.sign-in-refused', 'congress.sign-in-locked'];

/** A service that is busy, or a password that is too weak to be set, is nobody's guess. */
const isFailure = (error: unknown): boolean => error instanceof DomainError && FAILURES.includes(error.code);

/**
 * Counts the failed sign-ins of each address, whomever they are for. Those that succeed are not counted: a school behind one address signs in
 * when the congress opens.
 */
@Injectable()
export class FailuresOfNetworks {
  private since = 0;
  private counts = new Map<string, number>();

  constructor(private readonly clock: Clock) {}

  /**
   * Makes an attempt. How many are made at once is bounded where passwords are compared.
   * @throws HttpException 429 when too many failed within a minute, and whatever the attempt throws
   */
  async counting<T>(network: string, attempt: () => Promise<T>): Promise<T> {
    if ((this.countsNow().get(network) ?? 0) >= FAILURES_MAX) throw new HttpException('too many failed', TOO_MANY_REQUESTS);
    try {
      return await attempt();
    } catch (error) {
      if (isFailure(error)) this.countsNow().set(network, (this.countsNow().get(network) ?? 0) + 1);
      throw error;
    }
  }

  private countsNow(): Map<string, number> {
    const now = this.clock.now().getTime();
    if (now - this.since >= WINDOW_MS || now < this.since) [this.since, this.counts] = [now, new Map()];
    return this.counts;
  }
}
