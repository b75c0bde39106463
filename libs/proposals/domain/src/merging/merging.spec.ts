import { allowedActions } from '../allowed-actions.js';
import { withdraw } from '../filing/submission.js';
import { assign } from '../handling/assignment.js';
import type { Authority } from '../proposal/authority.js';
import type { PolicyContext } from '../proposal/policy.js';
import { jointProposersOf, type Proposal } from '../proposal/proposal.js';
import { maySee } from '../proposal/visibility.js';
import { answer, mayReadRequest, type OpenRequest, settleSilence, takeBack } from '../requests/answering.js';
import { ask } from '../requests/asking.js';
import type { Request, RequestsChange } from '../requests/request.js';
import { obstaclesOf, REQUEST_RULES } from '../requests/request-rules.js';
import { aCall, aProposal, CONTENT, inState, IN_TIME, when } from '../testing/a-proposal.js';
import { COMMITTEE, HANDLER, LEAD, LOGISTICS, PRESIDIUM, STRANGER, aDelegate } from '../testing/people.js';
import { mayReadMerge } from './merging.js';
import { undoMerge } from './undoing.js';

const KEPT = { reason: null, by: 'second-lead', at: IN_TIME };
const RULE = REQUEST_RULES['merge-consent'];
const [, SECOND, THIRD] = [LEAD, aDelegate('second-lead'), aDelegate('third-lead')];

/** A submitted proposal of another lead. */
const led = (
  id: string,
  by: Authority,
  it: Proposal = aProposal(when(), { ...CONTENT, subject: `About ${id}` }, id)
    .submitted()
    .proposal(),
) => ({
  ...it,
  id,
  leadProposerId: by.memberId,
  signatures: it.signatures.map((one, nth) => (nth === 0 ? { ...one, memberId: `seconder-of-${id}` } : one)),
});
const master = led('master', LEAD);
const children = [led('b', SECOND), led('c', THIRD)];
const named = (...proposals: readonly Proposal[]) => new Map(proposals.map((one) => [one.id, one]));

function propose(context: PolicyContext = when(), all: readonly Proposal[] = [master, ...children]): RequestsChange {
  let made = 0;
  const [first, ...others] = all as readonly [Proposal, ...Proposal[]];
  const wish = { childIds: others.map(({ id }) => id) };
  return ask(RULE, first, COMMITTEE, { reason: 'Both ask for later hours.', wish, nextId: () => `r${made++}` }, named(...all), context);
}

/** The merge as it stands, seen from the request of the nth author. */
const openAt = (batch: readonly Request[], nth: number): OpenRequest => ({
  rule: RULE,
  request: batch[nth]!,
  batch,
  concerned: named(master, ...children),
});
const after = (batch: readonly Request[], { requests }: RequestsChange): readonly Request[] =>
  batch.map((one) => requests.find(({ request }) => request.id === one.id)?.request ?? one);
const batchOf = ({ requests }: RequestsChange) => requests.map(({ request }) => request);
const consent = (batch: readonly Request[], nth: number, by: Authority, context: PolicyContext = when()) =>
  answer(openAt(batch, nth), by, { outcome: 'CONSENTED', reason: null }, context);

/** All three have consented. */
function merged(context: PolicyContext = when()): readonly Proposal[] {
  let batch: readonly Request[] = batchOf(propose(context));
  batch = after(batch, consent(batch, 0, LEAD, context));
  batch = after(batch, consent(batch, 1, SECOND, context));
  return consent(batch, 2, THIRD, context).proposals.map(({ proposal }) => proposal);
}

const code = (codeOf: string, details?: object) => expect.objectContaining({ code: codeOf, ...(details ? { details } : {}) });

