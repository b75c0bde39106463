import { createHash } from 'node:crypto';
import { HALF_OR_MORE } from '../counting/fractions.js';
import type { Ballot } from '../record/ballot.js';
import { by, NOON, ORGANISER } from '../testing/ballots.js';
import { signedElection } from '../testing/elected.js';
import { commitmentOf } from './draw.js';
import { beginLots, commitLot, revealLot } from './lots.js';
import { lotsFault } from './redraw.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const [one, two] = [{ c1: 'yes' }, { c2: 'yes' }];
const tied = () =>
  signedElection({ rules: { elect: { ...HALF_OR_MORE, base: 'roll' }, tie: 'lots' }, marks: [one, one, one, two, two, two] });

function drawn(): Ballot {
  const begun = beginLots(tied(), ORGANISER, NOON).ballot;
  const promise = (memberId: string) => ({ ballotId: begun.id, no: 1, memberId, contribution: sha256(memberId) });
  const committed = ['s1', 't1'].reduce((ballot, id) => commitLot(ballot, by(id), commitmentOf(promise(id), sha256)).ballot, begun);
  return ['s1', 't1'].reduce((ballot, id) => revealLot(ballot, by(id), sha256(id), sha256, NOON).ballot, committed);
}

interface Told {
  tied: string[];
  seats: number;
  contributions: { memberId: string; value: string | null }[];
  drawn: { elected: string[] } | null;
  voided: object | null;
}

const faultAfter = (change: (drawing: Told, drawings: Told[]) => void, ballot = drawn()): string | null => {
  const drawings = JSON.parse(JSON.stringify(ballot.drawings)) as Told[];
  if (drawings[0]) change(drawings[0], drawings);
  if (!ballot.tally) throw new Error('not counted');
  return lotsFault({ id: ballot.id, officers: ballot.officers, drawings, outcome: ballot.tally.outcome }, sha256);
};

describe('lots that are drawn again', () => {
  it('fall on the same, and where none were drawn there is nothing to draw', () => {
    expect(faultAfter(() => undefined)).toBeNull();
    expect(faultAfter(() => undefined, tied())).toBeNull();
    expect(faultAfter((_, drawings) => void drawings.splice(0))).toBeNull();
  });

  it.each<[string, (drawing: Told, drawings: Told[]) => void, string]>([
    [
      'the other one elected',
      ({ drawn: told }) => void (told && (told.elected = [told.elected[0] === 'c1' ? 'c2' : 'c1'])),
      'fall on others',
    ],
    ['another contribution', ({ contributions }) => void (contributions[0]!.value = sha256('another')), 'than was promised'],
    ['a contribution kept back', ({ contributions }) => void (contributions[0]!.value = null), 'than was promised'],
    ['a chief left out', ({ contributions }) => void contributions.pop(), 'chief'],
    ['somebody else among the tied', (drawing) => void (drawing.tied = ['c1', 'c3']), 'among others'],
    ['more seats', (drawing) => void (drawing.seats = 2), 'other seats'],
    ['two drawings', (drawing, drawings) => void drawings.push(drawing), 'twice'],
    ['a drawing that had come to nothing', (drawing) => void (drawing.voided = {}), 'nothing'],
  ])('refuse %s', (_, change, fault) => {
    expect(faultAfter(change)).toContain(fault);
  });
});
