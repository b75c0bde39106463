import { WorkingCalendar, civilDate } from '@plenum/calendar';
import { assign } from './assignment.js';
import { end } from '../feedback/ending.js';
import { takeLead } from '../filing/lead.js';
import { latestReply } from '../proposal/handling.js';
import { type ProposalMatter, matterAfter, matterState } from '../proposal/matter.js';
import { type Change, secondersOf } from '../proposal/proposal.js';
import { rate } from '../feedback/rating.js';
import { reply } from '../replying/reply.js';
import type { ProposalSettings } from '../call/settings.js';
import { type Authority, mayKnowOfRatings, maySeeRating, ratingsSeenBy } from '../proposal/authority.js';
import { withdraw } from '../filing/submission.js';
import { ANSWER, HANDLING_ID, aCall, aProposal, first, inState, matterIn, of, when } from '../testing/a-proposal.js';
import {
  ASSISTANT,
  ATTENDEE,
  COMMITTEE,
  FINANCE,
  HANDLER,
  LEAD,
  LEADER,
  LOGISTICS,
  PRESIDIUM,
  SECONDERS,
  STRANGER,
  SUCCESSOR,
  aDelegate,
  someone,
} from '../testing/people.js';
import { maySee } from '../proposal/visibility.js';

const SILENT = { outcome: null, reason: null };
const refused = (code: string, details?: object) => expect.objectContaining(details ? { code, details } : { code });
const routed = (settings: Partial<ProposalSettings>, rest: { dueOn?: string; daysOff?: string[] } = {}) => {
  const context = when(new Date('2026-04-28T02:00:00Z'), aCall(settings), new WorkingCalendar({ daysOff: rest.daysOff ?? [] }));
  const dueOn = rest.dueOn ? { dueOn: civilDate(rest.dueOn) } : {};
  const routing = { handlingId: HANDLING_ID, leadUnitId: LOGISTICS, assistingUnitIds: [FINANCE, FINANCE], ...dueOn };
  return assign(inState.FILED(), COMMITTEE, [routing], context);
};
const alone = { handlingId: HANDLING_ID, leadUnitId: LOGISTICS, assistingUnitIds: [] };
const about = { kind: 'handling', id: HANDLING_ID } as const;
type Context = ReturnType<typeof when>;
/** One step of the first handling of a matter. */
const replying = (matter: ProposalMatter, context: Context, answer = ANSWER as Parameters<typeof reply>[2]) =>
  reply(first(matter), HANDLER, answer, of(matter, context));
const rating = (matter: ProposalMatter, judged: Parameters<typeof rate>[2], context: Context = when(), by: Authority = LEAD) =>
  rate(first(matter), by, judged, [], of(matter, context));
const ending = (matter: ProposalMatter, closure: Parameters<typeof end>[2], context: Context = when(), by: Authority = COMMITTEE) =>
  end(first(matter), by, closure, of(matter, context));
/** The handling that was changed. */
const made = ({ handlings = [] }: Change) => handlings[0]!;

