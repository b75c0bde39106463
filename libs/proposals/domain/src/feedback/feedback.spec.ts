import { civilDate } from '@plenum/calendar';
import { takeLead } from '../filing/lead.js';
import { reply } from '../replying/reply.js';
import type { Rating } from '../proposal/handling.js';
import { type ProposalMatter, matterAfter, matterState } from '../proposal/matter.js';
import type { Authority } from '../proposal/authority.js';
import type { Change } from '../proposal/proposal.js';
import type { PolicyContext } from '../proposal/policy.js';
import type { ProposalSettings } from '../call/settings.js';
import { allowedHandlingActions } from '../allowed-actions.js';
import { ANSWER, aCall, aProposal, first, of, when } from '../testing/a-proposal.js';
import { COMMITTEE, HANDLER, LEAD, SECONDERS, STRANGER, aDelegate } from '../testing/people.js';
import { end } from './ending.js';
import { recordMeeting } from './meeting.js';
import { gradesOf, type Judgement, rate } from './rating.js';
import { explainSilence, settleFeedback } from './silence.js';

const refused = (code: string, details?: object) => expect.objectContaining(details ? { code, details } : { code });
const under = (settings: Partial<ProposalSettings>, at?: Date): PolicyContext => when(at, aCall(settings));
const LAST_DAY = new Date('2026-03-31T15:59:59Z'); // Fifteen working days after 10 March, to its last second.
const DAY_AFTER = new Date('2026-03-31T16:00:00Z');
const FAIR: Judgement = { attitude: 'SATISFIED', result: 'BASICALLY', comment: null };
const UNFAIR: Judgement = { ...FAIR, result: 'DISSATISFIED' };
const replied = (settings: Partial<ProposalSettings> = {}): ProposalMatter => aProposal(under(settings)).replied().matter();

interface Rated {
  readonly matter: ProposalMatter;
  readonly given: readonly Rating[];
  readonly made: Change;
}
const rated = (before: Pick<Rated, 'matter' | 'given'>, by: Authority, judgement: Judgement, context: PolicyContext): Rated => {
  const made = rate(first(before.matter), by, judgement, before.given, of(before.matter, context));
  return { matter: matterAfter(before.matter, made), given: made.rating ? [...before.given, made.rating] : before.given, made };
};
const fresh = (settings: Partial<ProposalSettings>) => ({ matter: replied(settings), given: [] });

describe('what is asked of a rating', () => {
  it.each([
    [3, ['SATISFIED', 'BASICALLY', 'DISSATISFIED']],
    [4, ['VERY_SATISFIED', 'SATISFIED', 'BASICALLY', 'DISSATISFIED']],
  ] as const)('is one of %s grades', (scale, grades) => {
    expect(gradesOf(scale)).toEqual(grades);
  });

  it('is a grade of the scale of the call, and no other', () => {
    const very: Judgement = { ...FAIR, attitude: 'VERY_SATISFIED' };
    expect(() => rated(fresh({}), LEAD, very, under({}))).toThrow(
      refused('proposals.grade-not-offered', { dimension: 'attitude', grade: 'VERY_SATISFIED', offered: gradesOf(3) }),
    );
    expect(rated(fresh({ ratingScale: 4 }), LEAD, very, under({ ratingScale: 4 })).made.rating).toMatchObject(very);
  });

  it('is every dimension that the call asks for, each by itself, and none else', () => {
    const settings = { ratingDimensions: ['result'] } as const;
    const alone: Judgement = { attitude: null, result: 'SATISFIED', comment: null };
    expect(rated(fresh(settings), LEAD, alone, under(settings)).made.rating).toMatchObject({ attitude: null, result: 'SATISFIED' });
    expect(() => rated(fresh(settings), LEAD, FAIR, under(settings))).toThrow(
      refused('proposals.grade-not-offered', { dimension: 'attitude', grade: 'SATISFIED', offered: [] }),
    );
    expect(() => rated(fresh({}), LEAD, alone, under({}))).toThrow(refused('proposals.incomplete', { fields: ['attitude'] }));
  });
});

