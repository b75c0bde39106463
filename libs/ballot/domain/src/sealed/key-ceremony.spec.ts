import { adopt } from '../preparing/drafting.js';
import { nameOfficers } from '../preparing/officers.js';
import { choice, KNOWN, ORGANISER, RESOLUTION_RULES, draftFrom } from '../testing/ballots.js';
import { refusalOf } from '../testing/refusals.js';
import { type CeremonyRound, thresholdTrusteesOf, KeyCeremony, type CeremonyMessages } from './key-ceremony.js';

const THREE = { scrutineers: ['s1', 's2', 'm1'], chiefScrutineer: 's1', tellers: ['t1'], chiefTeller: 't1' };

const adopted = (sharesNeeded?: number) => {
  const rules = { ...RESOLUTION_RULES, ...(sharesNeeded && { procedure: { sharesNeeded } }) };
  const given = {
    id: 'ballot',
    organisationId: 'organisation',
    sessionId: 'session',
    title: 'The vote',
    round: 'first' as const,
    kind: 'resolution' as const,
    channel: 'sealed' as const,
  };
  return adopt(draftFrom({ ...given, rules, choices: [choice('plan')] }).ballot, ORGANISER).ballot;
};
const named = (sharesNeeded?: number) => nameOfficers(adopted(sharesNeeded), ORGANISER, THREE, KNOWN).ballot;

describe('who opens a sealed ballot', () => {
  it('is every scrutineer where the rules say nothing, or ask for all', () => {
    expect(thresholdTrusteesOf(named())).toEqual({ scheme: 'all', memberIds: ['s1', 's2', 'm1'], needed: 3 });
    expect(thresholdTrusteesOf(named(3))).toMatchObject({ scheme: 'all', needed: 3 });
  });

  it('is any so many of them where the rules ask for fewer', () => {
    expect(thresholdTrusteesOf(named(2))).toEqual({ scheme: 'threshold', memberIds: ['s1', 's2', 'm1'], needed: 2 });
  });

  it('is never more than are named', () => {
    expect(refusalOf(() => named(4))).toEqual({ code: 'ballot.fewer-than-shares', details: { named: 3, sharesNeeded: 4 } });
  });
});

describe('a key ceremony', () => {
  const said = (given: Partial<Record<CeremonyRound, Record<string, string>>>): KeyCeremony => {
    const of = (round: CeremonyRound) => new Map(Object.entries(given[round] ?? {}));
    const messages: CeremonyMessages = { certificate: of('certificate'), polynomial: of('polynomial'), output: of('output') };
    return new KeyCeremony(thresholdTrusteesOf(named(2)), messages);
  };
  const all = (what: string) => ({ s1: `${what} 1`, s2: `${what} 2`, m1: `${what} 3` });

  it('waits in each round until all have spoken, and names for whom', () => {
    expect([said({}).openRound, said({}).missing]).toEqual(['certificate', ['s1', 's2', 'm1']]);
    const begun = said({ certificate: { m1: 'c', s1: 'c' } });
    expect([begun.openRound, begun.missing, begun.whole('certificate')]).toEqual(['certificate', ['s2'], null]);
    expect(said({ certificate: all('c') })).toMatchObject({ openRound: 'polynomial', missing: ['s1', 's2', 'm1'] });
    expect(said({ certificate: all('c'), polynomial: all('p') }).openRound).toBe('output');
    const whole = said({ certificate: all('c'), polynomial: all('p'), output: all('o') });
    expect([whole.openRound, whole.missing, whole.whole('output')]).toEqual([null, [], ['o 1', 'o 2', 'o 3']]);
  });

  it('hears nobody before all have spoken in the round before', () => {
    const begun = said({ certificate: { s1: 'c' } });
    expect(refusalOf(() => begun.mayBeSaid('s1', 'polynomial', 'p'))).toEqual({
      code: 'ballot.ceremony-waits',
      details: { round: 'certificate', memberIds: ['s2', 'm1'] },
    });
    expect(refusalOf(() => said({ certificate: all('c') }).mayBeSaid('s1', 'output', 'o'))).toMatchObject({
      details: { round: 'polynomial' },
    });
    expect(said({ certificate: all('c') }).mayBeSaid('s1', 'polynomial', 'p')).toBe(true);
  });

  it('takes the same word again, also later, and never another', () => {
    const later = said({ certificate: all('c'), polynomial: { s1: 'p' } });
    expect(later.mayBeSaid('s1', 'certificate', 'c 1')).toBe(false);
    expect(later.mayBeSaid('s1', 'polynomial', 'p')).toBe(false);
    expect(refusalOf(() => later.mayBeSaid('s1', 'polynomial', 'q'))).toEqual({
      code: 'ballot.ceremony-given',
      details: { round: 'polynomial' },
    });
  });

  it('is not held where every scrutineer has a key of the own', () => {
    const single = new KeyCeremony(thresholdTrusteesOf(named()), { certificate: new Map(), polynomial: new Map(), output: new Map() });
    expect(refusalOf(() => single.mayBeSaid('s1', 'certificate', 'c'))).toEqual({
      code: 'ballot.wrong-ceremony',
      details: { scheme: 'all' },
    });
  });

  it('numbers the seats as the scrutineers were named', () => {
    expect(['s1', 's2', 'm1', 't1'].map((id) => said({}).seatOf(id))).toEqual([1, 2, 3, 0]);
  });
});
