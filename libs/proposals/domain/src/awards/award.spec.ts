import { inState } from '../testing/a-proposal.js';
import { LOGISTICS } from '../testing/people.js';
import { cellsOf, sizeOf } from '../testing/roles.js';
import { AWARD_ROLES, AWARD_TABLE, AWARD_TURNS, type AwardRole } from '../testing/state-tables.js';
import {
  AWARD_ACTIONS,
  AWARD_STATES,
  type Award,
  type AwardAction,
  type AwardAuthority,
  type AwardState,
  allowedOnAward,
  assertAwardCurrent,
  decideOnAward,
  maySeeAward,
  nominate,
  putToVote,
  reopenAward,
  settleAward,
} from './award.js';

const refused = (code: string, details?: object) => expect.objectContaining(details ? { code, details } : { code });
const AT = new Date('2026-06-16T02:00:00Z');
const COMMITTEE: AwardAuthority = { memberId: 'committee', reviews: true, mayNominateAsHead: false };
const HEAD: AwardAuthority = { memberId: 'head', reviews: false, mayNominateAsHead: true };
const STRANGER: AwardAuthority = { memberId: 'stranger', reviews: false, mayNominateAsHead: false };
const MADE = { id: 'award', organisationId: 'school', sessionId: 'session' };
const SAID = { criteria: ['feasible'], citation: ' It was done within a month. ' } as const;
const proposal = (it = inState.CLOSED()) => ({ kind: 'PROPOSAL', proposal: it }) as const;
const unit = (hasAnswered = true) => ({ kind: 'UNIT', unitId: LOGISTICS, hasAnswered }) as const;

const nominated = (): Award => nominate(MADE, COMMITTEE, proposal(), SAID, AT).award;
const ofUnit = (): Award => nominate(MADE, COMMITTEE, unit(), { criteria: ['in-time'], citation: 'Always early.' }, AT).award;
const voting = (): Award => putToVote(nominated(), COMMITTEE).award;
const IN: Readonly<Record<AwardState, () => Award>> = {
  NOMINATED: nominated,
  VOTING: voting,
  AWARDED: () => decideOnAward(nominated(), COMMITTEE, { isAwarded: true, reason: null }).award,
  DECLINED: () => settleAward(voting(), false, 'ballot')!.award,
};
const TAKE: Readonly<Record<AwardAction, (it: Award, by: AwardAuthority) => unknown>> = {
  decide: (it, by) => decideOnAward(it, by, { isAwarded: true, reason: null }),
  'put-to-vote': putToVote,
};
const ROLES: Readonly<Record<AwardRole, AwardAuthority>> = { COMMITTEE, HEAD, STRANGER };

describe(`the table of awards, ${sizeOf(AWARD_STATES, AWARD_ACTIONS, AWARD_ROLES)}`, () => {
  it.each(cellsOf(AWARD_STATES, AWARD_ACTIONS, AWARD_ROLES))('%s: %s by %s', (state, action, role) => {
    const [award, by] = [IN[state](), ROLES[role]];
    const isTurn = role === AWARD_TURNS[action].of;
    const next = isTurn ? AWARD_TABLE[state][action] : undefined;
    expect(allowedOnAward(award, by).includes(action)).toBe(next !== undefined);
    if (next) expect(TAKE[action](award, by)).toMatchObject({ award: { state: next, version: award.version + 1 } });
    else expect(() => TAKE[action](award, by)).toThrow(refused(isTurn ? 'proposals.wrong-state' : 'proposals.not-the-committee'));
  });
});