describe('who rates', () => {
  const EACH = { ratedBy: 'each' } as const;
  const [DING, WU, ZHAO] = SECONDERS as [Authority, Authority, Authority];

  it('is the lead alone, unless the call says otherwise', () => {
    expect(() => rated(fresh({}), DING, FAIR, under({}))).toThrow(refused('proposals.not-the-lead-proposer'));
    expect(() => rated(fresh(EACH), STRANGER, FAIR, under(EACH))).toThrow(refused('proposals.not-a-rater'));
    expect(() => rated(fresh({ ratedBy: 'lead-and-joint' }), DING, FAIR, under({ ratedBy: 'lead-and-joint' }))).toThrow(
      refused('proposals.not-a-rater'),
    );
  });

  it('is whoever proposes it jointly too, where the call has it so', () => {
    const settings = { ratedBy: 'lead-and-joint' } as const;
    const working = aProposal(under(settings)).acknowledged().matter();
    const joint = { proposalId: 'merged', authorIds: ['joint'], seconderIds: ['theirs'] };
    const merged = { ...working, proposal: { ...working.proposal, merged: [joint] } };
    const made = reply(first(merged), HANDLER, ANSWER, of(merged, under(settings)));
    expect(made.events).toContainEqual(expect.objectContaining({ matter: 'feedback', owedBy: { memberIds: ['lead', 'joint'] } }));
    const one = rated({ matter: matterAfter(merged, made), given: [] }, aDelegate('joint'), FAIR, under(settings));
    expect(matterState(one.matter)).toBe('REPLIED');
    expect(matterState(rated(one, LEAD, FAIR, under(settings)).matter)).toBe('RATED');
  });

  it('is each who signed it, once; the last decides, and until then nothing shows but that the others are still asked', () => {
    const context = under(EACH);
    const one = rated(fresh(EACH), WU, UNFAIR, context);
    expect(one.made.events).toEqual([
      { type: 'ProposalRated', handlingId: 'handling', round: 1, awaited: 3 },
      expect.objectContaining({
        type: 'DeadlineSet',
        matter: 'feedback',
        dueOn: '2026-03-31',
        owedBy: { memberIds: ['lead', 'ding', 'zhao'] },
      }),
    ]);
    expect(matterState(one.matter)).toBe('REPLIED');
    expect(() => rated(one, WU, FAIR, context)).toThrow(refused('proposals.rated-already'));
    expect(allowedHandlingActions(first(one.matter), WU, of(one.matter, context))).toEqual([]);
    expect(allowedHandlingActions(first(one.matter), DING, of(one.matter, context))).toEqual(['rate']);
    const all = [LEAD, DING, ZHAO].reduce((before, by) => rated(before, by, FAIR, context), one);
    expect(all.given).toHaveLength(4);
    expect(matterState(all.matter)).toBe('IN_PROGRESS'); // One of them was dissatisfied.
    expect(all.made.events.map(({ type }) => type)).toEqual(['ProposalRated', 'DeadlineMet', 'ProposalReopened', 'DeadlineSet']);
  });

  it('is nobody who left after being asked: the last of the others decides', () => {
    const context = under(EACH);
    const one = rated(fresh(EACH), DING, FAIR, context);
    const after = rated(one, { ...WU, gone: ['zhao', 'lead'] }, FAIR, context);
    expect(after.made.events).toContainEqual(expect.objectContaining({ matter: 'feedback', owedBy: { memberIds: ['lead'] } }));
    expect(matterState(rated(one, { ...LEAD, gone: ['wu', 'zhao'] }, FAIR, context).matter)).toBe('RATED');
  });

  it('of a lead who has left, falls to whoever takes the place; who has rated already does not rate twice', () => {
    const gone = { ...DING, gone: ['lead'] };
    const context = under(EACH);
    const one = rated(fresh(EACH), DING, FAIR, context);
    const made = takeLead(one.matter.proposal, gone, of(one.matter, context));
    expect(made.events).toContainEqual(expect.objectContaining({ matter: 'feedback', owedBy: { memberIds: ['wu', 'zhao'] } }));
    const taken = { ...one, matter: matterAfter(one.matter, made) };
    expect(() => rated(taken, DING, FAIR, context)).toThrow(refused('proposals.rated-already'));
    expect(matterState(rated(rated(taken, WU, FAIR, context), ZHAO, FAIR, context).matter)).toBe('RATED');
  });
});

