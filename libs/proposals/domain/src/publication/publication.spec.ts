import type { ProposalMatter } from '../proposal/matter.js';
import type { Authority } from '../proposal/authority.js';
import type { PolicyContext } from '../proposal/policy.js';
import { aCall, IN_TIME, matterIn, of, when } from '../testing/a-proposal.js';
import { COMMITTEE, LEAD } from '../testing/people.js';
import { ROLES, cellsOf, sizeOf } from '../testing/roles.js';
import { PUBLICATION_TABLE, PUBLICATION_TURNS } from '../testing/state-tables.js';
import {
  PUBLICATION_ACTIONS,
  PUBLICATION_STATES,
  type Publication,
  type PublicationAction,
  type PublicationChange,
  type PublicationState,
  type PublishedMatter,
  allowedOnPublication,
  answerConsent,
  assertPublicationCurrent,
  publishAtClosing,
  publishMatter,
  takeOutMatter,
  unpublished,
  withholdFields,
} from './publication.js';

const refused = (code: string, details?: object) => expect.objectContaining(details ? { code, details } : { code });
const CLOSED = matterIn.CLOSED();
const BY_RULE = of(CLOSED);
const BY_CONSENT = of(CLOSED, when(IN_TIME, aCall({ publishReplies: 'on-consent' })));
const withPublication = (publication: Publication, matter: ProposalMatter = CLOSED): PublishedMatter => ({
  state: publication.state,
  matter,
  publication,
});
const none = withPublication(unpublished(CLOSED.proposal));
const asked = withPublication(publishMatter(none, COMMITTEE, ['grounds'], BY_CONSENT).publication);
const published = withPublication(publishMatter(none, COMMITTEE, [], BY_RULE).publication);
const no = { consents: false, withheld: [], reason: ' Not yet. ' };
const IN: Readonly<Record<PublicationState, PublishedMatter>> = {
  UNPUBLISHED: none,
  ASKED: asked,
  REFUSED: withPublication(answerConsent(asked, LEAD, no, BY_CONSENT).publication),
  PUBLISHED: published,
  WITHDRAWN: withPublication(takeOutMatter(published, COMMITTEE, 'A name in it.', BY_RULE).publication),
};
const TAKE: Readonly<Record<PublicationAction, (it: PublishedMatter, by: Authority, context: PolicyContext) => PublicationChange>> = {
  publish: (it, by, context) => publishMatter(it, by, ['proposer'], context),
  answer: (it, by, context) => answerConsent(it, by, { consents: true, withheld: ['proposer'], reason: null }, context),
  withhold: (it, by, context) => withholdFields(it, by, ['proposer'], context),
  'take-out': (it, by, context) => takeOutMatter(it, by, 'A name in it.', context),
};
const CELLS = cellsOf(PUBLICATION_STATES, PUBLICATION_ACTIONS);

describe(`the table of publications, ${sizeOf(PUBLICATION_STATES, PUBLICATION_ACTIONS)}`, () => {
  it.each(CELLS)('%s: %s by %s', (state, action, role) => {
    const [it, by] = [IN[state], ROLES[role]];
    const next = role === PUBLICATION_TURNS[action].of ? PUBLICATION_TABLE[state][action] : undefined;
    expect(allowedOnPublication(it, by, BY_RULE).includes(action)).toBe(next !== undefined);
    if (next) expect(TAKE[action](it, by, BY_RULE).publication).toMatchObject({ state: next, version: it.publication.version + 1 });
    else {
      const code = expect.stringMatching(/^proposals\.(not-the-(committee|lead-proposer)|wrong-state)$/);
      expect(() => TAKE[action](it, by, BY_RULE)).toThrow(expect.objectContaining({ code }));
    }
  });

  it('are all of them', () => {
    expect(CELLS).toHaveLength(5 * 4 * 14);
  });
});

