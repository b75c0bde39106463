import { reply } from '../replying/reply.js';
import type { ProposalSettings } from '../call/settings.js';
import type { Authority } from '../proposal/authority.js';
import type { PolicyContext } from '../proposal/policy.js';
import { type DraftContent, type ReplyDraft, saveDraft } from '../replying/drafting-reply.js';
import { type Clearance, type ClearanceParty, emptyDesk, type ReplyDesk } from '../proposal/reply-desk.js';
import { ANSWER, HANDLING_ID, aCall, aProposal, first, matterIn, of, when } from '../testing/a-proposal.js';
import { ASSISTANT, COMMITTEE, FINANCE, HANDLER, LEAD, LOGISTICS, PRESIDIUM, STRANGER, someone } from '../testing/people.js';
import type { ClearanceKind } from '../vocabulary/vocabulary.js';
import { answer, answerRefusal, mayReadRequest, type OpenRequest, takeBack } from './answering.js';
import { ask } from './asking.js';
import type { Request } from './request.js';
import { REQUEST_RULES } from './request-rules.js';

const EVERYTHING: Partial<ProposalSettings> = {
  beforeReply: ['contact', 'assisting-opinion', 'countersign', 'head-sign-off', 'committee-audit'],
  leaderSignOff: 'on-reply',
};
const HEAD = someone('head', { handles: [LOGISTICS], headsUnits: [LOGISTICS] });
const CHIEF = someone('chief', { inCharge: [LOGISTICS] });
const matter = matterIn.IN_PROGRESS();
const work = first(matter);
const CONTENT: DraftContent = {
  text: ANSWER.text,
  resultCategory: ANSWER.resultCategory,
  channel: ANSWER.channel,
  basis: null,
  promises: [],
  files: [],
};
const DRAFT: ReplyDraft = { round: 1, number: 2, version: 5, by: 'handler', at: new Date('2026-03-09T01:00:00Z'), content: CONTENT };
const refused = (code: string, details?: object) => expect.objectContaining(details ? { code, details } : { code });

/** A desk on which everything was done that its call may demand, but for what is said otherwise. */
const desk = (parts: Partial<ReplyDesk> = {}): ReplyDesk => ({
  ...emptyDesk(HANDLING_ID),
  draft: DRAFT,
  contacts: 1,
  signers: ['head', 'leader'],
  ...parts,
});
const at = (its: ReplyDesk, settings: Partial<ProposalSettings> = EVERYTHING): PolicyContext => ({
  ...of(matter, when(undefined, aCall(settings))),
  desks: [its],
});
const given = (kind: ClearanceKind, owedBy: ClearanceParty, parts: Partial<Clearance> = {}): Clearance => ({
  requestId: `${kind} ${owedBy.who}`,
  kind,
  state: 'ANSWERED',
  owedBy,
  round: 1,
  draft: kind === 'assisting-opinion' ? null : 2,
  dueOn: null,
  outcome: kind === 'assisting-opinion' ? 'GIVEN' : 'CONSENTED',
  ...parts,
});
const OF_UNIT: ClearanceParty = { who: 'unit', unitId: FINANCE };
const OPINION = given('assisting-opinion', OF_UNIT);
const COUNTERSIGNED = given('countersign', OF_UNIT);
const SIGNED = [given('sign-off', { who: 'head', unitId: LOGISTICS }), given('sign-off', { who: 'leader', unitId: LOGISTICS })];
const AUDITED = given('committee-audit', { who: 'committee', unitId: null });
const ALL = [OPINION, COUNTERSIGNED, ...SIGNED, AUDITED];

const concerned = new Map([[matter.proposal.id, matter.proposal]]);
const asking = (
  kind: ClearanceKind,
  its: ReplyDesk,
  by: Authority = HANDLER,
  wish: object = { round: 1, draft: 2 },
  settings = EVERYTHING,
) => {
  let made = 0;
  const rule = REQUEST_RULES[kind];
  const asked = { reason: null, wish: rule.readWish(wish), nextId: () => `request-${made++}`, handling: work.handling };
  return ask(rule, matter.proposal, by, asked, concerned, at(its, settings));
};
const openOf = (kind: ClearanceKind, its: ReplyDesk, nth = 0): OpenRequest => {
  const batch: readonly Request[] = asking(kind, its).requests.map(({ request }) => request);
  return { rule: REQUEST_RULES[kind], request: batch[nth]!, batch, concerned, handling: work.handling };
};
const answering = (its: ReplyDesk, settings?: Partial<ProposalSettings>, said: object = {}) =>
  reply(work, HANDLER, { ...ANSWER, draft: DRAFT, ...said }, at(its, settings));

