import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { BallotErrors } from '@plenum/ballot-domain';
import { BallotConfig } from '../ballot.config.js';
import type { VerifierVerdict } from '../storage/verdicts.repository.js';

/** The program that nobody here wrote: Debian's package of the same name. */
export const FOREIGN_VERIFIER = 'belenios-tool';
const SWITCHED_OFF = 'none';
const VERSION_SECONDS_MAX = 10;
const OUTPUT_BYTES_MAX = 1_048_576; // It says a line or two; who says more is not the program that we know.

/** How a program ended. `status` is null where it did not run to its end. */
interface Ended {
  readonly status: number | null;
  readonly output: string;
  /** ENOENT and the like; null where it ran. */
  readonly fault: string | null;
}

/** Lets belenios-tool judge an archive, where it is installed: a process of its own, with a time to end in, and nothing of ours in its environment. */
@Injectable()
export class ForeignVerifier implements OnApplicationShutdown {
  private readonly log = new Logger('ForeignVerifier');
  private readonly ending = new AbortController();

  constructor(private readonly config: BallotConfig) {}

  /**
   * What it says of an archive, given in pieces. A program that is named in the config has to be there; one that is not is looked for
   * in the PATH and may be absent.
   * @throws `ballot.archive-refused` unless it accepts without a warning: `exit-<status>`, `warning`, `timeout` or `not-runnable`
   */
  async judge(electionId: string, archive: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<VerifierVerdict> {
    const { beleniosTool } = this.config;
    const absent = { verifier: FOREIGN_VERIFIER, version: null, verdict: 'absent' } as const;
    if (beleniosTool === SWITCHED_OFF) return absent;
    const program = beleniosTool ?? FOREIGN_VERIFIER;
    const known = await run(program, ['--version'], { seconds: VERSION_SECONDS_MAX, signal: this.ending.signal });
    if (known.fault === 'ENOENT' && beleniosTool === undefined) return absent;
    if (known.status !== 0) throw this.refused(known.fault === 'timeout' ? 'timeout' : 'not-runnable');
    await this.assertAccepts(program, electionId, archive);
    return { verifier: FOREIGN_VERIFIER, version: known.output.trim().slice(0, 100), verdict: 'accepted' };
  }

  /** A service that ends takes the program with it; who counts again begins again. */
  onApplicationShutdown(): void {
    this.ending.abort();
  }

  private async assertAccepts(program: string, electionId: string, archive: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), `plenum-foreign-${process.pid}-`));
    try {
      await pipeline(Readable.from(archive), createWriteStream(join(folder, `${electionId}.bel`)));
      const { status, output, fault } = await run(program, ['election', 'verify', '--dir', folder], { cwd: folder, seconds: this.config.beleniosToolSecondsMax, signal: this.ending.signal });
      if (fault) throw this.refused(fault === 'timeout' ? 'timeout' : 'not-runnable');
      if (status !== 0) throw this.refused(`exit-${status}`);
      // It warns of a result that it does not find, and goes on.
      if (output.split('\n').some((line) => line.startsWith('W:'))) throw this.refused('warning');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** The log says how it ended and nothing of what it said: that may quote the archive. */
  private refused(check: string): Error {
    this.log.warn(`${FOREIGN_VERIFIER} does not accept an archive: ${check}`);
    return BallotErrors.archiveRefused(check, '', FOREIGN_VERIFIER);
  }
}

interface Bounds {
  readonly cwd?: string;
  readonly seconds: number;
  readonly signal: AbortSignal;
}

/** Runs a program to its end, or until its time is over. */
function run(program: string, args: readonly string[], { cwd, seconds, signal }: Bounds): Promise<Ended> {
  const { PATH, LANG, LD_LIBRARY_PATH } = process.env;
  const options = { cwd, signal, env: { PATH, LANG, LD_LIBRARY_PATH }, timeout: seconds * 1000, killSignal: 'SIGKILL', maxBuffer: OUTPUT_BYTES_MAX, encoding: 'utf8' } as const;
  return new Promise((resolve) => {
    execFile(program, args, options, (error, stdout, stderr) => {
      const output = `${stdout}\n${stderr}`;
      if (!error) resolve({ status: 0, output, fault: null });
      else if (typeof error.code === 'number') resolve({ status: error.code, output, fault: null });
      else resolve({ status: null, output, fault: error.code ?? (error.killed ? 'timeout' : (error.signal ?? 'killed')) });
    });
  });
}
