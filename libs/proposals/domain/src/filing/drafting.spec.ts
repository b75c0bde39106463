import { CONTENT, aProposal, inState, when } from '../testing/a-proposal.js';
import { LEAD, SECONDERS } from '../testing/people.js';
import { revise } from './drafting.js';
import { invite } from './seconding.js';
import { submit } from './submission.js';

const EMPTY = { subject: ' ', grounds: '', measures: '', category: '' };
const refused = (fields: readonly string[]) => expect.objectContaining({ code: 'proposals.incomplete', details: { fields } });

describe('a draft of which nothing is written yet', () => {
  const empty = aProposal(when(), EMPTY).proposal();

  it('is a draft, and becomes one again', () => {
    expect(empty).toMatchObject({ state: 'DRAFT', content: { subject: '', grounds: '', measures: '', category: null } });
    const { proposal, events } = revise(empty, LEAD, { measures: CONTENT.measures }, when());
    expect(events).toEqual([]);
    expect(revise(proposal, LEAD, { measures: '' }, when()).proposal.content).toEqual(empty.content);
  });

  it('is shown to nobody without a subject, and not submitted', () => {
    expect(() => invite(empty, LEAD, SECONDERS, when())).toThrow(refused(['subject']));
    expect(() => submit(empty, LEAD, when())).toThrow(refused(['subject', 'grounds', 'measures']));
  });
});

it.each(['SECONDING', 'RETURNED'] as const)('what others have seen keeps a subject: %s', (state) => {
  expect(() => revise(inState[state](), LEAD, { subject: ' ' }, when())).toThrow(refused(['subject']));
  expect(revise(inState[state](), LEAD, { grounds: '' }, when()).proposal.content.grounds).toBe('');
});
