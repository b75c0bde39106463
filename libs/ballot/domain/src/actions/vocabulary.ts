/** What a ballot may ask of one person: of a voter, of an officer, of an organiser, in the order of its life. */
export const PENDING_TASK_MATTERS = [
  'make-key',
  'receive-paper',
  'vote',
  'give-share',
  'count-hands',
  'enter-sheets',
  'settle-difference',
  'rule-on-doubt',
  'match-name',
  'count',
  'sign',
  'begin-lots',
  'draw-lot',
  'declare',
  'record-approval',
  'publish',
  'answer-objection',
  'annul',
  'decide-vacancy',
  'archive',
] as const;
export type PendingTaskMatter = (typeof PENDING_TASK_MATTERS)[number];
