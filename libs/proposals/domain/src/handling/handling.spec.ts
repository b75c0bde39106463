import { WorkingCalendar, civilDate } from '@plenum/calendar';
import { assign } from './assignment.js';
import { close } from '../feedback/closing.js';
import { takeLead } from '../filing/lead.js';
import { type Proposal, latestReply, secondersOf } from '../proposal/proposal.js';
import { rate } from '../feedback/rating.js';
import { reply } from './reply.js';
import type { ProposalSettings } from '../call/settings.js';
import { type Authority, maySeeRating } from '../proposal/authority.js';
import { withdraw } from '../filing/submission.js';
import { ANSWER, aCall, aProposal, inState, when } from '../testing/a-proposal.js';
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
  const routing = { leadUnitId: LOGISTICS, assistingUnitIds: [FINANCE, FINANCE], ...(rest.dueOn ? { dueOn: civilDate(rest.dueOn) } : {}) };
  return assign(inState.FILED(), COMMITTEE, routing, context);
};

describe('assigning', () => {
  it('counts the due date from the day of assignment, by the rule of the call and the calendar', () => {
    expect(routed({}).proposal.assignment?.dueOn).toBe('2026-07-28');
    expect(routed({ replyDue: { kind: 'working-days', n: 5 } }).proposal.assignment?.dueOn).toBe('2026-05-08');
    expect(routed({ replyDue: { kind: 'working-days', n: 5 } }, { daysOff: ['2026-05-07'] }).proposal.assignment?.dueOn).toBe('2026-05-09');
    expect(routed({ replyDue: { kind: 'date', date: '2026-06-20' } }).proposal.assignment?.dueOn).toBe('2026-06-20');
    expect(routed({}, { dueOn: '2026-04-28' }).proposal.assignment?.dueOn).toBe('2026-04-28');
  });

  it('tells the units and sets the deadline, until 24:00 of its day, with a reminder three days before', () => {
    expect(routed({}, { dueOn: '2026-06-30' }).events).toEqual([
      { type: 'ProposalAssigned', leadUnitId: LOGISTICS, assistingUnitIds: [FINANCE], dueOn: '2026-06-30' },
      {
        type: 'DeadlineSet',
        matter: 'reply',
        round: 1,
        dueAt: new Date('2026-06-30T16:00:00Z'),
        remindAt: new Date('2026-06-27T16:00:00Z'),
        owedBy: { unitId: LOGISTICS },
      },
    ]);
  });

  it('marks a date that rests on holidays not announced yet', () => {
    const far = when(new Date('2038-11-30T02:00:00Z'));
    expect(assign(inState.FILED(), COMMITTEE, { leadUnitId: LOGISTICS, assistingUnitIds: [] }, far).proposal.assignment).toMatchObject({
      dueProvisional: true,
    });
    expect(routed({}).proposal.assignment?.dueProvisional).toBe(false);
  });

  it('refuses a date in the past and a lead unit that assists itself', () => {
    expect(() => routed({}, { dueOn: '2026-04-27' })).toThrow(refused('proposals.due-in-the-past', { dueOn: '2026-04-27' }));
    expect(() => routed({ replyDue: { kind: 'date', date: '2026-04-01' } })).toThrow(refused('proposals.due-in-the-past'));
    expect(() => routed({ replyDue: { kind: 'before-session', days: 14 } })).toThrow(refused('proposals.due-date-unknown'));
    expect(() => routed({ replyDue: { kind: 'before-session', days: 14 } }, { dueOn: '2026-06-20' })).not.toThrow();
    expect(() => assign(inState.FILED(), COMMITTEE, { leadUnitId: LOGISTICS, assistingUnitIds: [LOGISTICS] }, when())).toThrow(
      refused('proposals.lead-unit-assists-itself'),
    );
  });
});

