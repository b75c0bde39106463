import { merge } from '../merging/merging.js';
import { undoMerge } from '../merging/undoing.js';
import { civilDate } from '@plenum/calendar';
import { end } from '../feedback/ending.js';
import { rate } from '../feedback/rating.js';
import { revise } from '../filing/drafting.js';
import { second } from '../filing/seconding.js';
import { submit, withdraw } from '../filing/submission.js';
import { acknowledge, assign } from '../handling/assignment.js';
import { reply } from '../replying/reply.js';
import { matterAfter, type ProposalMatter } from '../proposal/matter.js';
import type { Change, Proposal } from '../proposal/proposal.js';
import { review } from '../review/review.js';
import { NEW_PROMISE } from '../testing/a-commitment.js';
import { ANSWER, aCall, aProposal, first, HANDLING_ID, inState, matterIn, of, TOO_LATE, when } from '../testing/a-proposal.js';
import { COMMITTEE, FINANCE, HANDLER, LEAD, LOGISTICS, SECONDERS } from '../testing/people.js';
import { type Fact, factOf } from './fact.js';
import { foldMatter } from './matter.js';

const AT = when().at;
const factsOf = (...changes: readonly Change[]): Fact[] =>
  changes.flatMap((change) => change.events.map((event) => ({ ...factOf(matterAfter({ handlings: [] }, change), event), at: AT })));
/** What each step made of the one before. */
const along = (from: Change, ...steps: readonly ((before: Proposal, matter: ProposalMatter) => Change)[]): readonly Change[] =>
  steps.reduce<readonly Change[]>(
    (made, step) => {
      const before = matterAfter({ handlings: [] }, made.at(-1)!);
      const change = step(before.proposal, before);
      return [...made, { ...change, handlings: matterAfter(before, change).handlings }];
    },
    [from],
  );

const seconded = { proposal: inState.SECONDING(), events: [] };
const filed = { outcome: 'FILED', reason: null, category: 'welfare' } as const;
const DOCKET_NO = '7-2-001';
/** With the number that what is filed is given in the same change. */
const inDocket = ({ proposal, events }: Change): Change => ({
  proposal: proposal.track === 'PROPOSAL' ? { ...proposal, docketNo: DOCKET_NO } : proposal,
  events,
});
const dissatisfied = { attitude: 'SATISFIED', result: 'DISSATISFIED', comment: 'Only on paper.' } as const;
const routing = { handlingId: HANDLING_ID, leadUnitId: LOGISTICS, assistingUnitIds: [FINANCE], dueOn: civilDate('2026-06-30') };
const untilReply = when(undefined, aCall({ withdrawUntil: 'reply' }));