describe('assigning', () => {
  it('counts the due date from the day of assignment, by the rule of the call and the calendar', () => {
    expect(routed({}).handlings?.[0]?.due.dueOn).toBe('2026-07-28');
    expect(routed({ replyDue: { kind: 'working-days', n: 5 } }).handlings?.[0]?.due.dueOn).toBe('2026-05-08');
    expect(routed({ replyDue: { kind: 'working-days', n: 5 } }, { daysOff: ['2026-05-07'] }).handlings?.[0]?.due.dueOn).toBe('2026-05-09');
    expect(routed({ replyDue: { kind: 'date', date: '2026-06-20' } }).handlings?.[0]?.due.dueOn).toBe('2026-06-20');
    expect(routed({}, { dueOn: '2026-04-28' }).handlings?.[0]?.due.dueOn).toBe('2026-04-28');
  });

  it('tells the units and sets the deadlines, until 24:00 of their days, with the steps of the ladder', () => {
    expect(routed({}, { dueOn: '2026-06-30' }).events).toEqual([
      { type: 'ProposalAssigned', handlingId: HANDLING_ID, leadUnitId: LOGISTICS, assistingUnitIds: [FINANCE], dueOn: '2026-06-30' },
      {
        type: 'DeadlineSet',
        about,
        matter: 'reply',
        round: 1,
        rule: null,
        startedOn: '2026-04-28',
        stops: [],
        extendedFrom: null,
        dueOn: '2026-06-30',
        provisional: false,
        dueAt: new Date('2026-06-30T16:00:00Z'),
        remindOn: expect.any(String),
        steps: expect.any(Array),
        owedBy: { unitId: LOGISTICS },
      },
      {
        type: 'DeadlineSet',
        about,
        matter: 'contact',
        round: 1,
        rule: { kind: 'working-days', n: 20 },
        startedOn: '2026-04-28',
        stops: [],
        extendedFrom: null,
        dueOn: '2026-05-28',
        provisional: false,
        dueAt: new Date('2026-05-28T16:00:00Z'),
        remindOn: expect.any(String),
        steps: expect.any(Array),
        owedBy: { unitId: LOGISTICS },
      },
    ]);
  });

  it('marks a date that rests on holidays not announced yet', () => {
    const far = when(new Date('2038-11-30T02:00:00Z'));
    expect(made(assign(inState.FILED(), COMMITTEE, [alone], far)).due.provisional).toBe(true);
    expect(made(routed({})).due.provisional).toBe(false);
  });

  it('refuses a date in the past and a lead unit that assists itself', () => {
    expect(() => routed({}, { dueOn: '2026-04-27' })).toThrow(refused('proposals.due-in-the-past', { dueOn: '2026-04-27' }));
    expect(() => routed({ replyDue: { kind: 'date', date: '2026-04-01' } })).toThrow(refused('proposals.due-in-the-past'));
    expect(() => assign(inState.FILED(), COMMITTEE, [{ ...alone, assistingUnitIds: [LOGISTICS] }], when())).toThrow(
      refused('proposals.lead-unit-assists-itself'),
    );
  });

  it('to separate units gives each a handling with a clock of its own, and the matter closes with the last', () => {
    const other = { handlingId: 'other', leadUnitId: FINANCE, assistingUnitIds: [], dueOn: civilDate('2026-05-29') };
    const change = assign(inState.FILED(), COMMITTEE, [alone, other], when());
    expect(change.handlings?.map(({ id, leadUnitId, due }) => [id, leadUnitId, due.dueOn])).toEqual([
      [HANDLING_ID, LOGISTICS, '2026-06-10'],
      ['other', FINANCE, '2026-05-29'],
    ]);
    const ofOne = ['ProposalAssigned', 'DeadlineSet', 'DeadlineSet'];
    expect(change.events.map(({ type }) => type)).toEqual([...ofOne, ...ofOne]);
    let matter = matterAfter({ handlings: [] }, change);
    const take = (nth: number, step: (it: ReturnType<typeof first>, context: Context) => Change) => {
      matter = matterAfter(matter, step(first(matter, nth), of(matter)));
    };
    const fair = { attitude: 'SATISFIED', result: 'SATISFIED', comment: null } as const;
    take(0, (it, c) => reply(it, HANDLER, ANSWER, c));
    expect([matterState(matter), matter.handlings.map(({ state }) => state)]).toEqual(['ASSIGNED', ['REPLIED', 'ASSIGNED']]);
    take(0, (it, c) => rate(it, LEAD, fair, [], c));
    take(0, (it, c) => end(it, COMMITTEE, SILENT, c));
    expect([matter.proposal.state, matterState(matter)]).toEqual(['ACCEPTED', 'ASSIGNED']);
    take(1, (it, c) => reply(it, ASSISTANT, ANSWER, c));
    take(1, (it, c) => rate(it, LEAD, { ...fair, attitude: 'DISSATISFIED' }, [], c));
    expect([matterState(matter), matter.handlings.map(({ state }) => state)]).toEqual(['IN_PROGRESS', ['ENDED', 'IN_PROGRESS']]);
    take(1, (it, c) => reply(it, ASSISTANT, ANSWER, c));
    take(1, (it, c) => rate(it, LEAD, fair, [], c));
    take(1, (it, c) => end(it, COMMITTEE, SILENT, c));
    expect([matter.proposal.state, matterState(matter)]).toEqual(['CLOSED', 'CLOSED']);
  });

  it('refuses no unit at all, one that is named twice, and what is assigned already', () => {
    expect(() => assign(inState.FILED(), COMMITTEE, [], when())).toThrow(refused('proposals.incomplete'));
    expect(() => assign(inState.FILED(), COMMITTEE, [alone, { ...alone, handlingId: 'other' }], when())).toThrow(
      refused('proposals.unit-named-twice', { unitId: LOGISTICS }),
    );
    const matter = matterIn.RATED();
    expect(() => assign(matter.proposal, COMMITTEE, [alone], of(matter))).toThrow(
      refused('proposals.wrong-state', { action: 'assign', state: 'RATED' }),
    );
  });
});

