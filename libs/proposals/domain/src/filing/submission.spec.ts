import { closeCall } from '../calling/moving-call.js';
import { review } from '../review/review.js';
import { submit } from './submission.js';
import { CONTENT, TOO_EARLY, TOO_LATE, aCall, aProposal, inState, when } from '../testing/a-proposal.js';
import { ATTENDEE, COMMITTEE, LEAD, SECONDERS, STRANGER } from '../testing/people.js';
import { draft } from './drafting.js';

const refused = (code: string, details?: object) => expect.objectContaining(details ? { code, details } : { code });

describe('submitting in time', () => {
  it('goes to the committee with enough seconders', () => {
    const { proposal, events } = submit(
      aProposal()
        .secondedBy(...SECONDERS.slice(0, 2))
        .proposal(),
      LEAD,
      when(),
    );
    expect(proposal).toMatchObject({ state: 'SUBMITTED', track: null, late: false, submittedAt: when().at });
    expect(events).toEqual([{ type: 'ProposalSubmitted', late: false }]);
  });

  it('is refused with one too few: an invitation is no signature', () => {
    const one = aProposal()
      .secondedBy(SECONDERS[0]!)
      .invited(...SECONDERS);
    expect(() => submit(one.proposal(), LEAD, when())).toThrow(refused('proposals.too-few-seconders', { needed: 2, signed: 1 }));
  });

  it('needs subject, grounds and measures', () => {
    const bare = aProposal(when(), { ...CONTENT, grounds: ' ', measures: '' }).secondedBy(...SECONDERS);
    expect(() => submit(bare.proposal(), LEAD, when())).toThrow(refused('proposals.incomplete', { fields: ['grounds', 'measures'] }));
  });

  it('is refused before the window opens, should the call have been moved', () => {
    expect(() => submit(inState.SECONDING(), LEAD, when(TOO_EARLY))).toThrow(refused('proposals.call-not-open'));
  });

  it('is refused to a proposer who lost the seat', () => {
    expect(() => submit(inState.SECONDING(), { ...STRANGER, memberId: LEAD.memberId }, when())).toThrow(
      refused('proposals.not-a-delegate'),
    );
  });
});

describe('what the call excludes', () => {
  const excluding = when(undefined, aCall({}, { exclusions: ['国家机密', '个案'] }));

  it('is confirmed at each submission, and kept', () => {
    const proposal = inState.SECONDING(excluding);
    expect(() => submit(proposal, LEAD, excluding)).toThrow(
      refused('proposals.exclusions-not-confirmed', { exclusions: ['国家机密', '个案'] }),
    );
    const submitted = submit(proposal, LEAD, excluding, { confirmsExclusions: true }).proposal;
    expect(submitted.exclusionsConfirmed).toEqual({ by: 'lead', at: excluding.at });
    const returned = review(submitted, COMMITTEE, { outcome: 'RETURNED', reason: 'Two matters.' }, excluding);
    expect(() => submit(returned.proposal, LEAD, excluding)).toThrow(refused('proposals.exclusions-not-confirmed'));
  });

  it('is asked after everything else, and of nobody where the call excludes nothing', () => {
    expect(() => submit(aProposal(excluding).proposal(), LEAD, excluding)).toThrow(refused('proposals.too-few-seconders'));
    expect(submit(inState.SECONDING(), LEAD, when(), { confirmsExclusions: true }).proposal.exclusionsConfirmed).toBeNull();
  });
});

describe('a call without an end', () => {
  const endless = aCall({}, { closesAt: null });

  it('knows no lateness until it is closed', () => {
    const years = new Date('2029-03-01T00:00:00Z');
    expect(submit(inState.SECONDING(when(undefined, endless)), LEAD, when(years, endless)).proposal).toMatchObject({
      state: 'SUBMITTED',
      late: false,
    });
    const closed = closeCall(endless, COMMITTEE, TOO_LATE);
    expect(submit(inState.SECONDING(when(undefined, endless)), LEAD, when(years, closed)).proposal).toMatchObject({
      state: 'ACCEPTED',
      late: true,
    });
  });
});

