import type { Fraction } from '@plenum/kernel';
import type { PolicyContext } from '../proposal/policy.js';
import type { Authority } from '../proposal/authority.js';
import { CONTENT, ProposalBuilder, aCall, aDelegation, when, IN_TIME, TOO_LATE } from '../testing/a-proposal.js';
import { HEAD, LEAD, SECONDERS, aDelegate, someone } from '../testing/people.js';
import { draft } from './drafting.js';
import { takeLead } from './lead.js';
import { invite, second } from './seconding.js';
import { submit } from './submission.js';
import { supportOf } from './delegation-proposal.js';

const [FIRST, SECOND, THIRD] = SECONDERS as [Authority, Authority, Authority];
const under = (share: Fraction | null, delegation = aDelegation()): PolicyContext => ({
  ...when(IN_TIME, aCall({ delegationProposalSupport: share })),
  delegation,
});
const HALF: Fraction = { num: 1, den: 2, inclusive: false };
const TWO_THIRDS: Fraction = { num: 2, den: 3, inclusive: true };
const drafted = (context: PolicyContext) =>
  new ProposalBuilder(draft({ id: 'proposal', content: CONTENT, delegationId: 'delegation' }, HEAD, context.call, context.at), context);
const signed = (context: PolicyContext, ...people: readonly Authority[]) =>
  people.reduce(
    (so, who) => so.then((it, c) => second(it, who, c)),
    drafted(context).then((it, c) => invite(it, HEAD, people, c)),
  );

describe('a delegation’s proposal', () => {
  it('is drafted by the head of that delegation and nobody else', () => {
    expect(drafted(under(HALF)).proposal()).toMatchObject({ delegationId: 'delegation', leadProposerId: 'head' });
    for (const by of [LEAD, someone('other-head', { seat: 'DELEGATE', heads: ['other'] })])
      expect(() => draft({ id: 'p', content: CONTENT, delegationId: 'delegation' }, by, aCall(), IN_TIME)).toThrow(
        expect.objectContaining({ code: 'proposals.not-the-head-of-delegation' }),
      );
  });

  it('needs more than half of five: the head and two', () => {
    const one = signed(under(HALF), FIRST);
    expect(() => one.then((it, c) => submit(it, HEAD, c))).toThrow(
      expect.objectContaining({ code: 'proposals.too-little-support', details: { needed: 3, signed: 2, delegates: 5 } }),
    );
    expect(
      signed(under(HALF), FIRST, SECOND)
        .then((it, c) => submit(it, HEAD, c))
        .proposal().state,
    ).toBe('SUBMITTED');
  });

  it('needs four of five for two thirds, and of six all the same', () => {
    const six = aDelegation({ delegateIds: [...aDelegation().delegateIds, 'sixth'] });
    for (const delegation of [aDelegation(), six]) {
      const three = signed(under(TWO_THIRDS, delegation), FIRST, SECOND);
      expect(() => three.then((it, c) => submit(it, HEAD, c))).toThrow(expect.objectContaining({ code: 'proposals.too-little-support' }));
      const four = signed(under(TWO_THIRDS, delegation), FIRST, SECOND, THIRD);
      expect(four.then((it, c) => submit(it, HEAD, c)).proposal().state).toBe('SUBMITTED');
    }
  });

  it('needs its head’s signature alone where the call asks for no share', () => {
    expect(
      drafted(under(null))
        .then((it, c) => submit(it, HEAD, c))
        .proposal().state,
    ).toBe('SUBMITTED');
  });

  it('counts who has left the delegation no more', () => {
    const { signatures, leadProposerId } = signed(under(HALF), FIRST, SECOND).proposal();
    const fewer = aDelegation({ delegateIds: ['head', 'lead', 'wu'] });
    expect(supportOf({ signatures, leadProposerId }, fewer, HALF)).toEqual({ signed: 2, needed: 2, delegates: 3 });
  });

  it('is signed by its own delegates only', () => {
    const outsider = aDelegate('outsider');
    const refused = expect.objectContaining({ code: 'proposals.not-of-the-delegation', details: { memberIds: ['outsider'] } });
    expect(() => drafted(under(HALF)).then((it, c) => invite(it, HEAD, [FIRST, outsider], c))).toThrow(refused);
    expect(() => signed(under(HALF), FIRST).then((it, c) => second(it, outsider, c))).toThrow(refused);
  });

  it('is handed in by its head, late as a suggestion like any other', () => {
    const ready = signed(under(HALF), FIRST, SECOND).proposal();
    expect(() => submit(ready, { ...HEAD, heads: [] }, under(HALF))).toThrow(
      expect.objectContaining({ code: 'proposals.not-the-head-of-delegation' }),
    );
    expect(submit(drafted(under(HALF)).proposal(), HEAD, { ...under(HALF), at: TOO_LATE }).proposal.track).toBe('SUGGESTION');
  });

  it('is taken over by whoever heads the delegation since', () => {
    const ready = signed(under(HALF), FIRST, SECOND).proposal();
    const successor = { ...LEAD, heads: ['delegation'] };
    const { proposal } = takeLead(ready, successor, under(HALF));
    expect(proposal.leadProposerId).toBe('lead');
    expect(submit(proposal, successor, under(HALF)).proposal.state).toBe('SUBMITTED');
    expect(() => takeLead(ready, FIRST, under(HALF))).toThrow(expect.objectContaining({ code: 'proposals.lead-not-vacant' }));
  });
});