describe('replying', () => {
  const LAST_MOMENT = new Date('2026-06-30T15:59:59.999Z');
  const PAST_DUE = new Date('2026-06-30T16:00:00Z');

  it('is in time until 24:00 of the due date, and overdue after', () => {
    expect(latestReply(made(replying(matterIn.ASSIGNED(), when(LAST_MOMENT))))?.overdue).toBe(false);
    expect(latestReply(made(replying(matterIn.ASSIGNED(), when(PAST_DUE))))?.overdue).toBe(true);
  });

  it('is refused after it where the call says so', () => {
    const strict = aCall({ lateReply: 'refuse' });
    expect(() => replying(matterIn.ASSIGNED(), when(PAST_DUE, strict))).toThrow(
      refused('proposals.reply-overdue', { dueOn: '2026-06-30' }),
    );
    expect(made(replying(matterIn.ASSIGNED(), when(LAST_MOMENT, strict))).state).toBe('REPLIED');
  });

  it('is given by a colleague where who proposes the matter handles for the unit, alone or jointly', () => {
    const own =
      (by: Authority, matter = matterIn.IN_PROGRESS()) =>
      () =>
        reply(first(matter), { ...by, handles: [LOGISTICS] }, ANSWER, of(matter));
    expect(own(LEAD)).toThrow(refused('proposals.own-reply'));
    const joint = matterIn.IN_PROGRESS();
    const merged = [{ proposalId: 'child', authorIds: ['joint'], seconderIds: [] }];
    expect(own(someone('joint'), { ...joint, proposal: { ...joint.proposal, merged } })).toThrow(refused('proposals.own-reply'));
    expect(own(SECONDERS[0]!)).not.toThrow();
  });

  it('goes to the lead alone where the call says so', () => {
    const { events } = replying(matterIn.IN_PROGRESS(), when(LAST_MOMENT, aCall({ jointReplyTo: 'lead' })));
    expect(events[0]).toMatchObject({ type: 'ProposalReplied', toldTo: 'lead' });
  });

  it('ends one deadline and asks the proposer for a rating within fifteen working days', () => {
    const change = replying(matterIn.IN_PROGRESS(), when(new Date('2026-06-16T02:00:00Z')));
    expect(latestReply(made(change))).toMatchObject({ round: 1, feedbackDueOn: '2026-07-08' });
    expect(change.rating).toBeUndefined();
    expect(change.events).toEqual([
      { type: 'ProposalReplied', handlingId: HANDLING_ID, round: 1, feedbackDueOn: '2026-07-08', toldTo: 'each' },
      { type: 'DeadlineMet', about, matter: 'reply', round: 1 },
      { type: 'DeadlineMet', about, matter: 'contact', round: 1, waived: true },
      expect.objectContaining({ type: 'DeadlineSet', about, matter: 'feedback', round: 1, owedBy: { memberIds: ['lead'] } }),
    ]);
  });

  it('asks for no rating of a suggestion', () => {
    const assigned = aProposal().assigned('SUGGESTION').matter();
    const change = replying(assigned, when());
    expect(change.events.map(({ type }) => type)).toEqual(['ProposalReplied', 'DeadlineMet', 'DeadlineMet']);
    expect(latestReply(made(change))?.feedbackDueOn).toBeNull();
    expect(() => rating(matterAfter(assigned, change), { attitude: 'SATISFIED', result: 'SATISFIED', comment: null })).toThrow(
      refused('proposals.suggestion-not-rated'),
    );
  });

  it('acknowledges what nobody had acknowledged', () => {
    const at = new Date('2026-04-01T02:00:00Z');
    expect(made(replying(matterIn.ASSIGNED(), when(at))).acknowledged).toEqual({ by: 'handler', at });
    expect(made(replying(matterIn.IN_PROGRESS(), when(at))).acknowledged?.at).toEqual(when().at);
  });

  it('needs words, and a category that the organisation knows', () => {
    expect(() => replying(matterIn.ASSIGNED(), when(), { ...ANSWER, text: ' ' })).toThrow(refused('proposals.incomplete'));
    expect(() => replying(matterIn.ASSIGNED(), when(), { ...ANSWER, resultCategory: 'A' })).toThrow(
      refused('proposals.unknown-result-category', { category: 'A' }),
    );
  });
});

