import { DeviceRefusal } from './device-refusal.js';
import type { TaskRequest, TaskReport } from './sealing.messages.js';
import { type Progress, TASKS } from './sealing-tasks.js';

/** The part of a Web Worker's scope that is used here; the library for workers is not part of this project's types. */
interface WorkerScope {
  onmessage: ((message: { readonly data: TaskRequest }) => void) | null;
  postMessage(report: TaskReport): void;
}

const scope = globalThis as unknown as WorkerScope;

/** Votes are sealed and archives verified here: a thread of its own, with nothing but the library in it. */
scope.onmessage = ({ data: { id, task, input } }) => {
  const work = TASKS[task] as (input: TaskRequest['input'], progress: Progress) => ReturnType<(typeof TASKS)[typeof task]>;
  try {
    const answer = work(input, (done, total) => scope.postMessage({ id, done, total }));
    scope.postMessage({ id, answer });
  } catch (problem) {
    // What was marked may stand in the message of a fault: only the name of a check leaves this room.
    scope.postMessage({ id, refusal: problem instanceof DeviceRefusal ? problem.message : 'device' });
  }
};
