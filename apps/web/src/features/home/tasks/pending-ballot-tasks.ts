import type { BallotTask } from '../../../api/shapes.js';
import type { OwnPaper } from '../../../shared/sealed/device-store.js';

/** In which room each matter is done. */
const ROOMS: Record<BallotTask['matter'], string> = {
  'make-key': '/scrutiny',
  'give-share': '/scrutiny',
  'count-hands': '/hands',
  count: '/desk',
  'receive-paper': '/vote',
  vote: '/vote',
  'enter-sheets': '/sheets',
  'settle-difference': '/sheets',
  'rule-on-doubt': '/sheets',
  'match-name': '/sheets',
  sign: '',
  'begin-lots': '/lots',
  'draw-lot': '/lots',
  declare: '/desk',
  'record-approval': '/desk',
  publish: '/desk',
  'answer-objection': '/objections',
  annul: '/desk',
  'decide-vacancy': '/seats',
  archive: '/desk',
};

/** Where somebody does what they owe. */
export const taskPathOf = ({ ballotId, matter }: Pick<BallotTask, 'ballotId' | 'matter'>): string => `/ballots/${ballotId}${ROOMS[matter]}`;

/** The ballots of which something else is asked than before: each of them has taken a step meanwhile. */
export function changedBallots(before: readonly BallotTask[], now: readonly BallotTask[]): readonly string[] {
  const isAmong =
    (items: readonly BallotTask[]) =>
    ({ ballotId, matter }: BallotTask) =>
      items.some((each) => each.ballotId === ballotId && each.matter === matter);
  const [wasAsked, isAsked] = [isAmong(before), isAmong(now)];
  const changed = [...before.filter((item) => !isAsked(item)), ...now.filter((item) => !wasAsked(item))];
  return [...new Set(changed.map(({ ballotId }) => ballotId))];
}

/** Without the votes that this device has cast: that they are in the box nobody knows but the device that put them there. */
export function withoutCastVotes(items: readonly BallotTask[], papers: readonly OwnPaper[]): readonly BallotTask[] {
  const cast = new Set(papers.filter(({ receipt, sealed }) => receipt !== null && sealed === null).map(({ ballotId }) => ballotId));
  return items.filter(({ matter, ballotId }) => matter !== 'vote' || !cast.has(ballotId));
}