describe('rating and closing', () => {
  it('keeps both dimensions with the reply and ends the wait for feedback', () => {
    const change = rating(matterIn.REPLIED(), { attitude: 'SATISFIED', result: 'BASICALLY', comment: ' Not yet. ' });
    expect(change.rating).toEqual({
      handlingId: HANDLING_ID,
      round: 1,
      attitude: 'SATISFIED',
      result: 'BASICALLY',
      comment: 'Not yet.',
      by: 'lead',
      at: when().at,
    });
    expect(JSON.stringify(change.handlings)).not.toContain('Not yet.');
    expect(change.events).toEqual([
      { type: 'ProposalRated', handlingId: HANDLING_ID, round: 1, awaited: 0 },
      { type: 'DeadlineMet', about, matter: 'feedback', round: 1 },
    ]);
  });

  it('waits for the rating until its day is past; silence then closes it and is no rating', () => {
    const replied = matterIn.REPLIED();
    const dueOn = latestReply(replied.handlings[0]!)!.feedbackDueOn!;
    const lastMoment = new Date(new WorkingCalendar().endOf(dueOn).getTime() - 1);
    expect(() => ending(replied, SILENT, when(lastMoment))).toThrow(refused('proposals.feedback-pending', { feedbackDueOn: dueOn }));
    const { proposal, rating: none, events } = ending(replied, SILENT, when(new Date(lastMoment.getTime() + 1)));
    expect([proposal.state, none]).toEqual(['CLOSED', undefined]);
    expect(events).toEqual([
      { type: 'HandlingEnded', handlingId: HANDLING_ID, outcome: null },
      { type: 'ProposalClosed' },
      { type: 'DeadlineMet', about, matter: 'feedback', round: 1, waived: true },
      { type: 'FeedbackLapsed', handlingId: HANDLING_ID, round: 1, policy: 'exclude', memberIds: ['lead'], isRated: false },
    ]);
  });

  it('closes a suggestion as soon as it is answered', () => {
    const change = ending(aProposal().replied('SUGGESTION').matter(), { outcome: 'EXPLAINED', reason: null });
    expect(change.proposal.state).toBe('CLOSED');
    expect(made(change)).toMatchObject({ state: 'ENDED', ending: { outcome: 'EXPLAINED', reason: null, by: 'committee' } });
    expect(change.events).toEqual([{ type: 'HandlingEnded', handlingId: HANDLING_ID, outcome: 'EXPLAINED' }, { type: 'ProposalClosed' }]);
  });
});