describe('silence', () => {
  const settled = (matter: ProposalMatter, settings: Partial<ProposalSettings>, at = DAY_AFTER, given: readonly Rating[] = []) =>
    settleFeedback(first(matter), given, of(matter, under(settings, at)));

  it('is none before the last day is over, and of what is not asked, or settled already', () => {
    const matter = replied();
    expect(settled(matter, {}, LAST_DAY)).toBeNull();
    expect(settled(aProposal().replied('SUGGESTION').matter(), {})).toBeNull();
    expect(settled(aProposal().rated().matter(), {})).toBeNull();
    const once = matterAfter(matter, settled(matter, {})!);
    expect(settled(once, {})).toBeNull();
  });

  it('is left out: the reply stays unrated, may not be rated late, and is ended without a reason', () => {
    const matter = replied();
    const made = settled(matter, {})!;
    expect(made.rating).toBeUndefined();
    expect(made.events).toEqual([
      { type: 'DeadlineMet', about: { kind: 'handling', id: 'handling' }, matter: 'feedback', round: 1, waived: true },
      { type: 'FeedbackLapsed', handlingId: 'handling', round: 1, policy: 'exclude', memberIds: ['lead'], isRated: false },
    ]);
    const silent = matterAfter(matter, made);
    expect(silent.handlings[0]).toMatchObject({ state: 'REPLIED', askedToRate: null, silence: { round: 1, policy: 'exclude' } });
    for (const late of [matter, silent])
      expect(() => rated({ matter: late, given: [] }, LEAD, FAIR, under({}, DAY_AFTER))).toThrow(
        refused('proposals.feedback-over', { feedbackDueOn: '2026-03-31' }),
      );
    expect(matterState(rated({ matter, given: [] }, LEAD, FAIR, under({}, LAST_DAY)).matter)).toBe('RATED');
    const ended = end(first(silent), COMMITTEE, { outcome: null, reason: null }, of(silent, under({}, DAY_AFTER)));
    expect(ended.events.map(({ type }) => type)).toEqual(['HandlingEnded', 'ProposalClosed']);
  });

  it('is taken as satisfied where the call says so, which no rating says', () => {
    const settings = { silencePolicy: 'deemed-satisfied' } as const;
    const made = settled(replied(settings), settings)!;
    expect([made.rating, made.handlings?.[0]]).toMatchObject([undefined, { state: 'RATED', silence: { policy: 'deemed-satisfied' } }]);
    const deemed = matterAfter(replied(settings), made);
    const torn = { ...COMMITTEE, handled: [deemed.handlings[0]!.leadUnitId] };
    expect(end(first(deemed), torn, { outcome: null, reason: null }, of(deemed, under(settings, DAY_AFTER))).proposal.state).toBe('CLOSED');
  });

  it('is to be explained where the call says so: by whoever was asked, by a late rating, or by the committee’s reason', () => {
    const settings = { silencePolicy: 'explain' } as const;
    const context = under(settings, DAY_AFTER);
    const silent = matterAfter(replied(settings), settled(replied(settings), settings)!);
    const explained = (matter: ProposalMatter, text: string, by = LEAD) => explainSilence(first(matter), by, text, of(matter, context));
    const ending = (matter: ProposalMatter, reason: string | null) =>
      end(first(matter), COMMITTEE, { outcome: null, reason }, of(matter, context));
    expect(() => ending(silent, ' ')).toThrow(refused('proposals.reason-required'));
    expect(ending(silent, 'She is abroad.').proposal.state).toBe('CLOSED');
    expect(() => explained(silent, ' ')).toThrow(refused('proposals.incomplete', { fields: ['explanation'] }));
    expect(() => explained(silent, 'On leave.', HANDLER)).toThrow(refused('proposals.not-the-lead-proposer'));
    expect(() => explained(replied(settings), 'On leave.')).toThrow(refused('proposals.silence-not-owed'));
    const made = explained(silent, ' On leave. ');
    expect(made.handlings?.[0]?.silence?.explanation).toEqual({ text: 'On leave.', by: 'lead', at: DAY_AFTER });
    const known = matterAfter(silent, made);
    expect(() => explained(known, 'Again.')).toThrow(refused('proposals.silence-explained'));
    expect(ending(known, null).proposal.state).toBe('CLOSED');
    const late = rated({ matter: silent, given: [] }, LEAD, UNFAIR, context);
    expect([matterState(late.matter), late.matter.handlings[0]?.silence]).toEqual(['IN_PROGRESS', null]);
    expect(late.made.events.map(({ type }) => type)).toEqual(['ProposalRated', 'DeadlineMet', 'ProposalReopened', 'DeadlineSet']);
  });

  it('that is to be explained is owed, as long as the rating was, until it is; and falls to whoever takes the place of the lead', () => {
    const settings = { silencePolicy: 'explain' } as const;
    const context = under(settings, DAY_AFTER);
    const made = settled(replied(settings), settings)!;
    expect(made.events.at(-1)).toMatchObject({ type: 'DeadlineSet', matter: 'explanation', round: 1, owedBy: { memberIds: ['lead'] } });
    const [lapsed] = settled(replied(settings), { ...settings, feedbackDue: { kind: 'date', date: '2026-03-31' } })!.events.slice(-1);
    expect(lapsed).toMatchObject({ matter: 'explanation', startedOn: '2026-04-01', rule: { kind: 'working-days', n: 15 } });
    const silent = matterAfter(replied(settings), made);
    const met = (waived?: true) => ({ type: 'DeadlineMet', matter: 'explanation', round: 1, ...(waived && { waived }) });
    expect(explainSilence(first(silent), LEAD, 'On leave.', of(silent, context)).events).toContainEqual(expect.objectContaining(met()));
    const closed = end(first(silent), COMMITTEE, { outcome: null, reason: 'Abroad.' }, of(silent, context));
    for (const events of [closed.events, rated({ matter: silent, given: [] }, LEAD, FAIR, context).made.events])
      expect(events).toContainEqual(expect.objectContaining(met(true)));
    const successor = SECONDERS[0]!;
    const taken = takeLead(silent.proposal, { ...successor, gone: ['lead'] }, of(silent, context));
    const { memberId } = successor;
    expect(taken.events.at(-1)).toMatchObject({ type: 'DeadlineSet', matter: 'explanation', owedBy: { memberIds: [memberId] } });
    expect(explainSilence(first(matterAfter(silent, taken)), successor, 'New here.', of(silent, context)).events).toHaveLength(2);
  });

  it('is still to be explained by the others when the place of the lead is taken, and by nobody where the work has ended', () => {
    const settings = { silencePolicy: 'explain', ratedBy: 'each' } as const;
    const context = under(settings, DAY_AFTER);
    const silent = matterAfter(replied(settings), settled(replied(settings), settings)!);
    const successor = { ...SECONDERS[0]!, gone: ['lead', 'zhao'] };
    const taken = takeLead(silent.proposal, successor, of(silent, context));
    expect(taken.events.at(-1)).toMatchObject({ matter: 'explanation', owedBy: { memberIds: [successor.memberId, 'wu'] } });
    const { handling } = first(silent);
    const beside = { ...silent, handlings: [handling, { ...handling, id: 'other', state: 'ASSIGNED' as const, silence: null }] };
    const ended = matterAfter(beside, end(first(beside), COMMITTEE, { outcome: null, reason: 'Abroad.' }, of(beside, context)));
    expect(takeLead(ended.proposal, successor, of(ended, context)).events.map(({ type }) => type)).toEqual(['LeadTaken']);
  });

  it('is none of who has left: they are not asked to rate', () => {
    const settings = { ratedBy: 'each' } as const;
    const assigned = aProposal(under(settings)).assigned().matter();
    const byUnit = { ...HANDLER, gone: ['ding', 'lead'] };
    const made = reply(first(assigned), byUnit, ANSWER, of(assigned, under(settings)));
    expect(made.handlings?.[0]?.askedToRate).toEqual(['lead', 'wu', 'zhao']); // The place of the lead is taken by somebody.
  });

  it('of some leaves it to those who rated, and the committee waits for that', () => {
    const settings = { ratedBy: 'each' } as const;
    for (const [judgement, state] of [[FAIR, 'RATED'] as const, [UNFAIR, 'IN_PROGRESS'] as const]) {
      const one = rated(fresh(settings), SECONDERS[0]!, judgement, under(settings));
      const late = of(one.matter, under(settings, DAY_AFTER));
      expect(() => end(first(one.matter), COMMITTEE, { outcome: null, reason: 'Enough.' }, late)).toThrow(
        refused('proposals.feedback-pending'),
      );
      const made = settled(one.matter, settings, DAY_AFTER, one.given)!;
      expect(matterState(matterAfter(one.matter, made))).toBe(state);
      expect(made.events[1]).toMatchObject({ type: 'FeedbackLapsed', memberIds: ['lead', 'wu', 'zhao'], isRated: true });
    }
  });
});

