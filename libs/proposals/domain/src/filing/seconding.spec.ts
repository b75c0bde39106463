import fc from 'fast-check';
import { revise } from './drafting.js';
import { type Proposal, assertTextCurrent, secondersOf, toConfirmOf } from '../proposal/proposal.js';
import { SIGNERS_MAX, cancelInvitation, decline, invite, second } from './seconding.js';
import type { Authority } from '../proposal/authority.js';
import { submit } from './submission.js';
import { TOO_LATE, aCall, aProposal, inState, when } from '../testing/a-proposal.js';
import { ATTENDEE, COMMITTEE, LEAD, SECONDERS, STRANGER, aDelegate } from '../testing/people.js';

const [DING, WU, ZHAO] = SECONDERS as [Authority, Authority, Authority];
const VOLUNTEER = aDelegate('volunteer');
const refused = (code: string) => expect.objectContaining({ code });

describe('inviting', () => {
  it('opens the proposal for seconding and tells each who is asked', () => {
    const made = aProposal().invited(DING, WU);
    expect(made.proposal().state).toBe('SECONDING');
    expect(made.events()).toEqual([
      { type: 'SeconderInvited', memberId: 'ding' },
      { type: 'SeconderInvited', memberId: 'wu' },
    ]);
  });

  it('opens it to volunteers when nobody is named', () => {
    const open = aProposal().invited().proposal();
    expect(open.state).toBe('SECONDING');
    expect(secondersOf(second(open, ZHAO, when()).proposal)).toEqual(['zhao']);
  });

  it('does not ask twice, not even one who has signed', () => {
    const made = aProposal()
      .invited(DING, DING)
      .then((it, c) => second(it, DING, c))
      .invited(DING, WU);
    expect(made.events()).toEqual([{ type: 'SeconderInvited', memberId: 'wu' }]);
    expect(secondersOf(made.proposal())).toEqual(['ding']);
  });

  it('asks again who has declined', () => {
    const again = aProposal()
      .invited(DING)
      .then((it, c) => decline(it, DING, c))
      .invited(DING);
    expect(again.proposal().signatures).toEqual([{ memberId: 'ding', state: 'INVITED', at: when().at }]);
  });

  it('refuses the proposer, and who is no delegate', () => {
    expect(() => aProposal().invited(LEAD)).toThrow(refused('proposals.own-proposal'));
    expect(() => aProposal().invited(DING, ATTENDEE, STRANGER)).toThrow(
      expect.objectContaining({ code: 'proposals.not-a-delegate', details: { memberIds: ['attendee', 'stranger'] } }),
    );
  });

  it('takes any member where the call lets staff second', () => {
    const anyStaff = when(undefined, aCall({ secondersMustBeDelegates: false }));
    expect(secondersOf(aProposal(anyStaff).secondedBy(STRANGER).proposal())).toEqual(['stranger']);
  });

  it('is refused after the window and for a list without end', () => {
    const crowd = [...Array(SIGNERS_MAX + 1).keys()].map((n) => aDelegate(`d${n}`));
    expect(() => invite(aProposal().proposal(), LEAD, [DING], when(TOO_LATE))).toThrow(refused('proposals.call-closed'));
    expect(() => aProposal().invited(...crowd)).toThrow(refused('proposals.too-many-signers'));
  });
});

describe('taking an invitation back', () => {
  const invited = aProposal().invited(DING);

  it('is possible while it is unsigned', () => {
    expect(cancelInvitation(invited.proposal(), LEAD, 'ding', when()).proposal.signatures).toEqual([]);
  });

  it('is refused once it is signed, and for whom nobody asked', () => {
    expect(() => cancelInvitation(second(invited.proposal(), DING, when()).proposal, LEAD, 'ding', when())).toThrow(
      refused('proposals.already-seconded'),
    );
    expect(() => cancelInvitation(invited.proposal(), LEAD, 'wu', when())).toThrow(refused('proposals.not-invited'));
  });
});

describe('seconding', () => {
  const open = aProposal().invited(DING).proposal();

  it('counts each once and says how many there are', () => {
    const { proposal, events } = second(second(open, DING, when()).proposal, WU, when());
    expect(events).toEqual([{ type: 'ProposalSeconded', memberId: 'wu', seconders: 2 }]);
    expect(() => second(proposal, DING, when())).toThrow(refused('proposals.already-seconded'));
  });

  it('is refused to the proposer, to guests and after the window', () => {
    expect(() => second(open, LEAD, when())).toThrow(refused('proposals.own-proposal'));
    expect(() => second(open, ATTENDEE, when())).toThrow(refused('proposals.not-a-delegate'));
    expect(() => second(open, DING, when(TOO_LATE))).toThrow(refused('proposals.call-closed'));
  });

  it('may be taken back before submission, and signed again', () => {
    const back = decline(second(open, DING, when()).proposal, DING, when()).proposal;
    expect(secondersOf(back)).toEqual([]);
    expect(secondersOf(second(back, DING, when()).proposal)).toEqual(['ding']);
    expect(() => decline(back, DING, when())).toThrow(refused('proposals.not-a-signer'));
    expect(() => decline(open, COMMITTEE, when())).toThrow(refused('proposals.not-a-signer'));
  });
});

