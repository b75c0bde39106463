import type { AnswerOf, InputOf, TaskName } from './sealing-tasks.js';

/** What the page hands to its worker. */
export type TaskRequest = { readonly [T in TaskName]: { readonly id: number; readonly task: T; readonly input: InputOf<T> } }[TaskName];

/** What the worker says: how far it is, what came of it, or which check did not hold. */
export type TaskReport =
  | { readonly id: number; readonly done: number; readonly total: number }
  | { readonly id: number; readonly answer: AnswerOf<TaskName> }
  | { readonly id: number; readonly refusal: string };
