import type { Field } from '../fields.js';
import { aBallot, NOON } from '../testing/ballots.js';
import { APPROVAL, declared, PUBLICATION, published, signedPlan } from '../testing/results.js';
import { type Ballot, BALLOT_FIELDS } from './ballot.js';
import { IDLE_DESK } from './conduct.js';

const FIELDS = Object.entries(BALLOT_FIELDS) as readonly [keyof Ballot, Field<unknown>][];

/** A ballot whose JSON holds every instant that one may hold. */
function full(): Ballot {
  const approved = declared(signedPlan({ approval: APPROVAL, publication: PUBLICATION }));
  const { posting } = published(signedPlan({ publication: PUBLICATION }));
  const drawing = {
    no: 1,
    tied: ['c1', 'c2'],
    seats: 1,
    begunBy: 'organiser',
    begunAt: NOON,
    contributions: [],
    drawn: null,
    voided: null,
  };
  return {
    ...approved,
    approval: approved.approval && {
      ...approved.approval,
      answer: { approved: true, reference: 'No. 12', documentOn: approved.approval.dueOn, reason: null, by: 'organiser', at: NOON },
    },
    posting,
    drawings: [
      { ...drawing, voided: { by: 'organiser', at: NOON, reason: 'none came' } },
      { ...drawing, drawn: { elected: ['c1'], at: NOON } },
    ],
    decisions: [{ what: 'refer', seats: 1, text: 'to the next session', candidates: [], by: 'organiser', at: NOON }],
    appointments: [
      { act: 'open', at: NOON, setBy: 'organiser', end: { what: 'done', at: NOON, refusal: null } },
      { act: 'close', at: NOON, setBy: 'organiser', end: null },
    ],
    annulment: { reason: 'a violation', by: 'organiser', at: NOON },
  };
}

/** A field as JSON gives it back; an instant of its own has a column of its own. */
function readBack(value: unknown, { read }: Field<unknown>): unknown {
  if (value === null || value instanceof Date) return value;
  const kept = JSON.parse(JSON.stringify(value)) as object;
  return read ? read(kept) : kept;
}

describe('the record of a ballot', () => {
  it.each([
    ['a draft', aBallot().drafted],
    ['one with everything', full()],
  ])('of %s is read back from JSON as it was', (_what, ballot) => {
    expect(Object.keys(ballot).sort()).toEqual(FIELDS.map(([name]) => name).sort());
    for (const [name, field] of FIELDS) expect({ [name]: readBack(ballot[name], field) }).toEqual({ [name]: ballot[name] });
  });

  it('of before, with fewer figures of the desk, says nothing of the others', () => {
    expect(BALLOT_FIELDS.desk.read?.({ papersTakenBack: 2 } as typeof IDLE_DESK)).toEqual({ ...IDLE_DESK, papersTakenBack: 2 });
  });

  it('leaves votes, their fingerprint and near relatives out of the audit trail', () => {
    expect(
      FIELDS.filter(([, { audited }]) => audited)
        .map(([name]) => name)
        .sort(),
    ).toEqual([
      'annulment',
      'appointments',
      'approval',
      'atOpening',
      'choices',
      'codesDesk',
      'decisions',
      'descent',
      'desk',
      'drawings',
      'electorate',
      'follows',
      'issued',
      'issuedPerChannel',
      'nominations',
      'objections',
      'officers',
      'posting',
      'present',
      'preset',
      'primaryOf',
      'reconciliation',
      'rerunOf',
      'roll',
      'rules',
      'scale',
      'signatures',
      'state',
      'title',
    ]);
  });
});
