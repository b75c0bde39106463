import type { ArchiveVerdict } from '@plenum/ballot-crypto';
import type { BundleVerdict } from '../src/evidence/verify-bundle.js';
import type { Chosen, Order, PartOutcomes, Report } from './orders.js';
import { inOrder } from './part.js';

/** The program of the workers, which stands in this very file: nothing is fetched. */
declare const WORKER_PROGRAM: string;

/** More workers than this want more memory than they save time: each has the whole archive. */
const WORKERS_MAX = 8;

/** Called after each paper. */
export type Progress = (done: number, total: number) => void;

/** The workers of one verification. */
export class Crew {
  private readonly address = URL.createObjectURL(new Blob([WORKER_PROGRAM], { type: 'text/javascript' }));
  private readonly workers: Worker[] = [];

  constructor(private readonly size = Math.min(WORKERS_MAX, Math.max(1, navigator.hardwareConcurrency - 1))) {}

  /** Verifies an archive with all workers. */
  async archive(chosen: Chosen, progress: Progress): Promise<ArchiveVerdict> {
    let done = 0;
    const parts = await Promise.all(
      Array.from({ length: this.size }, (_, part) =>
        this.ask(
          { kind: 'papers', chosen, part, parts: this.size },
          (report) => report.kind === 'progress' && progress((done += 1), report.total),
        ),
      ),
    );
    const refused = parts.find((report) => report.kind === 'refusal');
    if (refused?.kind === 'refusal') return refused.refusal;
    const outcomes = inOrder(parts.map((report) => (report.kind === 'outcomes' ? report.outcomes : ([] as PartOutcomes))));
    const concluded = await this.ask({ kind: 'conclusion', chosen, outcomes });
    if (concluded.kind !== 'verdict') throw new Error(concluded.kind);
    return concluded.verdict;
  }

  /** Verifies a bundle of evidence, with the archive in it. */
  async bundle(bundle: Uint8Array, progress: Progress): Promise<BundleVerdict> {
    const answered = await this.ask({ kind: 'bundle', bundle }, (report, worker) => {
      if (report.kind !== 'archive-asked') return;
      void this.archive(report.chosen, progress).then((verdict) =>
        worker.postMessage({ kind: 'archive-verdict', verdict } satisfies Order),
      );
    });
    if (answered.kind !== 'bundle-verdict') throw new Error(answered.kind);
    return answered.verdict;
  }

  /** Ends every worker, also in the middle of its work. */
  end(): void {
    for (const worker of this.workers) worker.terminate();
    URL.revokeObjectURL(this.address);
  }

  /** One order for one new worker. @returns its last report */
  private ask(order: Order, onTheWay: (report: Report, worker: Worker) => unknown = () => undefined): Promise<Report> {
    const worker = new Worker(this.address);
    this.workers.push(worker);
    return new Promise((resolve, reject) => {
      worker.onerror = (event) => reject(new Error(event.message));
      worker.onmessage = ({ data }: MessageEvent<Report>) => {
        if (data.kind === 'progress' || data.kind === 'archive-asked') return void onTheWay(data, worker);
        worker.terminate();
        if (data.kind === 'fault') reject(new Error(data.message));
        else resolve(data);
      };
      worker.postMessage(order);
    });
  }
}