describe('replying', () => {
  const LAST_MOMENT = new Date('2026-06-30T15:59:59.999Z');
  const PAST_DUE = new Date('2026-06-30T16:00:00Z');

  it('is in time until 24:00 of the due date, and overdue after', () => {
    expect(latestReply(reply(inState.ASSIGNED(), HANDLER, ANSWER, when(LAST_MOMENT)).proposal)?.overdue).toBe(false);
    expect(latestReply(reply(inState.ASSIGNED(), HANDLER, ANSWER, when(PAST_DUE)).proposal)?.overdue).toBe(true);
  });

  it('is refused after it where the call says so', () => {
    const strict = aCall({ lateReply: 'refuse' });
    expect(() => reply(inState.ASSIGNED(), HANDLER, ANSWER, when(PAST_DUE, strict))).toThrow(
      refused('proposals.reply-overdue', { dueOn: '2026-06-30' }),
    );
    expect(reply(inState.ASSIGNED(), HANDLER, ANSWER, when(LAST_MOMENT, strict)).proposal.state).toBe('REPLIED');
  });

  it('ends one deadline and asks the proposer for a rating within fifteen working days', () => {
    const { events, proposal } = reply(inState.IN_PROGRESS(), HANDLER, ANSWER, when(new Date('2026-06-16T02:00:00Z')));
    expect(latestReply(proposal)).toMatchObject({ round: 1, feedbackDueOn: '2026-07-08', rating: null });
    expect(events).toEqual([
      { type: 'ProposalReplied', round: 1, feedbackDueOn: '2026-07-08' },
      { type: 'DeadlineMet', matter: 'reply', round: 1 },
      expect.objectContaining({ type: 'DeadlineSet', matter: 'feedback', round: 1, owedBy: { memberIds: ['lead'] } }),
    ]);
  });

  it('asks for no rating of a suggestion', () => {
    const { events, proposal } = reply(aProposal().assigned('SUGGESTION').proposal(), HANDLER, ANSWER, when());
    expect(events.map(({ type }) => type)).toEqual(['ProposalReplied', 'DeadlineMet']);
    expect(latestReply(proposal)?.feedbackDueOn).toBeNull();
    expect(() => rate(proposal, LEAD, { attitude: 'SATISFIED', result: 'SATISFIED', comment: null }, when())).toThrow(
      refused('proposals.suggestion-not-rated'),
    );
  });

  it('acknowledges what nobody had acknowledged', () => {
    const at = new Date('2026-04-01T02:00:00Z');
    expect(reply(inState.ASSIGNED(), HANDLER, ANSWER, when(at)).proposal.assignment?.acknowledged).toEqual({ by: 'handler', at });
    expect(reply(inState.IN_PROGRESS(), HANDLER, ANSWER, when(at)).proposal.assignment?.acknowledged?.at).toEqual(when().at);
  });

  it('needs words, and a category that the organisation knows', () => {
    expect(() => reply(inState.ASSIGNED(), HANDLER, { ...ANSWER, text: ' ' }, when())).toThrow(refused('proposals.incomplete'));
    expect(() => reply(inState.ASSIGNED(), HANDLER, { ...ANSWER, resultCategory: 'A' }, when())).toThrow(
      refused('proposals.unknown-result-category', { category: 'A' }),
    );
  });
});

describe('rating and closing', () => {
  it('keeps both dimensions with the reply and ends the wait for feedback', () => {
    const { proposal, events } = rate(
      inState.REPLIED(),
      LEAD,
      { attitude: 'SATISFIED', result: 'BASICALLY', comment: ' Not yet. ' },
      when(),
    );
    expect(latestReply(proposal)?.rating).toEqual({
      attitude: 'SATISFIED',
      result: 'BASICALLY',
      comment: 'Not yet.',
      by: 'lead',
      at: when().at,
    });
    expect(events).toEqual([
      { type: 'ProposalRated', round: 1 },
      { type: 'DeadlineMet', matter: 'feedback', round: 1 },
    ]);
  });

  it('waits for the rating until its day is past; silence then closes it and is no rating', () => {
    const replied = inState.REPLIED();
    const dueOn = latestReply(replied)!.feedbackDueOn!;
    const lastMoment = new Date(new WorkingCalendar().endOf(dueOn).getTime() - 1);
    expect(() => close(replied, COMMITTEE, SILENT, when(lastMoment))).toThrow(
      refused('proposals.feedback-pending', { feedbackDueOn: dueOn }),
    );
    const { proposal, events } = close(replied, COMMITTEE, SILENT, when(new Date(lastMoment.getTime() + 1)));
    expect(latestReply(proposal)?.rating).toBeNull();
    expect(events).toEqual([{ type: 'ProposalClosed' }, { type: 'DeadlineMet', matter: 'feedback', round: 1 }]);
  });

  it('closes a suggestion as soon as it is answered', () => {
    const { proposal, events } = close(
      aProposal().replied('SUGGESTION').proposal(),
      COMMITTEE,
      { outcome: 'EXPLAINED', reason: null },
      when(),
    );
    expect(proposal).toMatchObject({ state: 'CLOSED', closing: { outcome: 'EXPLAINED', reason: null, by: 'committee' } });
    expect(events).toEqual([{ type: 'ProposalClosed' }]);
  });
});