describe('a reply', () => {
  it('waits for everything that its call demands, and says what is missing', () => {
    expect(() => answering(desk({ draft: null, contacts: 0 }))).toThrow(
      refused('proposals.reply-not-cleared', {
        missing: ['contact', 'assisting-opinion', 'draft', 'countersign', 'head-sign-off', 'leader-sign-off', 'committee-audit'],
      }),
    );
    expect(() => answering(desk({ clearances: ALL.slice(0, -1) }))).toThrow(
      refused('proposals.reply-not-cleared', { missing: ['committee-audit'] }),
    );
    expect(answering(desk({ clearances: ALL })).handlings?.[0]?.state).toBe('REPLIED');
  });

  it('waits for nobody where an office is not filled, where nothing is demanded, and of a suggestion', () => {
    expect(answering(desk({ signers: [], clearances: [OPINION, COUNTERSIGNED, AUDITED] })).handlings?.[0]?.state).toBe('REPLIED');
    expect(answering(desk(), { leaderSignOff: 'none' }).handlings?.[0]?.state).toBe('REPLIED');
    expect(() => answering(desk(), {})).toThrow(refused('proposals.reply-not-cleared', { missing: ['leader-sign-off'] }));
    const suggestion = aProposal().assigned('SUGGESTION').matter();
    const context = { ...of(suggestion, when(undefined, aCall(EVERYTHING))), desks: [desk()] };
    expect(reply(first(suggestion), HANDLER, ANSWER, context).handlings?.[0]?.state).toBe('REPLIED');
  });

  it('is to the letter what was signed', () => {
    const cleared = desk({ clearances: ALL });
    const promise = { id: 'p', promise: 'Lamps', due: { kind: 'days', n: 3 } } as const;
    for (const other of [{ text: 'Never.' }, { channel: 'WRITTEN' }, { basis: 'As agreed.' }, { promises: [promise] }, { draft: null }])
      expect(() => answering(cleared, EVERYTHING, other)).toThrow(refused('proposals.not-the-cleared-draft'));
    expect(answering(cleared, EVERYTHING, { text: ` ${ANSWER.text} ` }).handlings?.[0]?.state).toBe('REPLIED');
  });

  it('waits anew once the draft is another, but for the opinions, which are about the matter', () => {
    const changed = desk({ draft: { ...DRAFT, number: 3 }, clearances: ALL });
    expect(() => answering(changed)).toThrow(
      refused('proposals.reply-not-cleared', { missing: ['countersign', 'head-sign-off', 'leader-sign-off', 'committee-audit'] }),
    );
  });

  it('waits while somebody refused, or has not answered', () => {
    for (const last of [{ outcome: 'REFUSED' }, { state: 'OPEN', outcome: null }] as const)
      expect(() => answering(desk({ clearances: [...ALL.slice(0, -1), { ...AUDITED, ...last }] }))).toThrow(
        refused('proposals.reply-not-cleared', { missing: ['committee-audit'] }),
      );
  });
});

describe('asking', () => {
  it('goes to whoever gives it, in the order of the steps', () => {
    const owedBy = (kind: ClearanceKind, clearances: readonly Clearance[]) =>
      asking(kind, desk({ clearances })).requests.map(({ request }) => request.owedBy);
    expect(owedBy('assisting-opinion', [])).toEqual([{ who: 'unit', unitId: FINANCE }]);
    expect(owedBy('countersign', [])).toEqual([{ who: 'unit', unitId: FINANCE }]);
    expect(owedBy('sign-off', [COUNTERSIGNED])).toEqual([
      { who: 'head', unitId: LOGISTICS },
      { who: 'leader', unitId: LOGISTICS },
    ]);
    expect(owedBy('committee-audit', [COUNTERSIGNED, ...SIGNED])).toEqual([{ who: 'committee' }]);
    expect(() => owedBy('sign-off', [])).toThrow(refused('proposals.reply-not-cleared', { missing: ['countersign'] }));
    expect(() => owedBy('committee-audit', [COUNTERSIGNED])).toThrow(refused('proposals.reply-not-cleared'));
    expect(() => asking('countersign', desk({ draft: null }))).toThrow(refused('proposals.reply-not-cleared', { missing: ['draft'] }));
  });

  it('has a day for opinions only, by the rule of the call', () => {
    const days = (kind: ClearanceKind, clearances: readonly Clearance[]) =>
      asking(kind, desk({ clearances })).requests.map(({ request: { dueOn, handlingId } }) => [dueOn, handlingId]);
    expect(days('assisting-opinion', [])).toEqual([['2026-04-10', HANDLING_ID]]);
    expect(days('countersign', [])).toEqual([[null, HANDLING_ID]]);
  });

  it('is for the lead unit and no proposer, not twice, not of nobody, and about the draft that stands', () => {
    for (const by of [ASSISTANT, COMMITTEE, LEAD, PRESIDIUM, STRANGER])
      expect(() => asking('countersign', desk(), by)).toThrow(refused('proposals.not-the-handling-unit'));
    expect(() => asking('countersign', desk(), { ...LEAD, handles: [LOGISTICS] })).toThrow(refused('proposals.own-reply'));
    const open = { ...COUNTERSIGNED, state: 'OPEN', outcome: null } as const;
    expect(() => asking('countersign', desk({ clearances: [open] }))).toThrow(refused('proposals.nothing-to-ask'));
    expect(() => asking('committee-audit', desk(), HANDLER, { round: 1, draft: 2 }, { leaderSignOff: 'none' })).toThrow(
      refused('proposals.nothing-to-ask'),
    );
    expect(() => asking('countersign', desk(), HANDLER, { round: 1, draft: 1 })).toThrow(refused('proposals.outdated', { current: 5 }));
    expect(() => asking('assisting-opinion', desk(), HANDLER, { round: 2 })).toThrow(refused('proposals.outdated'));
    expect(() => asking('countersign', desk(), HANDLER, { round: 1 })).toThrow(refused('malformed'));
  });
});

