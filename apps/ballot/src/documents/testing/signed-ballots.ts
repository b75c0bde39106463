import {
  adopt,
  type Ballot,
  close,
  countHands,
  declare,
  draft,
  Entries,
  type Figures,
  freezeRoll,
  type Json,
  nameOfficers,
  open,
  type Ruling,
  type Scale,
  type Sheet,
  sign,
  tally,
  type VotedKind,
  WrittenNames,
  readRules,
} from '@plenum/ballot-domain';
import { WorkingCalendar } from '@plenum/calendar';

export const NOON = new Date('2026-03-02T04:00:00.000Z');
const ORGANISER = { memberId: 'organiser', organises: true };
const by = (memberId: string) => ({ memberId, organises: false });
const OFFICERS = { scrutineers: ['s1', 's2'], chiefScrutineer: 's1', tellers: ['t1', 't2'], chiefTeller: 't1' };

export const NAMES = new Map([
  ['s1', '赵监票'],
  ['s2', '钱监督'],
  ['t1', '孙计票'],
  ['t2', '李记录'],
]);
export const ISSUED = { organisation: '云山实验学校', session: { termNo: 7, sessionNo: 2 }, names: NAMES };

const TWO_THIRDS = { num: 2, den: 3, inclusive: true };
const MORE_THAN_HALF = { num: 1, den: 2, inclusive: false, base: 'roll' };
export const RESOLUTION_RULES: Json = {
  quorum: TWO_THIRDS,
  returnedLimit: 'issued',
  pass: MORE_THAN_HALF,
  bundle: 'each',
  procedure: { publication: { kind: 'working-days', n: 5 } },
};
/** Nine seats and ten candidates (DOMAIN 6.3, example 11). */
export const ELECTION_RULES: Json = {
  quorum: TWO_THIRDS,
  returnedLimit: 'issued',
  seats: 9,
  surplus: { rate: { num: 5, den: 100 }, min: 1 },
  elect: MORE_THAN_HALF,
  tie: 'runoff',
  shortage: 'vacant',
  writeIns: 'free',
};

interface Plan {
  readonly kind: VotedKind;
  readonly rules: Json;
  readonly labels: readonly string[];
  readonly roll: number;
  readonly scale?: Scale;
  /** By hands, these figures; on paper, these sheets. */
  readonly hands?: readonly Figures[];
  readonly sheets?: readonly Sheet[];
  readonly rulings?: readonly Ruling[];
  readonly names?: WrittenNames;
  /** Where more papers come back than there are sheets. */
  readonly returned?: number;
}

/** A ballot brought by its own behaviours to its signature and declaration. */
export function signedBallot({
  kind,
  rules,
  labels,
  roll,
  scale,
  hands,
  sheets = [],
  rulings = [],
  names = new WrittenNames(),
  returned = sheets.length,
}: Plan): Ballot {
  const choices = labels.map((label, nth) => ({ id: `c${String(nth + 1).padStart(2, '0')}`, label, memberId: null }));
  const about = {
    id: 'ballot',
    organisationId: 'organisation',
    sessionId: 'session',
    round: 'first' as const,
    title: '校务“十五五”规划',
    ...readRules({ kind, round: 'first' }, rules),
    choices,
  };
  const drafted = draft({ ...about, channel: hands ? 'hands' : 'paper', ...(scale ? { scale } : {}) }, ORGANISER, NOON).ballot;
  const named = nameOfficers(
    freezeRoll(adopt(drafted, ORGANISER).ballot, ORGANISER, roll).ballot,
    ORGANISER,
    OFFICERS,
    new Set(['s1', 's2', 't1', 't2']),
  ).ballot;
  const opened = open(named, ORGANISER, { present: roll, issued: null, sessionIsOpen: true }, NOON).ballot;
  const entries = new Entries(
    hands
      ? []
      : [
          { entryNo: 1, tellerId: 't1', sheets },
          { entryNo: 2, tellerId: 't2', sheets },
        ],
    [],
    rulings,
  );
  const closed = close(
    opened,
    ORGANISER,
    { voters: hands ? null : Math.min(roll, returned), returned: hands ? null : returned },
    new Entries(),
    NOON,
  ).ballot;
  const counted = hands ? countHands(closed, by('t1'), hands).ballot : closed;
  const digestOf = (): string => 'd1e5'.repeat(16);
  const tallied = tally(counted, ORGANISER, { entries, names, digestOf }).ballot;
  return declare(
    ['s1', 't1'].reduce((ballot, officer) => sign(ballot, by(officer), ballot.tally?.digest ?? '', NOON).ballot, tallied),
    ORGANISER,
    new WorkingCalendar(),
    NOON,
  ).ballot;
}

/** The election of DOMAIN 6.3, example 11, by hands: ten over half, the first nine elected. */
export const nineOfTen = (): Ballot => {
  const yes = [57, 56, 55, 52, 50, 49, 47, 44, 40, 33];
  const labels = ['王甲', '李乙', '张丙', '刘丁', '陈戊', '杨己', '赵庚', '黄辛', '周壬', '吴癸'];
  return signedBallot({
    kind: 'election',
    rules: ELECTION_RULES,
    labels,
    roll: 60,
    hands: yes.map((votes, nth) => ({ id: `c${String(nth + 1).padStart(2, '0')}`, yes: votes, no: 57 - votes, abstain: 0 })),
  });
};