describe('proposing a merge', () => {
  it('asks every author, the one of the master too, and tells each once', () => {
    const { requests, proposals } = propose();
    expect(requests.map(({ request }) => [request.proposalId, request.owedBy.who, request.dueOn])).toEqual([
      ['master', 'lead-proposer', '2026-03-17'],
      ['b', 'lead-proposer', '2026-03-17'],
      ['c', 'lead-proposer', '2026-03-17'],
    ]);
    expect(proposals).toMatchObject([
      {
        action: 'propose-merge',
        proposal: { id: 'master', state: 'SUBMITTED', version: master.version + 1 },
        events: [
          {
            type: 'MergeProposed',
            parts: [{ proposalId: 'b', subject: 'About b' }, { proposalId: 'c' }],
            reason: 'Both ask for later hours.',
            dueOn: '2026-03-17',
            memberIds: ['lead', 'second-lead', 'third-lead'],
          },
        ],
      },
    ]);
    expect(propose(when(), [master, led('b', SECOND), led('c', SECOND)]).proposals[0]?.events).toMatchObject([
      { memberIds: ['lead', 'second-lead'] },
    ]);
  });

  it('stands in the way of withdrawing, reviewing and assigning any of them while somebody has not answered', () => {
    const context = { ...when(), obstacles: obstaclesOf(batchOf(propose())) };
    expect(allowedActions(children[0]!, SECOND, when())).toEqual(['withdraw']);
    expect(allowedActions(children[0]!, SECOND, context)).toEqual([]);
    expect(allowedActions(master, COMMITTEE, when())).toEqual(['review']);
    expect(allowedActions(master, COMMITTEE, context)).toEqual([]);
    expect(() => assign(inState.FILED(), COMMITTEE, [{ handlingId: 'h', leadUnitId: LOGISTICS, assistingUnitIds: [] }], context)).toThrow(
      code('proposals.request-open', { request: 'merge-consent', dueOn: '2026-03-17' }),
    );
  });

  it.each([
    ['one that others were merged into', () => ({ ...led('b', SECOND), merged: merged()[0]!.merged }), 'has-merged'],
    ['a withdrawn one', () => led('b', SECOND, inState.WITHDRAWN()), 'wrong-state'],
    ['one that is assigned', () => led('b', SECOND, inState.ASSIGNED()), 'wrong-state'],
    ['one that is merged', () => led('b', SECOND, inState.MERGED()), 'wrong-state'],
    ['a draft', () => led('b', SECOND, inState.DRAFT()), 'wrong-state'],
    ['one of another session', () => ({ ...led('b', SECOND), sessionId: 'another' }), 'other-session'],
    ['a filed one into one that is not', () => led('b', SECOND, inState.FILED()), 'filed-into-unfiled'],
    ['a confidential one into one that is not', () => ({ ...led('b', SECOND), confidential: KEPT }), 'confidentiality'],
  ])('refuses %s, and names it', (_what, child, because) => {
    expect(() => propose(when(), [master, child(), children[1]!])).toThrow(
      code('proposals.cannot-be-merged', { because, subjects: [child().content.subject] }),
    );
  });

  it('refuses to merge it into itself, into one that is assigned, and by others than the committee', () => {
    const wish = { childIds: ['master'] };
    const asking = { reason: 'Alike.', wish, nextId: () => 'r' };
    expect(() => ask(RULE, master, COMMITTEE, asking, named(master), when())).toThrow(code('proposals.cannot-be-merged'));
    expect(() => propose(when(), [led('master', LEAD, inState.ASSIGNED()), ...children])).toThrow(code('proposals.wrong-state'));
    expect(() => ask(RULE, master, LEAD, asking, named(master), when())).toThrow(code('proposals.not-the-committee'));
  });

  it('reads each proposal of a wish once', () => {
    const id = '01920000-0000-7000-8000-000000000001';
    expect(RULE.readWish({ childIds: [id, id], more: 1 })).toEqual({ childIds: [id] });
    expect(RULE.concerns?.({ childIds: [id] })).toEqual([id]);
  });

  it.each([
    [null, 'wish.childIds', 'not-a-list'],
    [{ childIds: [] }, 'wish.childIds', 'not-a-list'],
    [{ childIds: 'b' }, 'wish.childIds', 'not-a-list'],
    [{ childIds: Array(21).fill('b') }, 'wish.childIds', 'too-many'],
    [{ childIds: ['not an id'] }, 'wish.childIds.0', 'not-an-id'],
  ])('reads no wish out of %j', (sent, field, reason) => {
    expect(() => RULE.readWish(sent)).toThrow(expect.objectContaining({ faults: [{ field, reason }] }));
  });
});

