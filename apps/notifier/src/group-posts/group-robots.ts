import { Injectable } from '@nestjs/common';
import { Clock } from '@plenum/kernel';
import { NotifierConfig } from '../notifier.config.js';
import { askOutside, placeOf } from '../ways/outside.js';
import type { Way, WayOutcome } from '../ways/way.js';
import { outcomeOf } from './answers.js';
import { requestOf, type Robot } from './robots.js';

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
    const { robotTrialOrigin, answerWithinMs } = this.config;
    try {
      const request = { headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(body) };
      const answer = await askOutside(placeOf(url, robotTrialOrigin), request, answerWithinMs);
      return outcomeOf(robot.provider, answer, this.clock.now());
    } catch {
      return { outcome: 'trouble', reason: 'unreachable' };
    }
  }
}
