import { maySeeProgress } from '../policy/authority.js';
import { nameOfficers } from '../preparing/officers.js';
import { ELECTION_ID, KNOWN, NOON, OFFICERS, ORGANISER, aBallot, by, choice } from '../testing/ballots.js';
import { refusalOf } from '../testing/refusals.js';
import { freezeRoll, open } from '../voting/opening.js';
import type { Claimant } from './claimant.js';
import { issueSlip, prepareSlips, replaceSlip, type Slip, type SlipFate, takeBackSlip, voidSlips } from './slips.js';

const DESK = by('d1');
const KNOWN_WITH_DESK = new Set([...KNOWN, 'd1']);
const { frozen } = aBallot({ channel: 'sealed', choices: [choice('plan')] });
const ready = nameOfficers(frozen, ORGANISER, { ...OFFICERS, codesDesk: ['d1'] }, KNOWN_WITH_DESK).ballot;
const someone = (given: Partial<Claimant> = {}): Claimant => ({ onRoll: true, present: true, wasPresent: false, holds: null, ...given });
const slip = (serial: number, fate: SlipFate = 'usable'): Slip => ({ serial, credential: `g${serial}`, fate });
const three = [slip(1), slip(2), slip(3)];
const holder = someone({ holds: 'slip' });

describe('the codes desk', () => {
  it('is named with the officers, is nobody else, and follows the ballot without seeing its result', () => {
    expect(ready.codesDesk).toEqual(['d1']);
    expect(maySeeProgress(ready, DESK)).toBe(true);
    const naming = (codesDesk: string[], from = frozen) =>
      refusalOf(() => nameOfficers(from, ORGANISER, { ...OFFICERS, codesDesk }, KNOWN_WITH_DESK));
    expect(naming(['s1'])).toEqual({ code: 'ballot.two-roles', details: { memberIds: ['s1'] } });
    expect(naming(['stranger']).code).toBe('ballot.officer-unknown');
    expect(naming(['d1'], aBallot({ channel: 'paper' }).frozen)).toMatchObject({ code: 'ballot.wrong-channel' });
    expect(naming(['m1'], aBallot({ kind: 'election', channel: 'paper' }).frozen).code).toBe('ballot.wrong-channel');
    const election = aBallot({
      kind: 'election',
      channel: 'mixed',
      rules: { ...aBallot({ kind: 'election' }).drafted.rules, writeIns: 'none' },
    }).frozen;
    expect(naming(['m1'], election)).toEqual({ code: 'ballot.officer-is-candidate', details: { memberIds: ['m1'] } });
  });

  it('is not the organiser: every door is its own', () => {
    const doors = [
      () => prepareSlips(ready, ORGANISER, three, { slips: [] }),
      () => issueSlip(ready, ORGANISER, someone(), { slips: three, holders: 0 }),
      () => replaceSlip(ready, by('s1'), holder, 1, { slips: three, holders: 1 }),
      () => takeBackSlip(ready, by('t1'), holder, 1, { slips: three, holders: 1 }),
      () => voidSlips(ready, by('s1'), [1], { slips: three, holders: 0 }),
    ];
    for (const door of doors) expect(refusalOf(door).code).toBe('ballot.not-the-codes-desk');
  });

  it('works between the frozen roll and the opening', () => {
    const registration = { registered: 3, keysMissing: [], left: [], slips: { usable: 0, holders: 0 } };
    const { ballot: opened } = open(ready, ORGANISER, { present: 6, issued: null, sessionIsOpen: true, registration }, NOON);
    expect(refusalOf(() => prepareSlips(opened, DESK, three, { slips: [] })).code).toBe('ballot.wrong-state');
    expect(refusalOf(() => issueSlip(opened, DESK, someone(), { slips: three, holders: 0 })).code).toBe('ballot.wrong-state');
    expect(refusalOf(() => prepareSlips({ ...ready, electionId: null }, DESK, three, { slips: [] })).code).toBe('ballot.wrong-state');
  });
});