describe('a matter, as its facts have it', () => {
  it('is nothing before it is handed in', () => {
    expect(foldMatter([])).toBeNull();
    expect(foldMatter(factsOf({ proposal: inState.DRAFT(), events: aProposal().events() }))).toBeNull();
  });

  it('is under review, with those who signed what was handed in', () => {
    const [, submitted] = along(seconded, (it) => submit(it, LEAD, when()));
    expect(foldMatter(factsOf(submitted!))).toEqual({
      matter: {
        class: 'UNDER_REVIEW',
        late: false,
        category: 'logistics',
        delegationId: null,
        leadProposerId: 'lead',
        seconderIds: SECONDERS.map(({ memberId }) => memberId),
        units: [],
        closed: false,
        outcome: null,
      },
      particulars: { subject: 'A canteen that opens late', docketNo: null, names: {} },
    });
  });

  it('is a suggestion at once where it came late', () => {
    const [, late] = along({ proposal: inState.DRAFT(), events: [] }, (it) => submit(it, LEAD, when(TOO_LATE)));
    expect(foldMatter(factsOf(late!))?.matter).toMatchObject({ class: 'SUGGESTION', late: true });
  });

  it.each([
    ['NOT_FILED', 'NOT_FILED'],
    ['RETURNED', 'RETURNED'],
    ['SUGGESTION', 'SUGGESTION'],
    ['FILED', 'FILED'],
  ] as const)('is after a review what the committee found: %s', (outcome, expected) => {
    const decided = inDocket(review(inState.SUBMITTED(), COMMITTEE, { ...filed, outcome, reason: 'So it is.' }, when()));
    const folded = foldMatter(factsOf({ proposal: inState.SUBMITTED(), events: [{ type: 'ProposalSubmitted', late: false }] }, decided));
    expect(folded?.matter).toMatchObject({ class: expected, category: 'welfare' });
    expect(folded?.particulars.docketNo).toBe(outcome === 'FILED' ? DOCKET_NO : null);
  });

  it('is under review again when it is handed in once more, with the text and the signers of then', () => {
    const way = along(
      seconded,
      (it) => submit(it, LEAD, when()),
      (it) => review(it, COMMITTEE, { ...filed, outcome: 'RETURNED', reason: 'Two matters in one.' }, when()),
      (it) => revise(it, LEAD, { subject: 'A canteen open till ten' }, when()),
      (it) => second(it, SECONDERS[0]!, when()),
      (it) => second(it, SECONDERS[1]!, when()),
      (it) => submit(it, LEAD, when()),
    );
    expect(foldMatter(factsOf(...way.slice(0, 4)))?.matter).toMatchObject({ class: 'RETURNED', seconderIds: { length: 3 } });
    expect(foldMatter(factsOf(...way))).toMatchObject({
      matter: { class: 'UNDER_REVIEW', seconderIds: ['ding', 'wu'] },
      particulars: { subject: 'A canteen open till ten' },
    });
  });

  it('tells of its unit whether the first reply was in time, and what the last one amounts to', () => {
    const way = along(
      { proposal: inState.SUBMITTED(), events: [{ type: 'ProposalSubmitted', late: false }] },
      (it) => review(it, COMMITTEE, filed, when()),
      (it) => assign(it, COMMITTEE, [routing], when()),
      (_, it) => acknowledge(first(it), HANDLER, of(it)),
      (_, it) => reply(first(it), HANDLER, { ...ANSWER, resultCategory: 'PLANNED', promises: [NEW_PROMISE] }, of(it)),
      (_, it) => rate(first(it), LEAD, dissatisfied, [], of(it)),
      (_, it) => reply(first(it), HANDLER, ANSWER, of(it, when(new Date('2027-01-01T00:00:00Z')))),
    );
    const units = (facts: readonly Fact[]) => foldMatter(facts)?.matter.units;
    expect(units(factsOf(...way.slice(0, 3)))).toEqual([{ unitId: LOGISTICS, firstReply: null, resultCategory: null }]);
    expect(units(factsOf(...way.slice(0, 6)))).toEqual([{ unitId: LOGISTICS, firstReply: 'IN_TIME', resultCategory: 'PLANNED' }]);
    expect(units(factsOf(...way))).toEqual([{ unitId: LOGISTICS, firstReply: 'IN_TIME', resultCategory: 'SOLVED' }]);
    const working = matterIn.IN_PROGRESS();
    const tooLate = reply(first(working), HANDLER, ANSWER, of(working, when(new Date('2027-01-01T00:00:00Z'))));
    expect(units(factsOf(...way.slice(0, 3), tooLate))).toMatchObject([{ firstReply: 'LATE' }]);
  });

  it('is withdrawn and nothing else, also where it was filed', () => {
    const assigned = matterIn.ASSIGNED(untilReply);
    const withdrawn = withdraw(assigned.proposal, LEAD, 'Solved meanwhile.', of(assigned, untilReply));
    const facts = factsOf({ proposal: inState.SUBMITTED(), events: [{ type: 'ProposalSubmitted', late: false }] }, withdrawn);
    expect(foldMatter(facts)?.matter.class).toBe('WITHDRAWN');
  });

  it('is merged and nothing else while it is merged, and what it was when it is brought back', () => {
    const filedOne = review(inState.SUBMITTED(), COMMITTEE, filed, when());
    const master = { ...filedOne.proposal, id: 'master' };
    const [into, merged] = merge(master, [filedOne.proposal], when()) as [Change, Change];
    const [, back] = undoMerge(into.proposal, [merged.proposal], COMMITTEE, 'Two matters.', when()) as [Change, Change];
    const way = [{ proposal: inState.SUBMITTED(), events: [{ type: 'ProposalSubmitted', late: false }] } as Change, filedOne, merged];
    expect(foldMatter(factsOf(...way))?.matter.class).toBe('MERGED');
    expect(foldMatter(factsOf(...way, back))?.matter.class).toBe('FILED');
    const ofSubmitted = { kind: 'ProposalBroughtBack', data: { masterId: 'master', state: 'SUBMITTED' }, at: when().at } as const;
    expect(foldMatter([...factsOf(...way), ofSubmitted])?.matter.class).toBe('UNDER_REVIEW');
  });

  it('stays what it was when it is closed, with what came of it', () => {
    const rated = matterIn.RATED();
    const closed = end(first(rated), COMMITTEE, { outcome: 'IMPLEMENTED', reason: null }, of(rated));
    const decided = review(inState.SUBMITTED(), COMMITTEE, filed, when());
    const facts = factsOf({ proposal: inState.SUBMITTED(), events: [{ type: 'ProposalSubmitted', late: false }] }, decided, closed);
    expect(foldMatter(facts)?.matter).toMatchObject({ class: 'FILED', closed: true, outcome: 'IMPLEMENTED' });
  });

  it('keeps the names of those it is about, the later ones first', () => {
    const [submitted] = factsOf({ proposal: inState.SUBMITTED(), events: [{ type: 'ProposalSubmitted', late: false }] });
    const facts = [
      { ...submitted!, names: { lead: 'Li Lei', north: 'North' } },
      { ...factsOf(review(inState.SUBMITTED(), COMMITTEE, filed, when()))[0]!, names: { lead: 'Li Lei-Han' } },
    ];
    expect(foldMatter(facts)?.particulars.names).toEqual({ lead: 'Li Lei-Han', north: 'North' });
  });

  it('holds no grade of any rating', () => {
    const replied = matterIn.REPLIED();
    const rated = rate(first(replied), LEAD, dissatisfied, [], of(replied));
    expect(JSON.stringify(factsOf(rated))).not.toMatch(/SATISFIED|paper/);
  });
});
