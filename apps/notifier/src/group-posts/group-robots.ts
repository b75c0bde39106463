import { Injectable } from '@nestjs/common';
import { Clock } from '@plenum/kernel';
import { NotifierConfig } from '../notifier.config.js';
import type { Way, WayOutcome } from '../ways/way.js';
import { outcomeOf } from './answers.js';
import { requestOf, type Robot } from './robots.js';

const ANSWER_WITHIN_MS = 10_000;

/** A text for one group. */
export interface GroupPost {
  readonly robot: Robot;
  readonly text: string;
}

/** Posts into groups by their robots. */
@Injectable()
export class GroupRobots implements Way<GroupPost> {
  constructor(
    private readonly clock: Clock,
    private readonly config: NotifierConfig,
  ) {}

  async post({ robot, text }: GroupPost): Promise<WayOutcome> {
    const { url, body } = requestOf(robot, text, this.clock.now());
    try {
      // eslint-disable-next-line no-restricted-globals -- no service of ours; its address is held to the provider's host
      const response = await fetch(this.placeOf(url), {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(body),
        redirect: 'manual', // A provider that sends on leads nowhere: the address was held to its host.
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      });
      const answer = { status: response.status, retryAfter: response.headers.get('retry-after'), body: jsonOf(await response.text()) };
      return outcomeOf(robot.provider, answer, this.clock.now());
    } catch {
      return { outcome: 'trouble', reason: 'unreachable' };
    }
  }

  private placeOf(url: string): string {
    const { robotTrialOrigin } = this.config;
    const { pathname, search } = new URL(url);
    return robotTrialOrigin === undefined ? url : new URL(`${pathname}${search}`, robotTrialOrigin).toString();
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
