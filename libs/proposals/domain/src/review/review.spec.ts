import { civilDate } from '@plenum/calendar';
import { aCall, aProposal, inState, when } from '../testing/a-proposal.js';
import { COMMITTEE, LEAD, PRESIDIUM, SECONDERS, STRANGER, someone } from '../testing/people.js';
import { decide, settleMotion } from './presidium.js';
import { decisionOf, isMotionPending, stepsUnderWay } from './review-steps.js';
import { review } from './review.js';

const refused = (code: string) => expect.objectContaining({ code });
const inThree = when(undefined, aCall({ reviewSteps: ['First', 'Second', 'Final'].map((name) => ({ name })) }));
const FILED = { outcome: 'FILED', reason: null } as const;

describe('a review in three steps', () => {
  const first = review(inState.SUBMITTED(inThree), COMMITTEE, { outcome: 'NOT_FILED', reason: null, opinion: ' Not ours. ' }, inThree);
  const second = review(first.proposal, COMMITTEE, FILED, inThree);
  const final = review(second.proposal, COMMITTEE, { ...FILED, category: 'welfare' }, inThree);

  it('decides at the last', () => {
    expect([first, second, final].map(({ proposal }) => proposal.state)).toEqual(['SUBMITTED', 'SUBMITTED', 'ACCEPTED']);
    expect(first.events).toEqual([{ type: 'ReviewStepTaken', step: 1, outcome: 'NOT_FILED' }]);
    expect(second.events).toEqual([{ type: 'ReviewStepTaken', step: 2, outcome: 'FILED' }]);
    expect(final.events).toEqual([{ type: 'ProposalReviewed', body: 'COMMITTEE', outcome: 'FILED', reason: null }]);
    expect(decisionOf(second.proposal)).toBeNull();
    expect(decisionOf(final.proposal)).toMatchObject({ outcome: 'FILED', decides: true });
    expect(final.proposal.content.category).toBe('welfare');
  });

  it('keeps what each step found', () => {
    expect(final.proposal.reviewSteps.map(({ outcome, opinion, decides }) => [outcome, opinion, decides])).toEqual([
      ['NOT_FILED', 'Not ours.', false],
      ['FILED', null, false],
      ['FILED', null, true],
    ]);
  });

  it('begins anew when it was returned and is handed in again', () => {
    const returned = [1, 2, 3].reduce(
      (sofar) => review(sofar, COMMITTEE, { outcome: 'RETURNED', reason: 'Two matters.' }, inThree).proposal,
      inState.SUBMITTED(inThree),
    );
    expect(returned.state).toBe('RETURNED');
    expect(stepsUnderWay(returned)).toEqual([]);
    const again = review({ ...returned, state: 'SUBMITTED' }, COMMITTEE, FILED, inThree);
    expect(again.proposal.state).toBe('SUBMITTED');
    expect(stepsUnderWay(again.proposal)).toHaveLength(1);
  });
});

describe('a meeting', () => {
  const held = (meeting: object) => review(inState.SUBMITTED(), COMMITTEE, { ...FILED, ...meeting }, when()).proposal.reviewSteps.at(-1);

  it('was held today by whoever enters it, unless they say otherwise', () => {
    expect(held({})).toMatchObject({ metOn: '2026-03-10', present: ['committee'], concerned: [], by: 'committee' });
    expect(held({ metOn: civilDate('2026-03-09'), present: ['a', 'b', 'a'] })).toMatchObject({ metOn: '2026-03-09', present: ['a', 'b'] });
  });

  it('records who sat and had written or seconded it', () => {
    const [ding] = SECONDERS.map(({ memberId }) => memberId);
    expect(held({ present: ['committee', LEAD.memberId, ding!] })?.concerned).toEqual([LEAD.memberId, ding]);
  });

  it('does not lie in the future', () => {
    expect(() => held({ metOn: civilDate('2026-03-11') })).toThrow(refused('proposals.meeting-in-the-future'));
  });
});

describe('leaving it to the presidium', () => {
  it('takes a reason, and a call that knows a presidium', () => {
    const leave = (reason: string | null, settings = {}) =>
      review(inState.SUBMITTED(), COMMITTEE, { outcome: 'PRESIDIUM', reason }, when(undefined, aCall(settings)));
    expect(leave('The committee does not agree.').proposal.state).toBe('PRESIDIUM');
    expect(() => leave(' ')).toThrow(refused('proposals.reason-required'));
    expect(() => leave('So.', { disputedReview: 'committee' })).toThrow(refused('proposals.outcome-not-offered'));
    expect(() => leave('So.', { reviewOutcomes: ['FILED', 'NOT_FILED'] })).toThrow(refused('proposals.outcome-not-offered'));
  });
});

describe('the presidium', () => {
  const before = inState.PRESIDIUM();
  const motion = decide(before, PRESIDIUM, { outcome: 'MOTION', reason: 'It changes the statutes.' }, when());

  it('files it or does not, and says why it does not', () => {
    const filed = decide(before, PRESIDIUM, FILED, when());
    expect(filed.proposal).toMatchObject({ state: 'ACCEPTED', track: 'PROPOSAL' });
    expect(filed.events).toEqual([{ type: 'ProposalReviewed', body: 'PRESIDIUM', outcome: 'FILED', reason: null }]);
    expect(decide(before, PRESIDIUM, { outcome: 'NOT_FILED', reason: 'Not ours.' }, when()).proposal).toMatchObject({
      state: 'NOT_FILED',
      track: null,
    });
    expect(() => decide(before, PRESIDIUM, { outcome: 'NOT_FILED', reason: null }, when())).toThrow(refused('proposals.reason-required'));
  });

  it('puts it before the congress, once, and may still take it back', () => {
    expect(motion.proposal.state).toBe('PRESIDIUM');
    expect(isMotionPending(motion.proposal)).toBe(true);
    expect(motion.events).toEqual([{ type: 'MotionProposed', reason: 'It changes the statutes.' }]);
    expect(() => decide(motion.proposal, PRESIDIUM, { outcome: 'MOTION', reason: null }, when())).toThrow(
      refused('proposals.motion-pending'),
    );
    expect(decide(motion.proposal, PRESIDIUM, FILED, when()).proposal.state).toBe('ACCEPTED');
  });

  it.each([true, false])('is overtaken by the vote: adopted is %s', (isAdopted) => {
    const voted = settleMotion(motion.proposal, isAdopted, when());
    const outcome = isAdopted ? 'FILED' : 'NOT_FILED';
    expect(voted?.proposal).toMatchObject({ state: isAdopted ? 'ACCEPTED' : 'NOT_FILED', track: isAdopted ? 'PROPOSAL' : null });
    expect(voted?.events).toEqual([{ type: 'ProposalReviewed', body: 'CONGRESS', outcome, reason: null }]);
    expect(decisionOf(voted!.proposal)).toMatchObject({ body: 'CONGRESS', by: null });
    expect(settleMotion(voted!.proposal, true, when())).toBeNull();
  });

  it('is not overtaken by a vote on what it did not put before the congress', () => {
    expect(settleMotion(before, true, when())).toBeNull();
    expect(settleMotion(inState.SUBMITTED(), true, when())).toBeNull();
  });

  it('is nobody else: not the committee, not who oversees the session', () => {
    for (const who of [COMMITTEE, LEAD, STRANGER, someone('secretary', { oversees: true })])
      expect(() => decide(before, who, FILED, when())).toThrow(refused('proposals.not-the-presidium'));
    expect(() => decide(aProposal().submitted().proposal(), PRESIDIUM, FILED, when())).toThrow(refused('proposals.wrong-state'));
  });
});
