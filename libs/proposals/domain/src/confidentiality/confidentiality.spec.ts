import { maySee } from '../proposal/visibility.js';
import { maySeeSupervision } from '../supervision/supervision.js';
import { factOf } from '../report/fact.js';
import { aProposal, inState, matterIn, when } from '../testing/a-proposal.js';
import {
  ASSISTANT,
  ATTENDEE,
  COMMITTEE,
  HANDLER,
  LEAD,
  LEADER,
  PRESIDIUM,
  SECONDERS,
  STRANGER,
  SUCCESSOR,
  aDelegate,
} from '../testing/people.js';
import { MATTER_STATES } from '../vocabulary/vocabulary.js';
import { maySetConfidentiality, setConfidentiality } from './confidentiality.js';

const refused = (code: string) => expect.objectContaining({ code });
const KEEP = { isConfidential: true, reason: null };
const REASON = 'It names a person.';

describe('keeping a proposal confidential', () => {
  it.each(MATTER_STATES)('%s: is its proposer’s right', (state) => {
    const { proposal, events } = setConfidentiality(inState[state](), LEAD, KEEP, when());
    expect(proposal.confidential).toEqual({ reason: null, by: 'lead', at: when().at });
    expect(events).toEqual([{ type: 'KeptConfidential' }]);
    expect(maySetConfidentiality(proposal, LEAD, when())).toBe(true);
    expect(setConfidentiality(proposal, LEAD, { ...KEEP, isConfidential: false }, when()).proposal.confidential).toBeNull();
  });

  it('is the committee’s with a reason, once it was handed in', () => {
    const filed = inState.FILED();
    expect(() => setConfidentiality(filed, COMMITTEE, { ...KEEP, reason: ' ' }, when())).toThrow(refused('proposals.reason-required'));
    const { proposal } = setConfidentiality(filed, COMMITTEE, { ...KEEP, reason: ` ${REASON} ` }, when());
    expect(proposal.confidential).toMatchObject({ reason: REASON, by: 'committee' });
    expect(() => setConfidentiality(proposal, COMMITTEE, { isConfidential: false, reason: null }, when())).toThrow(
      refused('proposals.reason-required'),
    );
    expect(() => setConfidentiality(inState.SECONDING(), COMMITTEE, { ...KEEP, reason: REASON }, when())).toThrow(
      refused('proposals.not-the-lead-proposer'),
    );
  });

  it.each([SECONDERS[0]!, HANDLER, PRESIDIUM, STRANGER])('is nobody else’s: $memberId', (by) => {
    expect(() => setConfidentiality(inState.FILED(), by, { ...KEEP, reason: REASON }, when())).toThrow(
      refused('proposals.not-the-lead-proposer'),
    );
    expect(maySetConfidentiality(inState.FILED(), by, when())).toBe(false);
  });

  it('leaves it to its authors, the committee and the units that handle it', () => {
    const open = matterIn.IN_PROGRESS();
    const { proposal } = setConfidentiality(open.proposal, LEAD, KEEP, when());
    const kept = { ...open, proposal };
    for (const by of [LEAD, ...SECONDERS, COMMITTEE, HANDLER, ASSISTANT, LEADER]) expect(maySee(kept, by)).toBe(true);
    for (const by of [PRESIDIUM, aDelegate('another'), ATTENDEE, SUCCESSOR]) {
      expect([by.memberId, maySee(open, by), maySee(kept, by)]).toEqual([by.memberId, true, false]);
    }
    expect(maySeeSupervision(open, PRESIDIUM)).toBe(true);
    expect(maySeeSupervision(kept, PRESIDIUM)).toBe(false);
  });

  it('leaves it to the presidium while it is for the presidium to decide, and no longer', () => {
    const { proposal } = setConfidentiality(inState.PRESIDIUM(), LEAD, KEEP, when());
    const before = { proposal, handlings: [] };
    expect(maySee(before, PRESIDIUM)).toBe(true);
    expect(maySee({ ...before, proposal: { ...proposal, state: 'ACCEPTED', track: 'PROPOSAL' } }, PRESIDIUM)).toBe(false);
    expect(maySee(before, { ...PRESIDIUM, presides: false })).toBe(false);
  });

  it('leaves its subject out of the facts', () => {
    const kept = aProposal().then((it, c) => setConfidentiality(it, LEAD, KEEP, c));
    const matter = kept.submitted().matter();
    expect(JSON.stringify(factOf(matter, { type: 'ProposalSubmitted', late: false }))).not.toContain(matter.proposal.content.subject);
  });
});