describe('a nomination', () => {
  it('is of a proposal that was filed and is no secret, or of a unit that answered', () => {
    expect(nominated()).toMatchObject({ state: 'NOMINATED', citation: 'It was done within a month.', nomineeId: inState.CLOSED().id });
    expect(ofUnit()).toMatchObject({ kind: 'UNIT', nomineeId: LOGISTICS });
    const secret = { ...inState.CLOSED(), confidential: { reason: null, by: 'lead', at: AT } };
    for (const nominee of [proposal(inState.SUBMITTED()), proposal(inState.SUGGESTION()), proposal(secret), unit(false)])
      expect(() => nominate(MADE, COMMITTEE, nominee, SAID, AT)).toThrow(refused('proposals.not-to-be-nominated'));
    expect(() => nominate(MADE, STRANGER, proposal(), SAID, AT)).toThrow(refused('proposals.not-the-committee'));
  });

  it('is made by the head of a delegation where the rules say so, who sees it before it is awarded', () => {
    const { award } = nominate(MADE, HEAD, unit(), { criteria: ['in-time'], citation: 'Always early.' }, AT);
    expect(award).toMatchObject({ state: 'NOMINATED', nominatedBy: 'head' });
    expect([COMMITTEE, HEAD, STRANGER].map((by) => maySeeAward(award, by))).toEqual([true, true, false]);
    expect(maySeeAward(nominated(), HEAD)).toBe(false);
    expect(maySeeAward(IN.AWARDED(), STRANGER)).toBe(true);
    for (const nominee of [proposal(inState.SUBMITTED()), unit(false)])
      expect(() => nominate(MADE, HEAD, nominee, SAID, AT)).toThrow(refused('proposals.not-to-be-nominated'));
  });

  it('says for what, by the criteria of its kind, and why', () => {
    expect(() => nominate(MADE, COMMITTEE, proposal(), { criteria: [], citation: ' ' }, AT)).toThrow(
      refused('proposals.incomplete', { fields: ['criteria', 'citation'] }),
    );
    expect(() => nominate(MADE, COMMITTEE, unit(), SAID, AT)).toThrow(refused('proposals.incomplete', { fields: ['criteria'] }));
  });

  it('is announced when it is awarded, and refused by the committee with a reason only', () => {
    expect(decideOnAward(nominated(), COMMITTEE, { isAwarded: true, reason: null })).toMatchObject({
      award: { state: 'AWARDED', decidedBy: 'COMMITTEE' },
      events: [{ type: 'AwardAnnounced' }],
    });
    expect(() => decideOnAward(nominated(), COMMITTEE, { isAwarded: false, reason: ' ' })).toThrow(refused('proposals.reason-required'));
    const declined = decideOnAward(nominated(), COMMITTEE, { isAwarded: false, reason: ' Others first. ' });
    expect(declined).toMatchObject({ award: { state: 'DECLINED', reason: 'Others first.' }, events: [] });
  });

  it('may be put to the vote, whose outcome decides until the ballot is annulled', () => {
    const awarded = settleAward(voting(), true, 'ballot')!;
    expect(awarded).toMatchObject({
      award: { state: 'AWARDED', decidedBy: 'VOTE', ballotId: 'ballot' },
      events: [{ type: 'AwardAnnounced' }],
    });
    expect(settleAward(voting(), false, 'ballot')).toMatchObject({ award: { state: 'DECLINED' }, events: [] });
    expect(settleAward(nominated(), true, 'ballot')).toBeNull();
    expect(reopenAward(awarded.award, 'ballot')).toMatchObject({
      award: { state: 'VOTING', decidedBy: null, ballotId: null },
      events: [{ type: 'AwardWithdrawn' }],
    });
    expect(reopenAward(IN.DECLINED(), 'ballot')).toMatchObject({ award: { state: 'VOTING' }, events: [] });
    expect(reopenAward(awarded.award, 'another')).toBeNull();
    expect(allowedOnAward(ofUnit(), COMMITTEE)).toEqual(['decide', 'put-to-vote']);
    expect(settleAward(putToVote(ofUnit(), COMMITTEE).award, true, 'ballot')).toMatchObject({ award: { kind: 'UNIT', state: 'AWARDED' } });
  });

  it('is not changed on a version that is outdated', () => {
    expect(() => assertAwardCurrent(nominated(), 2)).toThrow(refused('proposals.outdated', { current: 1 }));
    expect(() => assertAwardCurrent(nominated(), 1)).not.toThrow();
  });
});