describe('another text', () => {
  it('turns signatures into invitations again before submission', () => {
    const { proposal, events } = revise(inState.SECONDING(), LEAD, { measures: 'Something else.' }, when());
    expect(secondersOf(proposal)).toEqual([]);
    expect(proposal.signatures.every(({ state }) => state === 'INVITED')).toBe(true);
    expect(events).toEqual([{ type: 'ProposalRevised' }, { type: 'TextChanged', toConfirm: ['ding', 'wu', 'zhao'] }]);
  });

  it('remembers who is to confirm until they do, or say no', () => {
    const { proposal } = revise(aProposal().secondedBy(DING, WU).invited(ZHAO).proposal(), LEAD, { measures: 'Something else.' }, when());
    expect(toConfirmOf(proposal)).toEqual(['ding', 'wu']);
    const again = revise(proposal, LEAD, { measures: 'Once more.' }, when());
    expect([toConfirmOf(again.proposal), again.events]).toEqual([['ding', 'wu'], [{ type: 'ProposalRevised' }]]);
    const confirmed = second(again.proposal, DING, when()).proposal;
    expect([secondersOf(confirmed), toConfirmOf(confirmed)]).toEqual([['ding'], ['wu']]);
    expect(toConfirmOf(decline(confirmed, WU, when()).proposal)).toEqual([]);
  });

  it('is signed by who read it, as it was or with more signatures since, and in no version that was never there', () => {
    const { proposal } = revise(inState.SECONDING(), LEAD, { measures: 'Something else.' }, when());
    const { version, text } = second(proposal, DING, when()).proposal;
    for (const read of [text.version, version]) expect(() => assertTextCurrent({ version, text }, read)).not.toThrow();
    for (const read of [text.version - 1, version + 1])
      expect(() => assertTextCurrent({ version, text }, read)).toThrow(refused('proposals.outdated'));
  });

  it('leaves them alone when only the category changes', () => {
    const { proposal, events } = revise(inState.SECONDING(), LEAD, { category: 'teaching' }, when());
    expect(secondersOf(proposal)).toHaveLength(3);
    expect(events).toEqual([{ type: 'ProposalRevised' }]);
  });

  it('asks them anew after a return too, and whom it costs may be found after the window', () => {
    const { proposal, events } = revise(inState.RETURNED(), LEAD, { measures: 'One matter only.' }, when(TOO_LATE));
    expect([secondersOf(proposal), events]).toEqual([
      [],
      [{ type: 'ProposalRevised' }, { type: 'TextChanged', toConfirm: ['ding', 'wu', 'zhao'] }],
    ]);
    expect(() => submit(proposal, LEAD, when(TOO_LATE))).toThrow(refused('proposals.too-few-seconders'));
    const asked = invite(decline(proposal, DING, when(TOO_LATE)).proposal, LEAD, [VOLUNTEER], when(TOO_LATE)).proposal;
    const signed = [WU, VOLUNTEER].reduce((it, who) => second(it, who, when(TOO_LATE)).proposal, asked);
    expect(submit(signed, LEAD, when(TOO_LATE)).proposal).toMatchObject({ state: 'SUBMITTED', late: false });
  });
});

describe('saying no', () => {
  it('is told to the proposer, with whether it was a signature, and how many are left', () => {
    expect(decline(aProposal().invited(DING).proposal(), DING, when()).events).toEqual([
      { type: 'SecondingDeclined', memberId: 'ding', hadSigned: false, seconders: 0 },
    ]);
    expect(decline(inState.SECONDING(), DING, when()).events).toEqual([
      { type: 'SecondingDeclined', memberId: 'ding', hadSigned: true, seconders: 2 },
    ]);
  });
});

describe('whatever is tried, in whatever order', () => {
  type Step = (it: Proposal) => Proposal;
  const people = [LEAD, ...SECONDERS, ATTENDEE];
  const person = fc.constantFrom(...people);
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.subarray(people).map(
      (some): Step =>
        (it) =>
          invite(it, LEAD, some, when()).proposal,
    ),
    person.map(
      (who): Step =>
        (it) =>
          second(it, who, when()).proposal,
    ),
    person.map(
      (who): Step =>
        (it) =>
          decline(it, who, when()).proposal,
    ),
    person.map(
      (who): Step =>
        (it) =>
          cancelInvitation(it, LEAD, who.memberId, when()).proposal,
    ),
    fc.string().map(
      (subject): Step =>
        (it) =>
          revise(it, LEAD, { subject }, when()).proposal,
    ),
  );

  it('each member stands in the list at most once, the proposer and guests never, and a refusal changes nothing', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let proposal = aProposal().proposal();
        for (const take of steps) {
          const before = JSON.stringify(proposal);
          try {
            proposal = take(proposal);
          } catch (error) {
            expect(error).toHaveProperty('code', expect.stringMatching(/^proposals\./));
            expect(JSON.stringify(proposal)).toBe(before);
          }
          const names = proposal.signatures.map(({ memberId }) => memberId);
          expect(new Set(names).size).toBe(names.length);
          expect(names).not.toContain('lead');
          expect(names).not.toContain('attendee');
        }
      }),
    );
  });
});