describe('a dissatisfied rating', () => {
  const RATED_ON = new Date('2026-03-30T02:00:00Z');
  const AGAIN = new Date('2026-04-10T02:00:00Z');
  const dissatisfied = (matter: ProposalMatter, at = RATED_ON, settings: Partial<ProposalSettings> = {}) =>
    rating(matter, { attitude: 'SATISFIED', result: 'DISSATISFIED', comment: null }, when(at, aCall(settings)));
  const handledAgain = (): ProposalMatter => matterAfter(matterIn.REPLIED(), dissatisfied(matterIn.REPLIED()));
  const repliedAgain = (): ProposalMatter => matterAfter(handledAgain(), replying(handledAgain(), when(AGAIN)));

  it('opens another round with a clock of its own, which the unit owes', () => {
    const change = dissatisfied(matterIn.REPLIED());
    expect(made(change)).toMatchObject({ state: 'IN_PROGRESS', due: { dueOn: '2026-04-30', provisional: false } });
    expect(change.events.slice(2)).toEqual([
      { type: 'ProposalReopened', handlingId: HANDLING_ID, round: 2, dueOn: '2026-04-30' },
      {
        type: 'DeadlineSet',
        about,
        matter: 'reply',
        round: 2,
        rule: { kind: 'months', n: 1 },
        startedOn: '2026-03-30',
        stops: [],
        extendedFrom: null,
        dueOn: '2026-04-30',
        provisional: false,
        dueAt: new Date('2026-04-30T16:00:00Z'),
        remindOn: expect.any(String),
        steps: expect.any(Array),
        owedBy: { unitId: LOGISTICS },
      },
    ]);
    expect(() => ending(handledAgain(), { outcome: null, reason: 'Enough.' }, when(RATED_ON))).toThrow(refused('proposals.wrong-state'));
  });

  it('does so whichever of the two was found wanting', () => {
    const judged = { attitude: 'DISSATISFIED', result: 'SATISFIED', comment: null } as const;
    expect(made(rating(matterIn.REPLIED(), judged)).state).toBe('IN_PROGRESS');
  });

  it('is answered once more, and that answer rated; each deadline is of its round', () => {
    const again = replying(handledAgain(), when(AGAIN));
    expect(again.events).toMatchObject([
      { type: 'ProposalReplied', round: 2 },
      { type: 'DeadlineMet', matter: 'reply', round: 2 },
      { type: 'DeadlineSet', matter: 'feedback', round: 2 },
    ]);
    expect(latestReply(made(again))).toMatchObject({ round: 2, overdue: false });
  });

  it('after the last round escalates, and is not simply ended then', () => {
    const change = dissatisfied(repliedAgain(), AGAIN);
    const escalated = matterAfter(repliedAgain(), change);
    expect(matterState(escalated)).toBe('ESCALATED');
    expect(change.events.map(({ type }) => type)).toEqual(['ProposalRated', 'DeadlineMet', 'HandlingEscalated']);
    expect(() => ending(escalated, { outcome: 'UNRESOLVED', reason: 'No budget.' }, when(AGAIN))).toThrow(
      refused('proposals.wrong-state', { action: 'end', state: 'ESCALATED' }),
    );
  });

  it('or any other is closed by the unit’s own people with a reason, so that being asked for one tells them nothing', () => {
    const torn = { ...COMMITTEE, handled: [FINANCE] };
    const rated = matterIn.RATED();
    expect(() => ending(rated, SILENT, when(AGAIN), torn)).toThrow(refused('proposals.reason-required'));
    expect(ending(rated, { outcome: null, reason: 'Done.' }, when(AGAIN), torn).proposal.state).toBe('CLOSED');
    expect(ending(aProposal().replied('SUGGESTION').matter(), SILENT, when(), torn).proposal.state).toBe('CLOSED');
  });

  it('opens as many rounds as the call has, and never only one; each has a period, which no fixed day is', () => {
    expect(made(dissatisfied(repliedAgain(), AGAIN, { maxRounds: 3 })).state).toBe('IN_PROGRESS');
    expect(() => aCall({ maxRounds: 1 })).toThrow(refused('proposals.setting-out-of-range', { setting: 'maxRounds' }));
    expect(() => aCall({ rehandleDue: { kind: 'date', date: civilDate('2026-06-30') } })).toThrow(
      refused('proposals.setting-out-of-range', { setting: 'rehandleDue' }),
    );
  });
});

