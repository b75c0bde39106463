import { setImmediate } from 'node:timers/promises';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { Ballot, RehearsalPhase } from '@plenum/ballot-domain';
import { Database } from '@plenum/database';
import { Clock, DomainError } from '@plenum/kernel';
import { type RehearsalFindings, RehearsalsRepository } from '../storage/rehearsals.repository.js';
import { PaperTimes } from './paper-times.js';
import { type OpenPractice, PracticeVote } from './practice-vote.js';

/** A rehearsal that was asked for. */
export interface RequestedRehearsal {
  readonly id: string;
  readonly practiceId: string;
  readonly voters: number;
}

/** Papers under way at once: threads verify while the next one is sealed here, and a real paper waits behind so many at most. */
const AT_ONCE = 4;
/** How often somebody who waits is told how far it is, and that it is still alive. */
const TOLD_MS = 2_000;

const UNFOUND = { archiveAccepted: false, sumsRight: false, failure: null } as const;

/** Holds rehearsals in the background, one at a time in a process, and lets real work in between any two papers. */
@Injectable()
export class Rehearsals implements OnModuleDestroy {
  private readonly log = new Logger('Rehearsals');
  private readonly stopping = new AbortController();
  private readonly cutOff = new Promise<void>((resolve) => this.stopping.signal.addEventListener('abort', () => resolve()));
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly kept: RehearsalsRepository,
    private readonly practice: PracticeVote,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Begins a rehearsal after those before it. What comes of it is in its findings. */
  hold(real: Ballot, asked: RequestedRehearsal): void {
    const under = new Progress();
    const telling = setInterval(() => void this.tell(asked, under), TOLD_MS).unref();
    this.last = this.last
      .then(() => this.holdOne(real, asked, under))
      .catch((fault: unknown) => this.log.warn(`A rehearsal ended without findings: ${String(fault)}`))
      .finally(() => clearInterval(telling));
  }

  /** Cuts off what is under way: a service that stops does not wait for a rehearsal, however large its box is. */
  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.last;
  }

  private async holdOne(real: Ballot, { id, practiceId, voters }: RequestedRehearsal, under: Progress): Promise<void> {
    const vote = this.vote(real, { id, practiceId, voters }, under).catch((problem: unknown) => this.failed(problem, under));
    const findings = await Promise.race([vote, this.cutOff.then(() => ({ ...found(under), ...UNFOUND, end: 'interrupted' as const }))]);
    await this.kept.end(this.database, id, findings, this.clock.now());
  }

  private async vote(real: Ballot, asked: RequestedRehearsal, under: Progress): Promise<RehearsalFindings> {
    if (this.stopping.signal.aborted) return { ...found(under), ...UNFOUND, end: 'interrupted' };
    const vote = await this.practice.open(real, asked.practiceId, asked.voters);
    await this.enter('casting', asked, under);
    await this.castAll(vote, asked.voters, under);
    if (this.stopping.signal.aborted) return { ...found(under), ...UNFOUND, end: 'interrupted' };
    await this.enter('counting', asked, under);
    const counted = await vote.count();
    return { ...found(under), ...counted, end: counted.archiveAccepted && counted.sumsRight ? 'accepted' : 'failed', failure: null };
  }

  private async enter(phase: RehearsalPhase, asked: RequestedRehearsal, under: Progress): Promise<void> {
    under.phase = phase;
    await this.tell(asked, under);
  }

  private async castAll(vote: OpenPractice, voters: number, { times }: Progress): Promise<void> {
    let next = 0;
    const device = async (): Promise<void> => {
      while (next < voters && !this.stopping.signal.aborted) {
        times.add(await vote.cast(next++));
        await setImmediate();
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, device));
  }

  private async tell({ id }: RequestedRehearsal, { phase, times }: Progress): Promise<void> {
    await this.kept
      .tell(this.database, id, { phase, papers: times.count }, this.clock.now())
      .catch((fault: unknown) => this.log.debug(`Nobody is told how far a rehearsal is: ${String(fault)}`));
  }

  private failed(problem: unknown, under: Progress): RehearsalFindings {
    if (!(problem instanceof DomainError)) this.log.warn(`A rehearsal failed: ${String(problem)}`);
    return { ...found(under), ...UNFOUND, end: 'failed', failure: problem instanceof DomainError ? problem.code : 'fault' };
  }
}

/** How far a rehearsal is. */
class Progress {
  phase: RehearsalPhase = 'preparing';
  readonly times = new PaperTimes();
}

const found = ({ times }: Progress): Pick<RehearsalFindings, 'papers' | 'paperMs'> => ({ papers: times.count, paperMs: times.summary() });