describe('answering', () => {
  it('is for whoever it is owed by, in person, and for no proposer whatever else they are', () => {
    const signing = desk({ clearances: [COUNTERSIGNED] });
    const [ofHead, ofLeader] = [openOf('sign-off', signing), openOf('sign-off', signing, 1)];
    expect(answer(ofHead, HEAD, { outcome: 'CONSENTED', reason: null }, at(signing)).requests).toHaveLength(1);
    expect(answer(ofLeader, CHIEF, { outcome: 'CONSENTED', reason: null }, at(signing)).requests).toHaveLength(1);
    for (const by of [HANDLER, CHIEF, ASSISTANT, COMMITTEE, STRANGER])
      expect(answerRefusal(ofHead, by)).toMatchObject({ code: 'proposals.not-a-signatory' });
    expect(answerRefusal(ofLeader, HEAD)).toMatchObject({ code: 'proposals.not-a-signatory' });
    const audit = openOf('committee-audit', desk({ clearances: [COUNTERSIGNED, ...SIGNED] }));
    expect(answerRefusal(audit, COMMITTEE)).toBeNull();
    expect(answerRefusal(audit, { ...LEAD, reviews: true })).toMatchObject({ code: 'proposals.not-asked' });
  });

  it('never leaves an opinion empty, nor a refusal without its reason', () => {
    const opinion = openOf('assisting-opinion', desk());
    expect(() => answer(opinion, ASSISTANT, { outcome: 'GIVEN', reason: ' ' }, at(desk()))).toThrow(refused('proposals.reason-required'));
    expect(answer(opinion, ASSISTANT, { outcome: 'GIVEN', reason: 'We pay.' }, at(desk())).requests).toHaveLength(1);
    const countersign = openOf('countersign', desk());
    expect(() => answer(countersign, ASSISTANT, { outcome: 'REFUSED', reason: null }, at(desk()))).toThrow(
      refused('proposals.reason-required'),
    );
    expect(() => answer(countersign, ASSISTANT, { outcome: 'GIVEN', reason: 'x' }, at(desk()))).toThrow(
      refused('proposals.no-such-outcome'),
    );
  });

  it('that refuses returns the draft, and what was asked with it needs no answer any more', () => {
    const signing = desk({ clearances: [COUNTERSIGNED] });
    const { requests, proposals } = answer(openOf('sign-off', signing), HEAD, { outcome: 'REFUSED', reason: 'Not so.' }, at(signing));
    expect(requests.map(({ request: { state, owedBy } }) => [state, owedBy.who])).toEqual([
      ['ANSWERED', 'head'],
      ['TAKEN_BACK', 'leader'],
    ]);
    expect(proposals).toEqual([]);
    const returned = desk({ clearances: [COUNTERSIGNED, { ...SIGNED[0]!, outcome: 'REFUSED' }] });
    const saved = saveDraft(work, HANDLER, { content: { ...CONTENT, text: 'Better.' }, before: DRAFT, read: 5 }, at(returned));
    expect(saved).toMatchObject({ number: 3, version: 6 });
  });

  it('keeps the draft as it is until it is given or taken back', () => {
    const open = desk({ clearances: [{ ...COUNTERSIGNED, state: 'OPEN', outcome: null }] });
    expect(() => saveDraft(work, HANDLER, { content: CONTENT, before: DRAFT, read: 5 }, at(open))).toThrow(
      refused('proposals.draft-put-forward'),
    );
    expect(takeBack(openOf('countersign', desk()), HANDLER, at(desk())).requests).toMatchObject([{ request: { state: 'TAKEN_BACK' } }]);
  });

  it('is read by the units, their leaders and the committee, and by no proposer', () => {
    const open = openOf('countersign', desk());
    const all = [HANDLER, HEAD, CHIEF, ASSISTANT, COMMITTEE, LEAD, { ...LEAD, reviews: true, handles: [LOGISTICS] }, STRANGER];
    expect(all.filter((by) => mayReadRequest(open, by))).toEqual([HANDLER, HEAD, CHIEF, ASSISTANT, COMMITTEE]);
  });
});
