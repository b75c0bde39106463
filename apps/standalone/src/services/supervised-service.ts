import type { ChildProcess } from 'node:child_process';

import { endProcess, until } from '@plenum/local-servers';

import { forgetProcess, lastLogLine, onceEnded, spawnService, type ServiceStart } from './service-process.js';

const FIRST_PAUSE_MS = 500;
const PAUSE_MS_MAX = 15_000;
const STEADY_MS = 60_000; // A service that ran so long was well: its next crash begins with a short pause again.
const FAILED_STARTS_MAX = 3; // Before it was ever ready: then the fault is in the settings, and waiting does not heal it.
const READY_TIMEOUT_MS = 120_000; // Two cores that start everything at once.
const STOP_STEPS = [
  { signal: 'SIGTERM', waitMs: 10_000 },
  { signal: 'SIGKILL', waitMs: 5_000 },
] as const;

/** What `/health` of a service says; `starting` while it does not answer yet. */
export interface ServiceHealth {
  readonly status: 'ready' | 'starting' | 'failing';
  readonly checks?: Readonly<Record<string, string>>;
}

/** A service that is started again when it ends without being told to, each time after a longer pause. */
export class SupervisedService {
  #child: ChildProcess | undefined;
  #starting: Promise<void> = Promise.resolve();
  #pause: NodeJS.Timeout | undefined;
  #failedStarts = 0;
  #pauseMs = FIRST_PAUSE_MS;
  #wasReady = false;
  #isStopping = false;

  constructor(
    private readonly start: ServiceStart,
    private readonly port: number,
    private readonly tell: (line: string) => void,
  ) {}

  /** Starts the service and waits until it is ready. @throws with its last words when it fails three times or takes too long */
  async open(signal: AbortSignal): Promise<void> {
    await this.#startOnce();
    const { service, premises } = this.start;
    await until(
      async () => signal.aborted || this.#failedStarts >= FAILED_STARTS_MAX || (await this.health()).status === 'ready',
      READY_TIMEOUT_MS,
    );
    signal.throwIfAborted();
    if (this.#failedStarts >= FAILED_STARTS_MAX) throw new Error(`${service} does not start: ${lastLogLine(premises, service)}`);
    if ((await this.health()).status !== 'ready')
      throw new Error(`${service} was not ready within ${READY_TIMEOUT_MS / 1000} s: ${lastLogLine(premises, service)}`);
    this.#wasReady = true;
  }

  /** The service's own word on how it is. */
  async health(): Promise<ServiceHealth> {
    try {
      const answer = await fetch(`http://127.0.0.1:${this.port}/health`, { signal: AbortSignal.timeout(5_000) });
      const { status, checks } = (await answer.json()) as ServiceHealth;
      return { status: answer.ok ? 'ready' : status === 'starting' ? 'starting' : 'failing', ...(checks ? { checks } : {}) };
    } catch {
      return { status: 'starting' };
    }
  }

  /** Ends the service and waits until it is gone. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    clearTimeout(this.#pause);
    await this.#starting.catch(() => undefined); // One that is just being started would outlive us.
    if (this.#child?.pid !== undefined) await endProcess(this.#child.pid, STOP_STEPS);
    await forgetProcess(this.start.premises, this.start.service);
  }

  #startOnce(): Promise<void> {
    if (this.#isStopping) return Promise.resolve();
    this.#starting = this.#run();
    return this.#starting;
  }

  async #run(): Promise<void> {
    const startedAt = performance.now();
    const child = await spawnService(this.start);
    this.#child = child;
    onceEnded(child, () => this.#ended(child.exitCode ?? child.signalCode, performance.now() - startedAt));
  }

  #ended(outcome: number | string | null, aliveMs: number): void {
    if (this.#isStopping) return;
    if (!this.#wasReady && (this.#failedStarts += 1) >= FAILED_STARTS_MAX) return;
    if (aliveMs >= STEADY_MS) this.#pauseMs = FIRST_PAUSE_MS;
    this.tell(
      `${this.start.service} ended (${outcome}) and is started again in ${this.#pauseMs / 1000} s: ${lastLogLine(this.start.premises, this.start.service)}`,
    );
    this.#pause = setTimeout(() => {
      this.#startOnce().catch((error: Error) => this.tell(`${this.start.service} cannot be started: ${error.message}`));
    }, this.#pauseMs);
    this.#pauseMs = Math.min(this.#pauseMs * 2, PAUSE_MS_MAX);
  }
}