describe('submitting late', () => {
  it('makes it a suggestion, with or without seconders', () => {
    for (const proposal of [aProposal().proposal(), inState.SECONDING()]) {
      const { proposal: after, events } = submit(proposal, LEAD, when(TOO_LATE));
      expect(after).toMatchObject({ state: 'ACCEPTED', track: 'SUGGESTION', late: true, docketNo: null });
      expect(events).toEqual([{ type: 'ProposalSubmitted', late: true }]);
    }
  });

  it('is refused where the call takes nothing late', () => {
    expect(() => submit(aProposal().proposal(), LEAD, when(TOO_LATE, aCall({ lateHandling: 'refuse' })))).toThrow(
      refused('proposals.call-closed'),
    );
  });

  it('is not what a proposal is that was returned in the window and comes back after it', () => {
    const again = submit(inState.RETURNED(), LEAD, when(TOO_LATE, aCall({ lateHandling: 'refuse' })));
    expect(again.proposal).toMatchObject({ state: 'SUBMITTED', late: false, submittedAt: when().at });
  });
});

describe('a guest', () => {
  const byGuest = (settings: Parameters<typeof aCall>[0]) => {
    const context = when(undefined, aCall(settings));
    return submit(draft({ id: 'one', content: CONTENT }, ATTENDEE, context.call, context.at).proposal, ATTENDEE, context).proposal;
  };

  it('makes suggestions', () => {
    expect(byGuest({})).toMatchObject({ state: 'ACCEPTED', track: 'SUGGESTION', late: false });
  });

  it('proposes like a delegate where the call says so, seconders and all', () => {
    expect(() => byGuest({ nonDelegateMayPropose: 'yes' })).toThrow(refused('proposals.too-few-seconders'));
    expect(byGuest({ nonDelegateMayPropose: 'yes', minSeconders: 0 }).state).toBe('SUBMITTED');
  });
});

describe('the review', () => {
  const decide = (outcome: 'FILED' | 'SUGGESTION' | 'NOT_FILED' | 'RETURNED', reason: string | null, category?: string) =>
    review(inState.SUBMITTED(), COMMITTEE, { outcome, reason, ...(category === undefined ? {} : { category }) }, when());

  it('puts what is filed and what is passed on on their tracks, and nothing else', () => {
    expect(decide('FILED', null).proposal).toMatchObject({ state: 'ACCEPTED', track: 'PROPOSAL' });
    expect(decide('SUGGESTION', null).proposal).toMatchObject({ state: 'ACCEPTED', track: 'SUGGESTION' });
    expect(decide('NOT_FILED', 'Not ours.').proposal).toMatchObject({ state: 'NOT_FILED', track: null });
    expect(decide('RETURNED', 'Two matters.').proposal).toMatchObject({ state: 'RETURNED', track: null });
  });

  it('says why it does not file or returns', () => {
    expect(() => decide('NOT_FILED', null)).toThrow(refused('proposals.reason-required'));
    expect(() => decide('RETURNED', '  ')).toThrow(refused('proposals.reason-required'));
    expect(decide('NOT_FILED', ' Not ours. ').events).toEqual([
      { type: 'ProposalReviewed', body: 'COMMITTEE', outcome: 'NOT_FILED', reason: 'Not ours.' },
    ]);
  });

  it('ends in what the call offers', () => {
    const context = when(undefined, aCall({ reviewOutcomes: ['FILED', 'NOT_FILED'] }));
    const decided = (outcome: 'FILED' | 'RETURNED') => () =>
      review(inState.SUBMITTED(context), COMMITTEE, { outcome, reason: 'Two matters.' }, context);
    expect(decided('RETURNED')).toThrow(refused('proposals.outcome-not-offered', { outcome: 'RETURNED' }));
    expect(decided('FILED')).not.toThrow();
  });

  it('may put it into another drawer', () => {
    expect(decide('FILED', null).proposal.content.category).toBe('logistics');
    expect(decide('FILED', null, 'welfare').proposal.content.category).toBe('welfare');
  });
});