describe('a dissatisfied rating', () => {
  const RATED_ON = new Date('2026-06-30T02:00:00Z');
  const AGAIN = new Date('2026-07-10T02:00:00Z');
  const dissatisfied = (proposal: Proposal, at = RATED_ON, settings: Partial<ProposalSettings> = {}) =>
    rate(proposal, LEAD, { attitude: 'SATISFIED', result: 'DISSATISFIED', comment: null }, when(at, aCall(settings)));

  it('opens another round with a clock of its own, which the unit owes', () => {
    const { proposal, events } = dissatisfied(inState.REPLIED());
    expect(proposal).toMatchObject({ state: 'IN_PROGRESS', assignment: { dueOn: '2026-07-30', dueProvisional: false } });
    expect(events.slice(2)).toEqual([
      { type: 'ProposalReopened', round: 2, dueOn: '2026-07-30' },
      {
        type: 'DeadlineSet',
        matter: 'reply',
        round: 2,
        dueAt: new Date('2026-07-30T16:00:00Z'),
        remindAt: new Date('2026-07-27T16:00:00Z'),
        owedBy: { unitId: LOGISTICS },
      },
    ]);
    expect(() => close(proposal, COMMITTEE, { outcome: null, reason: 'Enough.' }, when(RATED_ON))).toThrow(
      refused('proposals.wrong-state'),
    );
  });

  it('does so whichever of the two was found wanting', () => {
    const judged = { attitude: 'DISSATISFIED', result: 'SATISFIED', comment: null } as const;
    expect(rate(inState.REPLIED(), LEAD, judged, when()).proposal.state).toBe('IN_PROGRESS');
  });

  it('is answered once more, and that answer rated; each deadline is of its round', () => {
    const again = reply(dissatisfied(inState.REPLIED()).proposal, HANDLER, ANSWER, when(AGAIN));
    expect(again.events).toMatchObject([
      { type: 'ProposalReplied', round: 2 },
      { type: 'DeadlineMet', matter: 'reply', round: 2 },
      { type: 'DeadlineSet', matter: 'feedback', round: 2 },
    ]);
    expect(latestReply(again.proposal)).toMatchObject({ round: 2, overdue: false, rating: null });
  });

  it('after the last round leaves it to the committee to close, with a reason', () => {
    const again = reply(dissatisfied(inState.REPLIED()).proposal, HANDLER, ANSWER, when(AGAIN)).proposal;
    const { proposal, events } = dissatisfied(again, AGAIN);
    expect(proposal.state).toBe('RATED');
    expect(events.map(({ type }) => type)).toEqual(['ProposalRated', 'DeadlineMet']);
    expect(() => close(proposal, COMMITTEE, { outcome: 'UNRESOLVED', reason: ' ' }, when(AGAIN))).toThrow(
      refused('proposals.reason-required'),
    );
    const closed = close(proposal, COMMITTEE, { outcome: 'UNRESOLVED', reason: ' Met on 8 July; no budget. ' }, when(AGAIN)).proposal;
    expect(closed.closing).toMatchObject({ outcome: 'UNRESOLVED', reason: 'Met on 8 July; no budget.' });
  });

  it('and any other is closed by the unit’s own people with a reason, so that being asked for one tells them nothing', () => {
    const again = reply(dissatisfied(inState.REPLIED()).proposal, HANDLER, ANSWER, when(AGAIN)).proposal;
    const torn = { ...COMMITTEE, handled: [FINANCE] };
    for (const rated of [inState.RATED(), dissatisfied(again, AGAIN).proposal]) {
      expect(() => close(rated, torn, SILENT, when(AGAIN))).toThrow(refused('proposals.reason-required'));
      expect(close(rated, torn, { outcome: null, reason: 'Done.' }, when(AGAIN)).proposal.state).toBe('CLOSED');
    }
    expect(close(aProposal().replied('SUGGESTION').proposal(), torn, SILENT, when()).proposal.state).toBe('CLOSED');
  });

  it('opens as many rounds as the call has, and never only one; each has a period, which no fixed day is', () => {
    const again = reply(dissatisfied(inState.REPLIED()).proposal, HANDLER, ANSWER, when(AGAIN)).proposal;
    expect(dissatisfied(again, AGAIN, { maxRounds: 3 }).proposal.state).toBe('IN_PROGRESS');
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
    const replied = inState.REPLIED();
    const { proposal, events } = takeLead(replied, { ...SIGNER, gone: ['lead'] }, when());
    expect(proposal.leadProposerId).toBe('ding');
    expect(secondersOf(proposal)).toEqual(['wu', 'zhao', 'lead']);
    expect(events).toEqual([
      { type: 'LeadTaken', formerLeadId: 'lead' },
      expect.objectContaining({ type: 'DeadlineSet', matter: 'feedback', round: 1, owedBy: { memberIds: ['ding'] } }),
    ]);
    expect(rate(proposal, SIGNER, { attitude: 'SATISFIED', result: 'SATISFIED', comment: null }, when()).proposal.state).toBe('RATED');
    expect(
      withdraw(takeLead(inState.FILED(), { ...SIGNER, gone: ['lead'] }, when()).proposal, SIGNER, 'Solved.', when()).proposal.state,
    ).toBe('WITHDRAWN');
  });

  it('is nobody’s while the lead is there', () => {
    expect(() => takeLead(inState.FILED(), SIGNER, when())).toThrow(refused('proposals.lead-not-vacant'));
  });

  it('falls to the committee only when no seconder is left, and never to the unit’s own people', () => {
    const replied = inState.REPLIED();
    expect(() => takeLead(replied, { ...COMMITTEE, gone: ['lead', 'ding'] }, when())).toThrow(refused('proposals.not-a-successor'));
    expect(takeLead(replied, { ...COMMITTEE, gone }, when()).proposal.leadProposerId).toBe('committee');
    expect(() => takeLead(replied, { ...COMMITTEE, gone, handled: [FINANCE] }, when())).toThrow(refused('proposals.not-a-successor'));
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
  const seenBy = (proposal: Proposal) => Object.entries(people).flatMap(([name, who]) => (maySee(proposal, who) ? name : []));

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
    expect(seenBy(inState[state]()).join(' ')).toBe(names);
  });

  it('keeps the rating from the handling units until the matter is closed, committee seat or not', () => {
    const torn = someone('torn', { reviews: true, handles: [FINANCE] });
    const leading = someone('leading', { reviews: true, inCharge: [FINANCE] });
    const formerly = someone('formerly', { reviews: true, handled: [FINANCE] });
    const ratingSeenBy = (proposal: Proposal) =>
      Object.entries({ ...people, TORN: torn, LEADING: leading, FORMERLY: formerly }).flatMap(([name, who]) =>
        maySeeRating(proposal, who) ? name : [],
      );
    expect(ratingSeenBy(inState.RATED())).toEqual(['LEAD', 'COMMITTEE']);
    expect(ratingSeenBy(inState.CLOSED())).toEqual([...Object.keys(people), 'TORN', 'LEADING', 'FORMERLY']);
    expect(ratingSeenBy(inState.SUBMITTED())).toEqual([]);
    const rated = inState.RATED();
    const ofUnit = { ...SECONDERS[0]!, handles: [LOGISTICS], gone: ['lead'] };
    const taken = takeLead(rated, ofUnit, when()).proposal;
    expect([maySeeRating(taken, ofUnit), maySeeRating(taken, { ...ofUnit, handles: [] })]).toEqual([false, true]);
    const own = { ...LEAD, handles: [LOGISTICS] };
    expect([maySeeRating(rated, own), maySeeRating(taken, own)]).toEqual([true, true]);
    const answering = someone(rated.replies[0]?.by ?? '', { reviews: true });
    expect(maySeeRating(rated, answering)).toBe(false);
  });
});