describe('the place of a lead who has left', () => {
  const gone = ['lead', 'ding', 'wu', 'zhao'];
  const [SIGNER] = SECONDERS as [Authority, ...Authority[]];

  it('falls to a seconder who accepts it, and with it the rating that is owed', () => {
    const replied = matterIn.REPLIED();
    const taken = takeLead(replied.proposal, { ...SIGNER, gone: ['lead'] }, of(replied));
    const { proposal, events } = taken;
    expect(proposal.leadProposerId).toBe('ding');
    expect(secondersOf(proposal)).toEqual(['wu', 'zhao', 'lead']);
    expect(events).toEqual([
      { type: 'LeadTaken', formerLeadId: 'lead' },
      expect.objectContaining({ type: 'DeadlineSet', about, matter: 'feedback', round: 1, owedBy: { memberIds: ['ding'] } }),
    ]);
    const fair = { attitude: 'SATISFIED', result: 'SATISFIED', comment: null } as const;
    expect(made(rating(matterAfter(replied, taken), fair, when(), SIGNER)).state).toBe('RATED');
    expect(
      withdraw(takeLead(inState.FILED(), { ...SIGNER, gone: ['lead'] }, when()).proposal, SIGNER, 'Solved.', when()).proposal.state,
    ).toBe('WITHDRAWN');
  });

  it('is nobody’s while the lead is there', () => {
    expect(() => takeLead(inState.FILED(), SIGNER, when())).toThrow(refused('proposals.lead-not-vacant'));
  });

  it('falls to the committee only when no seconder is left, and never to the unit’s own people', () => {
    const replied = matterIn.REPLIED();
    const taken = (by: Authority) => takeLead(replied.proposal, by, of(replied)).proposal;
    expect(() => taken({ ...COMMITTEE, gone: ['lead', 'ding'] })).toThrow(refused('proposals.not-a-successor'));
    expect(taken({ ...COMMITTEE, gone }).leadProposerId).toBe('committee');
    expect(() => taken({ ...COMMITTEE, gone, handled: [FINANCE] })).toThrow(refused('proposals.not-a-successor'));
    expect(() => takeLead(inState.SECONDING(), { ...COMMITTEE, gone }, when())).toThrow(refused('proposals.not-a-successor'));
  });
});

