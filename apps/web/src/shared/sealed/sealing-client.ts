import type { TaskRequest, TaskReport } from './sealing.messages.js';
import type { AnswerOf, InputOf, Progress, TaskName } from './sealing-tasks.js';

/** Done off the page's thread: see the tasks. @throws DeviceCheckError when a check of this device does not hold */
export type RunTask = <T extends TaskName>(task: T, input: InputOf<T>, progress?: Progress) => Promise<AnswerOf<T>>;

/** A check on this device that did not hold, by its name. */
export class DeviceCheckError extends Error {
  override readonly name = 'DeviceCheckError';

  constructor(readonly check: string) {
    super(check);
  }
}

interface PendingTask {
  readonly progress: Progress | undefined;
  readonly resolve: (answer: AnswerOf<TaskName>) => void;
  readonly reject: (problem: Error) => void;
}

/** The worker of this tab: opened at the first task, so that who never votes on the device never loads the library. */
class SealingClient {
  #worker: Worker | null = null;
  #lastId = 0;
  readonly #waiting = new Map<number, PendingTask>();

  readonly run: RunTask = (task, input, progress) =>
    new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      this.#waiting.set(id, { progress, resolve: resolve as PendingTask['resolve'], reject });
      this.#open().postMessage({ id, task, input } as TaskRequest);
    });

  #open(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(new URL('./sealing.worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: { readonly data: TaskReport }) => this.#hear(data);
    worker.onerror = () => this.#breakDown();
    this.#worker = worker;
    return worker;
  }

  #hear(report: TaskReport): void {
    const waiting = this.#waiting.get(report.id);
    if (!waiting) return;
    if ('done' in report) return waiting.progress?.(report.done, report.total);
    this.#waiting.delete(report.id);
    if ('answer' in report) waiting.resolve(report.answer);
    else waiting.reject(new DeviceCheckError(report.refusal));
  }

  /** The worker could not be loaded, or died: whoever waits is told, and the next task opens another. */
  #breakDown(): void {
    this.#worker?.terminate();
    this.#worker = null;
    for (const { reject } of this.#waiting.values()) reject(new DeviceCheckError('device'));
    this.#waiting.clear();
  }
}

export const runSealingTask: RunTask = new SealingClient().run;
