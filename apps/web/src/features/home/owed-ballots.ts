import type { OwedItem } from '../../api/shapes.js';
import type { OwnPaper } from '../../shared/sealed/vault.js';

/** In which room each matter is done. */
const ROOMS: Record<OwedItem['matter'], string> = {
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
export const roomOf = ({ ballotId, matter }: Pick<OwedItem, 'ballotId' | 'matter'>): string => `/ballots/${ballotId}${ROOMS[matter]}`;

/** The ballots of which something else is asked than before: each of them has taken a step meanwhile. */
export function steppedOn(before: readonly OwedItem[], now: readonly OwedItem[]): readonly string[] {
  const isAmong =
    (items: readonly OwedItem[]) =>
    ({ ballotId, matter }: OwedItem) =>
      items.some((each) => each.ballotId === ballotId && each.matter === matter);
  const [wasAsked, isAsked] = [isAmong(before), isAmong(now)];
  const changed = [...before.filter((item) => !isAsked(item)), ...now.filter((item) => !wasAsked(item))];
  return [...new Set(changed.map(({ ballotId }) => ballotId))];
}

/** Without the votes that this device has cast: that they are in the box nobody knows but the device that put them there. */
export function stillOwed(items: readonly OwedItem[], papers: readonly OwnPaper[]): readonly OwedItem[] {
  const cast = new Set(papers.filter(({ receipt, sealed }) => receipt !== null && sealed === null).map(({ ballotId }) => ballotId));
  return items.filter(({ matter, ballotId }) => matter !== 'vote' || !cast.has(ballotId));
}