describe('what is published', () => {
  it('is published at once where the rules say yes, and asked for where they say consent', () => {
    expect(publishMatter(none, COMMITTEE, ['grounds'], BY_RULE)).toEqual({
      publication: expect.objectContaining({ state: 'PUBLISHED', withheld: ['grounds'], publishedAt: IN_TIME }),
      events: [{ type: 'ReplyDisclosed' }],
    });
    expect(publishMatter(none, COMMITTEE, ['grounds'], BY_CONSENT)).toEqual({
      publication: expect.objectContaining({ state: 'ASKED', withheld: ['grounds'], publishedAt: null }),
      events: [{ type: 'ConsentAsked' }],
    });
  });

  it('leaves out what the committee or the proposer keeps back, in the one order', () => {
    const consent = { consents: true, withheld: ['proposer', 'grounds'], reason: null } as const;
    expect(answerConsent(asked, LEAD, consent, BY_CONSENT).publication.withheld).toEqual(['proposer', 'grounds']);
    const hidden = withPublication(withholdFields(none, LEAD, ['measures'], BY_RULE).publication);
    expect(publishMatter(hidden, COMMITTEE, ['proposer'], BY_RULE).publication.withheld).toEqual(['proposer', 'measures']);
    expect(() => withholdFields(none, LEAD, [], BY_RULE)).toThrow(refused('proposals.incomplete', { fields: ['withheld'] }));
  });

  it('may be refused by the proposer, who may change their mind', () => {
    expect(IN.REFUSED.publication).toMatchObject({ state: 'REFUSED', reason: 'Not yet.' });
    const { events } = answerConsent(IN.REFUSED, LEAD, { consents: true, withheld: [], reason: null }, BY_CONSENT);
    expect(events).toEqual([{ type: 'ReplyDisclosed' }]);
  });

  it('follows from the closing by the rules of the call: at once, or once its proposer is asked, without what they had kept back', () => {
    const hidden = withPublication(withholdFields(none, LEAD, ['measures'], BY_RULE).publication);
    expect(publishAtClosing(hidden, BY_RULE)).toEqual({
      publication: expect.objectContaining({ state: 'PUBLISHED', withheld: ['measures'], publishedAt: IN_TIME, version: 2 }),
      events: [{ type: 'ReplyDisclosed' }],
    });
    expect(publishAtClosing(none, BY_CONSENT)).toEqual({
      publication: expect.objectContaining({ state: 'ASKED', publishedAt: null, version: 1 }),
      events: [{ type: 'ConsentAsked' }],
    });
    for (const decided of PUBLICATION_STATES.filter((state) => state !== 'UNPUBLISHED'))
      expect(publishAtClosing(IN[decided], BY_RULE)).toBeNull();
  });

  it('does not follow for what is confidential, not closed, or closed without a reply', () => {
    const secret = { ...CLOSED, proposal: { ...CLOSED.proposal, confidential: { reason: null, by: 'lead', at: IN_TIME } } };
    const unanswered = { ...CLOSED, handlings: CLOSED.handlings.map((one) => ({ ...one, replies: [] })) };
    for (const matter of [secret, matterIn.RATED(), unanswered])
      for (const context of [BY_RULE, BY_CONSENT]) expect(publishAtClosing({ ...none, matter }, context)).toBeNull();
  });

  it('is taken out with a reason only, and its authors are told', () => {
    expect(() => takeOutMatter(published, COMMITTEE, ' ', BY_RULE)).toThrow(refused('proposals.reason-required'));
    expect(takeOutMatter(published, COMMITTEE, ' A name. ', BY_RULE).events).toEqual([{ type: 'DisclosureWithdrawn', reason: 'A name.' }]);
  });

  it('is never confidential, and never what is not closed', () => {
    const secret = { ...CLOSED, proposal: { ...CLOSED.proposal, confidential: { reason: null, by: 'lead', at: IN_TIME } } };
    expect(() => publishMatter({ ...none, matter: secret }, COMMITTEE, [], BY_RULE)).toThrow(
      refused('proposals.confidential-not-published'),
    );
    const consent = { consents: true, withheld: [], reason: null };
    expect(() => answerConsent({ ...asked, matter: secret }, LEAD, consent, BY_CONSENT)).toThrow(
      refused('proposals.confidential-not-published'),
    );
    const open = { ...none, matter: matterIn.REPLIED() };
    expect(() => publishMatter(open, COMMITTEE, [], BY_RULE)).toThrow(refused('proposals.wrong-state'));
    expect(allowedOnPublication(open, COMMITTEE, BY_RULE)).toEqual([]);
  });

  it('is not changed on a version that is outdated', () => {
    expect(() => assertPublicationCurrent(published.publication, 0)).toThrow(refused('proposals.outdated', { current: 1 }));
    expect(() => assertPublicationCurrent(published.publication, 1)).not.toThrow();
  });
});