describe('slips', () => {
  it('are taken once, with the number and the public half', () => {
    const { change, added } = prepareSlips(ready, DESK, three, { slips: [slip(1)] });
    expect(added).toEqual([slip(2), slip(3)]);
    expect(change.ballot.desk.slipsPrepared).toBe(2);
    expect(prepareSlips(ready, DESK, three, { slips: three })).toEqual({ change: { ballot: ready, events: [] }, added: [] });
    expect(refusalOf(() => prepareSlips(ready, DESK, [{ serial: 1, credential: 'other' }], { slips: [slip(1)] }))).toEqual({
      code: 'ballot.slip-taken',
      details: { serials: ['1'] },
    });
    expect(refusalOf(() => prepareSlips(ready, DESK, [slip(4), slip(4)], { slips: [] }))).toMatchObject({
      code: 'ballot.slip-taken',
      details: { serials: ['4'] },
    });
  });

  it('are drawn by who is there and has nothing else; there are as many as were prepared', () => {
    const slips = { slips: three, holders: 2 };
    expect(issueSlip(ready, DESK, someone(), slips).ballot).toBe(ready);
    expect(refusalOf(() => issueSlip(ready, DESK, someone(), { ...slips, holders: 3 })).code).toBe('ballot.no-slips-left');
    expect(issueSlip(ready, DESK, holder, { ...slips, holders: 3 }).ballot).toBe(ready);
    expect(refusalOf(() => issueSlip(ready, DESK, someone({ holds: 'credential' }), slips)).code).toBe('ballot.has-credential');
    expect(refusalOf(() => issueSlip(ready, DESK, someone({ holds: 'paper' }), slips)).code).toBe('ballot.has-paper');
    expect(refusalOf(() => issueSlip(ready, DESK, someone({ onRoll: false }), slips)).code).toBe('ballot.not-on-roll');
    expect(refusalOf(() => issueSlip(ready, DESK, someone({ present: false }), slips)).code).toBe('ballot.not-present');
  });

  it('once lost are void, replaced while there are others, and counted', () => {
    const slips = { slips: three, holders: 2 };
    expect(replaceSlip(ready, DESK, holder, 2, slips).ballot.desk.slipsLost).toBe(1);
    expect(refusalOf(() => replaceSlip(ready, DESK, someone(), 2, slips)).code).toBe('ballot.no-slip');
    expect(refusalOf(() => replaceSlip(ready, DESK, holder, 9, slips))).toEqual({
      code: 'ballot.slip-unknown',
      details: { serials: ['9'] },
    });
    expect(refusalOf(() => replaceSlip(ready, DESK, holder, 1, { slips: [slip(1, 'lost'), slip(2), slip(3)], holders: 1 }))).toEqual({
      code: 'ballot.slip-void',
      details: { serial: 1 },
    });
    expect(refusalOf(() => replaceSlip(ready, DESK, holder, 2, { ...slips, holders: 3 })).code).toBe('ballot.no-slips-left');
  });

  it('are taken back from who leaves, also when none are left', () => {
    expect(takeBackSlip(ready, DESK, holder, 2, { slips: three, holders: 3 }).ballot.desk.slipsTakenBack).toBe(1);
    expect(refusalOf(() => takeBackSlip(ready, DESK, someone({ holds: 'credential' }), 2, { slips: three, holders: 3 })).code).toBe(
      'ballot.no-slip',
    );
  });

  it('left over are voided, never more than are left', () => {
    const { change, voided } = voidSlips(ready, DESK, [2, 3, 3], { slips: [slip(1), slip(2), slip(3), slip(4, 'lost')], holders: 1 });
    expect([voided, change.ballot.desk.slipsVoided]).toEqual([[2, 3], 2]);
    expect(voidSlips(ready, DESK, [4], { slips: [slip(1), slip(4, 'voided')], holders: 1 })).toEqual({
      change: { ballot: ready, events: [] },
      voided: [],
    });
    expect(refusalOf(() => voidSlips(ready, DESK, [1, 2, 3], { slips: three, holders: 1 }))).toEqual({
      code: 'ballot.slips-issued',
      details: { voided: 3, left: 2 },
    });
    expect(refusalOf(() => voidSlips(ready, DESK, [8], { slips: three, holders: 0 })).code).toBe('ballot.slip-unknown');
  });
});

describe('the opening with slips', () => {
  const opening = (usable: number, holders: number, left: string[] = []) => ({
    present: 6,
    issued: null,
    sessionIsOpen: true,
    registration: { registered: 3, keysMissing: [], left, slips: { usable, holders } },
  });

  it('counts devices and slips as issued', () => {
    expect(open(ready, ORGANISER, opening(2, 2), NOON).ballot).toMatchObject({ issued: 5, atOpening: { byRegister: true } });
    expect(
      open(ready, ORGANISER, { ...opening(2, 2), registration: { ...opening(2, 2).registration, registered: 0 } }, NOON).ballot.issued,
    ).toBe(2);
  });

  it('is refused with a slip that nobody drew, or one too few, or a holder who left', () => {
    expect(refusalOf(() => open(ready, ORGANISER, opening(3, 2), NOON))).toEqual({
      code: 'ballot.slips-unaccounted',
      details: { usable: 3, issued: 2 },
    });
    expect(refusalOf(() => open(ready, ORGANISER, opening(1, 2), NOON)).code).toBe('ballot.slips-unaccounted');
    expect(refusalOf(() => open(ready, ORGANISER, opening(2, 2, ['m1']), NOON)).code).toBe('ballot.holders-left');
    expect(refusalOf(() => open(ready, ORGANISER, opening(4, 4), NOON))).toEqual({
      code: 'ballot.issued-above-present',
      details: { issued: 7, present: 6 },
    });
  });
});

it('a roll frozen anew has another salt, and nothing of the desk', () => {
  const { ballot } = freezeRoll({ ...ready, desk: { ...ready.desk, slipsLost: 2 } }, ORGANISER, 6, 'bbbbbbbbbbbbbb');
  expect(ballot).toMatchObject({ electionId: 'bbbbbbbbbbbbbb', desk: { slipsLost: 0 } });
  expect(ready.electionId).toBe(ELECTION_ID);
  expect(freezeRoll(aBallot({ channel: 'paper' }).adopted, ORGANISER, 6, ELECTION_ID).ballot.electionId).toBeNull();
});