describe('a merge', () => {
  it('comes about when all have consented: the others keep what they are, and their authors propose it jointly', () => {
    const [into, b, c] = merged() as [Proposal, Proposal, Proposal];
    expect(into).toMatchObject({ id: 'master', state: 'SUBMITTED' });
    expect(jointProposersOf(into)).toEqual(['second-lead', 'third-lead']);
    expect(b).toMatchObject({ id: 'b', state: 'MERGED', mergedInto: { proposalId: 'master', from: 'SUBMITTED' } });
    expect(b.signatures).toEqual(children[0]?.signatures);
    expect(c.leadProposerId).toBe('third-lead');
    expect(maySee({ proposal: into, handlings: [] }, SECOND)).toBe(true);
    expect(maySee({ proposal: into, handlings: [] }, aDelegate('seconder-of-c'))).toBe(true);
    expect(maySee({ proposal: into, handlings: [] }, STRANGER)).toBe(false);
    const readers = [SECOND, aDelegate('seconder-of-b'), COMMITTEE, PRESIDIUM, STRANGER, HANDLER];
    expect(readers.map((by) => mayReadMerge([into, b, c], by))).toEqual([true, true, true, true, false, false]);
    const kept = { ...c, confidential: { reason: null, by: c.leadProposerId, at: when().at } };
    expect(readers.map((by) => mayReadMerge([into, b, kept], by))).toEqual([true, true, true, false, false, false]);
  });

  it('is read by who oversees only while none of it is confidential', () => {
    const [into, ...others] = merged() as readonly [Proposal, ...Proposal[]];
    const overseeing = { ...STRANGER, oversees: true };
    const kept = { ...others[0]!, confidential: KEPT };
    expect(mayReadMerge([into, ...others], overseeing)).toBe(true);
    expect(mayReadMerge([into, kept], overseeing)).toBe(false);
    const batch = batchOf(propose());
    const concerned = named(master, kept);
    expect(mayReadRequest(openAt(batch, 0), overseeing)).toBe(true);
    expect(mayReadRequest({ ...openAt(batch, 0), concerned }, overseeing)).toBe(false);
    expect(mayReadRequest({ ...openAt(batch, 0), concerned }, COMMITTEE)).toBe(true);
  });

  it('tells everybody who signed any of them, once', () => {
    let batch: readonly Request[] = batchOf(propose());
    batch = after(batch, consent(batch, 2, THIRD));
    batch = after(batch, consent(batch, 1, SECOND));
    const [into, ...others] = consent(batch, 0, LEAD).proposals;
    expect(into?.events).toEqual([
      {
        type: 'ProposalsMerged',
        parts: [
          { proposalId: 'b', subject: 'About b', docketNo: null },
          { proposalId: 'c', subject: 'About c', docketNo: null },
        ],
        memberIds: expect.arrayContaining(['lead', 'second-lead', 'third-lead', 'seconder-of-b', 'seconder-of-c', 'seconder-of-master']),
      },
    ]);
    const [{ memberIds }] = into!.events as unknown as [{ memberIds: string[] }];
    expect(new Set(memberIds).size).toBe(memberIds.length);
    expect(others.map(({ events }) => events)).toEqual([
      [{ type: 'ProposalMergedAway', masterId: 'master' }],
      [{ type: 'ProposalMergedAway', masterId: 'master' }],
    ]);
  });

  it('is not withdrawn by its lead alone: it is the matter of others too', () => {
    const [into] = merged() as [Proposal];
    expect(() => withdraw(into, LEAD, 'Solved.', when())).toThrow(code('proposals.others-matter-too'));
    expect(allowedActions(into, LEAD, when())).not.toContain('withdraw');
  });

  it('comes to nothing when one refuses: the others are not asked any more, all are told why, and it may be proposed again', () => {
    const batch = batchOf(propose());
    const { requests, proposals } = answer(openAt(batch, 1), SECOND, { outcome: 'REFUSED', reason: 'Ours is about mornings.' }, when());
    expect(requests.map(({ request }) => [request.proposalId, request.state])).toEqual([
      ['b', 'ANSWERED'],
      ['master', 'TAKEN_BACK'],
      ['c', 'TAKEN_BACK'],
    ]);
    expect(proposals).toMatchObject([
      {
        action: 'end-merge',
        proposal: { id: 'master', merged: [] },
        events: [
          {
            type: 'MergeEnded',
            outcome: 'REFUSED',
            reason: 'Ours is about mornings.',
            by: 'second-lead',
            memberIds: ['lead', 'second-lead', 'third-lead'],
          },
        ],
      },
    ]);
    expect(obstaclesOf(after(batch, { requests, proposals }))).toEqual([]);
    expect(() => answer(openAt(batch, 1), SECOND, { outcome: 'REFUSED', reason: null }, when())).toThrow(code('proposals.reason-required'));
    expect(() => consent(batch, 1, THIRD)).toThrow(code('proposals.not-the-lead-proposer'));
  });

  it('comes to nothing by silence, or about, as the call says', () => {
    const late = new Date('2026-03-17T16:00:00Z');
    const batch = batchOf(propose());
    expect(settleSilence(openAt(batch, 0), when(late))?.proposals).toMatchObject([
      { events: [{ type: 'MergeEnded', outcome: 'LAPSED', reason: null, by: null }] },
    ]);
    const consenting = when(late, aCall({ mergeSilence: 'consents' }));
    let rest = after(batch, settleSilence(openAt(batch, 0), consenting)!);
    rest = after(rest, settleSilence(openAt(rest, 1), consenting)!);
    expect(settleSilence(openAt(rest, 2), consenting)?.proposals.map(({ proposal }) => proposal.state)).toEqual([
      'SUBMITTED',
      'MERGED',
      'MERGED',
    ]);
  });

  it('is called off by the committee', () => {
    const batch = batchOf(propose());
    const { requests, proposals } = takeBack(openAt(batch, 0), COMMITTEE, when());
    expect(requests).toHaveLength(3);
    expect(proposals).toMatchObject([{ action: 'end-merge', events: [{ type: 'MergeEnded', outcome: 'CALLED_OFF', by: 'committee' }] }]);
  });

  it('is read by its authors', () => {
    const batch = batchOf(propose());
    expect([LEAD, SECOND, THIRD, COMMITTEE, STRANGER].map((by) => mayReadRequest(openAt(batch, 1), by))).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
  });
});

