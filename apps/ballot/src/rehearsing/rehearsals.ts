import { setImmediate } from 'node:timers/promises';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { Ballot } from '@plenum/ballot-domain';
import { Clock, DomainError } from '@plenum/kernel';
import { Database } from '@plenum/service-kit';
import { type RehearsalFindings, RehearsalsRepository } from '../storage/rehearsals.repository.js';
import { PracticeVote } from './practice-vote.js';

/** A rehearsal that was asked for. */
export interface Asked {
  readonly id: string;
  readonly practiceId: string;
  readonly voters: number;
}

const PAPERS_MAX = 300; // Enough to know what a paper takes; a larger hall learns nothing more from more.

/** Holds rehearsals in the background, one at a time in a process, and lets real work in between any two papers. */
@Injectable()
export class Rehearsals implements OnModuleDestroy {
  private readonly log = new Logger('Rehearsals');
  private last: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly kept: RehearsalsRepository,
    private readonly practice: PracticeVote,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Begins a rehearsal after those before it. What comes of it is in its findings. */
  hold(real: Ballot, asked: Asked): void {
    this.last = this.last.then(() => this.holdOne(real, asked)).catch((fault: unknown) => this.log.warn(`A rehearsal ended without findings: ${String(fault)}`));
  }

  /** Cuts off what is under way: a service that stops does not wait for a rehearsal. */
  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    await this.last;
  }

  private async holdOne(real: Ballot, { id, practiceId, voters }: Asked): Promise<void> {
    const times: number[] = [];
    const findings = await this.vote(real, practiceId, voters, times).catch((problem: unknown) => this.failed(problem, times));
    await this.kept.end(this.database, id, findings, this.clock.now());
  }

  private async vote(real: Ballot, practiceId: string, voters: number, times: number[]): Promise<RehearsalFindings> {
    const vote = await this.practice.open(real, practiceId, voters);
    for (const n of Array.from({ length: Math.min(voters, PAPERS_MAX) }).keys()) {
      if (this.stopped) return { ...found(times), end: 'interrupted', archiveAccepted: false, sumsRight: false, failure: null };
      times.push(await vote.cast(n));
      await setImmediate();
    }
    const { archiveAccepted, sumsRight } = await vote.count();
    return { ...found(times), end: archiveAccepted && sumsRight ? 'accepted' : 'failed', archiveAccepted, sumsRight, failure: null };
  }

  private failed(problem: unknown, times: readonly number[]): RehearsalFindings {
    if (!(problem instanceof DomainError)) this.log.warn(`A rehearsal failed: ${String(problem)}`);
    return { ...found(times), end: 'failed', archiveAccepted: false, sumsRight: false, failure: problem instanceof DomainError ? problem.code : 'fault' };
  }
}

function found(times: readonly number[]): Pick<RehearsalFindings, 'papers' | 'paperMs'> {
  const sorted = [...times].sort((one, other) => one - other);
  const [median, longest] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted.at(-1)];
  return { papers: times.length, paperMs: median === undefined || longest === undefined ? null : { median: Math.round(median), longest: Math.round(longest) } };
}
