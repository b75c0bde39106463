import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { BallotErrors } from '@plenum/ballot-domain';
import { judgeByTool, removeAbandonedFolders, toolVersion, type Unfitness, unfitnessOfTool } from '@plenum/ballot-verification';
import { BallotConfig } from '../../ballot.config.js';
import type { VerifierVerdict } from '../../storage/sealed/verdicts.repository.js';

/** The program that nobody here wrote: Debian's package of the same name. */
export const FOREIGN_VERIFIER = 'belenios-tool';
const SWITCHED_OFF = 'none';
const SELF_TEST_SECONDS_MAX = 60; // For one archive of two papers.

/** The program as it stands on this machine now. */
interface Known {
  readonly program: string;
  readonly version: string;
}

/** Lets belenios-tool judge an archive, where it is installed and has shown that it does check: a program that nods is worse than none. */
@Injectable()
export class ForeignVerifier implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('ForeignVerifier');
  private readonly ending = new AbortController();
  /** What the self-test of each program came to; another version is tested anew. */
  private readonly tested = new Map<string, Promise<Unfitness | null>>();
  private looking: Promise<unknown> = Promise.resolve();

  constructor(private readonly config: BallotConfig) {}

  /** Whether the program is fit is found out before anybody waits for it. */
  onApplicationBootstrap(): void {
    this.looking = removeAbandonedFolders()
      .catch(() => undefined)
      .then(() => this.look())
      .then((known) => known && this.isFit(known))
      .catch(() => undefined); // Whoever asks it to judge hears what is wrong.
  }

  /**
   * What it says of an archive, given in pieces. A program that is named in the config has to be there; one that is not is looked for
   * in the PATH and may be absent. One that fails its self-test is said to be unfit, and not asked.
   * @throws `ballot.archive-refused` unless it accepts without a warning: `exit-<status>`, `warning`, `timeout` or `not-runnable`
   */
  async judge(electionId: string, archive: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<VerifierVerdict> {
    const known = await this.look();
    if (!known) return { verifier: FOREIGN_VERIFIER, version: null, verdict: 'absent' };
    const { program, version } = known;
    if (!(await this.isFit(known))) return { verifier: FOREIGN_VERIFIER, version, verdict: 'unfit' };
    const judgement = await judgeByTool(program, electionId, archive, {
      seconds: this.config.beleniosToolSecondsMax,
      signal: this.ending.signal,
    });
    if (judgement !== 'accepted') throw this.refused(judgement);
    return { verifier: FOREIGN_VERIFIER, version, verdict: 'accepted' };
  }

  /** A service that ends takes the program with it, and what lies about for it; who counts again begins again. */
  async onApplicationShutdown(): Promise<void> {
    this.ending.abort();
    await Promise.allSettled([this.looking, ...this.tested.values()]);
  }

  private async look(): Promise<Known | null> {
    const { beleniosTool } = this.config;
    if (beleniosTool === SWITCHED_OFF) return null;
    const program = beleniosTool ?? FOREIGN_VERIFIER;
    const { status, output, fault } = await toolVersion(program, this.ending.signal);
    if (fault === 'ENOENT' && beleniosTool === undefined) return null;
    if (status !== 0) throw this.refused(fault === 'timeout' ? 'timeout' : 'not-runnable');
    return { program, version: output.trim().slice(0, 100) };
  }

  private async isFit({ program, version }: Known): Promise<boolean> {
    const key = `${program} ${version}`;
    const testing = this.tested.get(key) ?? unfitnessOfTool(program, { seconds: SELF_TEST_SECONDS_MAX, signal: this.ending.signal });
    this.tested.set(key, testing);
    const unfitness = await testing;
    if (unfitness) this.log.error(`${FOREIGN_VERIFIER} ${version} is not fit to verify anything: ${JSON.stringify(unfitness)}`);
    // It may have been the machine: a program that could not be run is tried again.
    if (unfitness && 'refuses' in unfitness) this.tested.delete(key);
    return unfitness === null;
  }

  /** The log says how it ended and nothing of what it said: that may quote the archive. */
  private refused(check: string): Error {
    this.log.warn(`${FOREIGN_VERIFIER} does not accept an archive: ${check}`);
    return BallotErrors.archiveRefused(check, '', FOREIGN_VERIFIER);
  }
}