describe('undoing a merge', () => {
  it('brings everything back to where it was, tells everybody once, and it may be merged again', () => {
    const [into, ...others] = merged() as [Proposal, ...Proposal[]];
    const [master2, b, c] = undoMerge(into, others, COMMITTEE, ' Two matters after all. ', when());
    expect(master2).toMatchObject({
      proposal: { merged: [] },
      events: [{ type: 'MergeUndone', reason: 'Two matters after all.', parts: [{ proposalId: 'b' }, { proposalId: 'c' }] }],
    });
    const [{ memberIds }] = master2!.events as unknown as [{ memberIds: string[] }];
    expect(memberIds).toEqual(expect.arrayContaining(['lead', 'second-lead', 'third-lead', 'seconder-of-b', 'seconder-of-c']));
    expect(new Set(memberIds).size).toBe(memberIds.length);
    expect([b, c].map((one) => [one?.proposal.state, one?.proposal.mergedInto, one?.events])).toEqual([
      ['SUBMITTED', null, [{ type: 'ProposalBroughtBack', masterId: 'master', state: 'SUBMITTED' }]],
      ['SUBMITTED', null, [{ type: 'ProposalBroughtBack', masterId: 'master', state: 'SUBMITTED' }]],
    ]);
    expect(propose(when(), [master2!.proposal, b!.proposal, c!.proposal]).requests).toHaveLength(3);
  });

  it('needs a reason, something merged, and the committee', () => {
    const [into, ...others] = merged() as [Proposal, ...Proposal[]];
    expect(() => undoMerge(into, others, COMMITTEE, ' ', when())).toThrow(code('proposals.reason-required'));
    expect(() => undoMerge(master, [], COMMITTEE, 'No.', when())).toThrow(code('proposals.nothing-merged'));
    expect(() => undoMerge(into, others, LEAD, 'No.', when())).toThrow(code('proposals.not-the-committee'));
    expect(() => undoMerge({ ...into, isAssigned: true }, others, COMMITTEE, 'No.', when())).toThrow(code('proposals.wrong-state'));
  });
});