describe('who sees what', () => {
  const people = {
    LEAD,
    SIGNER: SECONDERS[0]!,
    DELEGATE: aDelegate('other'),
    ATTENDEE,
    COMMITTEE,
    PRESIDIUM,
    HANDLER,
    ASSISTANT,
    LEADER,
    SUCCESSOR,
    STRANGER,
  };
  const seenBy = (matter: ProposalMatter) => Object.entries(people).flatMap(([name, who]) => (maySee(matter, who) ? name : []));

  it.each([
    ['DRAFT', 'LEAD'],
    ['SECONDING', 'LEAD SIGNER DELEGATE ATTENDEE'],
    ['SUBMITTED', 'LEAD SIGNER COMMITTEE PRESIDIUM'],
    ['RETURNED', 'LEAD SIGNER COMMITTEE PRESIDIUM'],
    ['NOT_FILED', 'LEAD SIGNER COMMITTEE PRESIDIUM'],
    ['WITHDRAWN', 'LEAD SIGNER COMMITTEE PRESIDIUM'],
    ['FILED', 'LEAD SIGNER DELEGATE ATTENDEE COMMITTEE PRESIDIUM SUCCESSOR'],
    ['SUGGESTION', 'LEAD SIGNER DELEGATE ATTENDEE COMMITTEE PRESIDIUM SUCCESSOR'],
    ['ASSIGNED', 'LEAD SIGNER DELEGATE ATTENDEE COMMITTEE PRESIDIUM HANDLER ASSISTANT LEADER SUCCESSOR'],
    ['CLOSED', 'LEAD SIGNER DELEGATE ATTENDEE COMMITTEE PRESIDIUM HANDLER ASSISTANT LEADER SUCCESSOR'],
  ] as const)('%s is seen by %s', (state, names) => {
    expect(seenBy(matterIn[state]()).join(' ')).toBe(names);
  });

  it('keeps the rating from the handling units until the matter is closed, committee seat or not', () => {
    const torn = someone('torn', { reviews: true, handles: [FINANCE] });
    const leading = someone('leading', { reviews: true, inCharge: [FINANCE] });
    const formerly = someone('formerly', { reviews: true, handled: [FINANCE] });
    const ratingSeenBy = (matter: ProposalMatter, ratings: readonly { readonly by: string | null }[] = [{ by: 'lead' }]) =>
      Object.entries({ ...people, TORN: torn, LEADING: leading, FORMERLY: formerly }).flatMap(([name, who]) =>
        ratings.some((one) => maySeeRating(matter, who, one)) ? name : [],
      );
    expect(ratingSeenBy(matterIn.RATED())).toEqual(['LEAD', 'COMMITTEE']);
    expect(ratingSeenBy(matterIn.CLOSED())).toEqual([...Object.keys(people), 'TORN', 'LEADING', 'FORMERLY']);
    expect(ratingSeenBy(matterIn.SUBMITTED(), matterIn.SUBMITTED().ratings)).toEqual([]);
    const rated = matterIn.RATED();
    const [given] = rated.ratings;
    const ofUnit = { ...SECONDERS[0]!, handles: [LOGISTICS], gone: ['lead'] };
    const taken = { ...rated, proposal: takeLead(rated.proposal, ofUnit, of(rated)).proposal };
    expect([maySeeRating(taken, ofUnit, given!), maySeeRating(taken, { ...ofUnit, handles: [] }, given!)]).toEqual([false, true]);
    const own = { ...LEAD, handles: [LOGISTICS] };
    expect([maySeeRating(rated, own, given!), maySeeRating(taken, own, given!)]).toEqual([true, true]);
    const answering = someone(rated.handlings[0]?.replies[0]?.by ?? '', { reviews: true });
    expect(maySeeRating(rated, answering, given!)).toBe(false);
    // That somebody rated, and when: who signed it may know, a unit not even of its own rating.
    const knowing = (who: Authority) => mayKnowOfRatings(rated, who);
    expect([LEAD, COMMITTEE, SECONDERS[0]!].map(knowing)).toEqual([true, true, true]);
    expect([HANDLER, ASSISTANT, LEADER, own, { ...SECONDERS[0]!, handles: [LOGISTICS] }, STRANGER].map(knowing)).toEqual(
      Array(6).fill(false),
    );
    expect(mayKnowOfRatings(matterIn.CLOSED(), HANDLER)).toBe(true);
    // For the people of the units nothing is asked at all.
    expect([HANDLER, ASSISTANT, LEADER, torn, formerly, answering].map((who) => ratingsSeenBy(rated, who))).toEqual(Array(6).fill('none'));
  });
});
