import { submit } from './submission.js';
import { revise } from './drafting.js';
import { takeLead } from './lead.js';
import { invite, second } from './seconding.js';
import { maySeeTexts } from './texts.js';
import { IN_TIME, TOO_LATE, aProposal, inState, matterIn, when } from '../testing/a-proposal.js';
import { COMMITTEE, HANDLER, LEAD, PRESIDIUM, SECONDERS, STRANGER, SUCCESSOR, aDelegate } from '../testing/people.js';
import type { Authority } from '../proposal/authority.js';
import type { Proposal } from '../proposal/proposal.js';

const [DING, WU] = SECONDERS as [Authority, Authority, Authority];
const signedTexts = ({ signatures }: Proposal) => Object.fromEntries(signatures.map((one) => [one.memberId, one.signedText]));

describe('the number of a text', () => {
  it('stays while it is a draft that nobody else can read', () => {
    const drafted = aProposal().proposal();
    const again = revise(drafted, LEAD, { measures: 'Something else.' }, when(TOO_LATE)).proposal;
    expect([drafted.text, again.text]).toEqual([
      { number: 1, version: 1, by: 'lead', at: IN_TIME },
      { number: 1, version: 2, by: 'lead', at: TOO_LATE },
    ]);
  });

  it.each(['SECONDING', 'RETURNED'] as const)('goes on by one for each change of what others could read: %s', (state) => {
    const once = revise(inState[state](), LEAD, { measures: 'Once.' }, when()).proposal;
    const twice = revise(once, LEAD, { measures: 'Twice.' }, when(TOO_LATE)).proposal;
    expect([once.text.number, twice.text.number]).toEqual([2, 3]);
    expect(twice.text).toEqual({ number: 3, version: twice.version, by: 'lead', at: TOO_LATE });
  });

  it('is not touched by another category, or the same words', () => {
    const before = inState.SECONDING();
    for (const parts of [{ category: 'teaching' }, { measures: `  ${before.content.measures} ` }])
      expect(revise(before, LEAD, parts, when()).proposal.text).toEqual(before.text);
  });
});

describe('which text each has signed', () => {
  it('is the one that stood, until they confirm another', () => {
    const before = aProposal().secondedBy(DING, WU).proposal();
    expect(signedTexts(before)).toEqual({ ding: 1, wu: 1 });
    const another = revise(before, LEAD, { measures: 'Something else.' }, when()).proposal;
    const confirmed = second(another, DING, when()).proposal;
    expect(signedTexts(confirmed)).toEqual({ wu: 1, ding: 2 });
    expect(signedTexts(revise(confirmed, LEAD, { measures: 'Once more.' }, when()).proposal)).toEqual({ wu: 1, ding: 2 });
  });

  it('is none of who is asked for the first time, and that of the lead for whoever led', () => {
    expect(signedTexts(invite(aProposal().proposal(), LEAD, [DING], when()).proposal)).toEqual({ ding: undefined });
    const led = takeLead(inState.SUBMITTED(), { ...DING, gone: ['lead'] }, when()).proposal;
    expect(signedTexts(led)).toMatchObject({ lead: 1 });
  });

  it('counts for submission only where it is the one that stands', () => {
    const another = revise(inState.SECONDING(), LEAD, { measures: 'Something else.' }, when()).proposal;
    const one = second(another, DING, when()).proposal;
    expect(() => submit(one, LEAD, when())).toThrow(
      expect.objectContaining({ code: 'proposals.too-few-seconders', details: { needed: 2, signed: 1 } }),
    );
    expect(submit(second(one, WU, when()).proposal, LEAD, when()).proposal.state).toBe('SUBMITTED');
  });
});

describe('the texts that stood before', () => {
  const DELEGATE = aDelegate('somebody');

  it('are for the authors, whom they asked, and once it is submitted for the committee and who oversees', () => {
    expect([LEAD, DING, COMMITTEE, PRESIDIUM].map((who) => maySeeTexts(matterIn.SECONDING(), who))).toEqual([true, true, false, false]);
    expect([LEAD, DING, COMMITTEE, PRESIDIUM].map((who) => maySeeTexts(matterIn.RETURNED(), who))).toEqual([true, true, true, true]);
  });

  it('are not for whoever reads what became of it: seats, units, a later session, strangers', () => {
    expect([DELEGATE, HANDLER, SUCCESSOR, STRANGER].map((who) => maySeeTexts(matterIn.ASSIGNED(), who))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
