/** What a ballot may ask of one person: of a voter, of an officer, of an organiser, in the order of its life. */
export const OWED_MATTERS = [
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
export type OwedMatter = (typeof OWED_MATTERS)[number];