describe('after the last round', () => {
  const escalated = (): ProposalMatter => aProposal().escalated().matter();
  const minutes = {
    metOn: civilDate('2026-03-09'),
    present: ['lead', 'handler', 'lead'],
    minutes: ' No budget. ',
    outcome: 'EXPLAINED',
  } as const;
  const meeting = (parts: Partial<Parameters<typeof recordMeeting>[2]> = {}, by: Authority = COMMITTEE, matter = escalated()) =>
    recordMeeting(first(matter), by, { ...minutes, ...parts }, of(matter));

  it('a meeting with its minutes settles it, and the matter ends with its outcome', () => {
    const made = meeting();
    expect(made.handlings?.[0]).toMatchObject({
      state: 'ENDED',
      meeting: { metOn: '2026-03-09', present: ['lead', 'handler'], minutes: 'No budget.', by: 'committee' },
      ending: { outcome: 'EXPLAINED', reason: null, by: 'committee' },
    });
    expect(made.proposal.state).toBe('CLOSED');
    expect(made.events).toEqual([
      { type: 'HandlingEnded', handlingId: 'handling', outcome: 'EXPLAINED' },
      { type: 'ProposalClosed' },
      { type: 'EscalationSettled', handlingId: 'handling', metOn: '2026-03-09', present: ['lead', 'handler'], outcome: 'EXPLAINED' },
    ]);
  });

  it('needs who was there and what was said, of a day that has come, by the committee, once', () => {
    expect(() => meeting({ present: [], minutes: ' ' })).toThrow(refused('proposals.incomplete', { fields: ['present', 'minutes'] }));
    expect(() => meeting({ metOn: civilDate('2026-03-11') })).toThrow(refused('proposals.meeting-in-the-future'));
    expect(() => meeting({}, HANDLER)).toThrow(refused('proposals.not-the-committee'));
    expect(() => meeting({}, COMMITTEE, aProposal().rated().matter())).toThrow(refused('proposals.wrong-state'));
    const over = matterAfter(escalated(), meeting());
    expect(() => meeting({}, COMMITTEE, over)).toThrow(refused('proposals.wrong-state'));
  });
});
