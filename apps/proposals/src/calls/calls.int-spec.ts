import { type Congress, aCongress, done } from '../testing/congress.js';
import { type Stage, useStage } from '../testing/stage.js';

let stage: Stage;
let congress: Congress;

useStage(async (started) => {
  stage = started;
  congress = await aCongress(started);
});

const window = { opensAt: '2026-03-01T16:00:00.000Z', closesAt: '2026-03-30T16:00:00.000Z' };
const open = (body: object) => stage.as(congress.committee).post('/calls', { sessionId: stage.sessionId, ...window, ...body });

describe('a call', () => {
  it('freezes the rules it states and the usual ones, and is announced', async () => {
    const call = done(
      await open({
        minSeconders: 3,
        replyDue: { kind: 'date', date: '2026-06-20' },
        feedbackDue: { kind: 'days', n: 10, lastDay: 'next-working-day' },
      }),
    );
    expect(call).toEqual({
      id: expect.any(String),
      sessionId: stage.sessionId,
      ...window,
      phase: expect.stringMatching(/before|open|after/),
      minSeconders: 3,
      secondersMustBeDelegates: true,
      nonDelegateMayPropose: 'as-suggestion',
      delegationProposalSupport: { num: 1, den: 2, inclusive: false },
      maxCoProposers: null,
      endorsement: 'none',
      lateHandling: 'suggestion',
      withdrawUntil: 'assignment',
      reviewOutcomes: ['FILED', 'SUGGESTION', 'NOT_FILED', 'RETURNED', 'MERGED', 'PRESIDIUM'],
      reviewSteps: [{ name: 'REVIEW' }],
      disputedReview: 'presidium',
      mergedAuthors: 'joint-proposers',
      committeeSize: null,
      reconsiderationWithin: { kind: 'working-days', n: 10 },
      docketPattern: '{term}-{session}-{number}',
      suggestionPattern: null,
      leaderSignOff: 'on-reply',
      objectionWithin: { kind: 'working-days', n: 5 },
      reassignWithin: { kind: 'working-days', n: 10 },
      proposerMayObjectToRouting: false,
      contactWithin: { kind: 'working-days', n: 20 },
      assistingOpinionWithin: { kind: 'months', n: 1 },
      replyDue: { kind: 'date', date: '2026-06-20' },
      lateReply: 'accept',
      extensionLimit: { counted: 'in-all', months: 6 },
      clarificationsPerRound: 1,
      clarificationWorkingDays: 10,
      resultCategories: ['SOLVED', 'IN_PROGRESS', 'PLANNED', 'NOT_POSSIBLE'],
      resultDemands: [{ resultCategory: 'PLANNED', demand: 'promise' }],
      jointReplyTo: 'each',
      remindBeforeDays: 3,
      ratingScale: 3,
      ratingDimensions: ['attitude', 'result'],
      ratedBy: 'lead',
      feedbackDue: { kind: 'days', n: 10, lastDay: 'next-working-day' },
      silencePolicy: 'exclude',
      rehandleDue: { kind: 'months', n: 1 },
      maxRounds: 2,
      publishReplies: 'yes',
      statsUnit: 'both',
      version: 1,
    });
    expect(done(await stage.as(congress.staff).get(`/calls/${call.id}`))).toEqual(call);
    expect(done(await stage.as(congress.staff).get(`/calls?sessionId=${stage.sessionId}`)).items).toContainEqual(call);
    expect(await stage.eventsOf(call.id)).toEqual([
      {
        name: 'proposals.call-opened.v1',
        version: 1,
        data: { organisationId: stage.organisationId, sessionId: stage.sessionId, callId: call.id, ...window },
      },
    ]);
  });

  it.each([
    [{ closesAt: '2026-02-01T00:00:00Z' }, 422, 'proposals.window-reversed', undefined],
    [{ replyDue: { kind: 'date', date: '2026-09-31' } }, 400, 'malformed', [{ field: 'replyDue.date', reason: 'no-such-date' }]],
    [{ replyDue: { kind: 'days' } }, 400, 'malformed', expect.arrayContaining([{ field: 'replyDue.n', reason: 'isInt' }])],
    [{ replyDue: { kind: 'before-session' } }, 400, 'malformed', expect.arrayContaining([{ field: 'replyDue.days', reason: 'isInt' }])],
    [{ feedbackDue: { kind: 'before-session', days: 3 } }, 400, 'malformed', expect.anything()],
    [{ objectionWithin: { kind: 'date', date: '2026-06-30' } }, 422, 'proposals.setting-out-of-range', undefined],
    [{ delegationProposalSupport: { num: 3, den: 2, inclusive: true } }, 422, 'proposals.setting-out-of-range', undefined],
    [{ delegationProposalSupport: { num: 1 } }, 400, 'malformed', expect.anything()],
    [{ reviewSteps: [] }, 400, 'malformed', [{ field: 'reviewSteps', reason: 'arrayMinSize' }]],
    [{ silencePolicy: 'forget' }, 400, 'malformed', [{ field: 'silencePolicy', reason: 'isIn' }]],
    [{ clarificationWorkingDays: 11 }, 400, 'malformed', [{ field: 'clarificationWorkingDays', reason: 'max' }]],
    [{ replyDue: { kind: 'months', n: 200 } }, 422, 'calendar.not-a-period', undefined],
    [{ minSeconders: -1 }, 400, 'malformed', [{ field: 'minSeconders', reason: 'min' }]],
    [{ opensAt: 'tomorrow' }, 400, 'malformed', [{ field: 'opensAt', reason: 'isInstant' }]],
    [{ surprise: true }, 400, 'malformed', [{ field: 'surprise', reason: 'unknown-field' }]],
  ])('refuses %j', async (body, status, type, faults) => {
    expect((await open(body)).body).toMatchObject(faults ? { status, type, faults } : { status, type });
  });

  it('keeps every rule that it states, also that there is none', async () => {
    const rules = {
      delegationProposalSupport: { num: 2, den: 3, inclusive: true },
      maxCoProposers: 3,
      reviewOutcomes: ['FILED', 'SUGGESTION', 'NOT_FILED'],
      reviewSteps: [{ name: '初审' }, { name: '复审' }],
      committeeSize: { min: 7, max: 9 },
      contactWithin: null,
      replyDue: { kind: 'before-session', days: 14 },
      extensionLimit: { counted: 'beyond', months: 1 },
      ratingScale: 4,
      ratingDimensions: ['result'],
      silencePolicy: 'explain',
    };
    const { id } = done(await open(rules));
    expect(done(await stage.as(congress.staff).get(`/calls/${id}`))).toMatchObject(rules);
    expect(done(await open({ delegationProposalSupport: null, maxCoProposers: null }))).toMatchObject({
      delegationProposalSupport: null,
      maxCoProposers: null,
    });
  });

  it('offers the outcomes of a review that it states, and asks for a day where its rule has none yet', async () => {
    const callId = await congress.call({ reviewOutcomes: ['FILED', 'NOT_FILED'], replyDue: { kind: 'before-session', days: 14 } });
    const id = await congress.submitted(callId);
    const decide = (path: string, body: object) => stage.as(congress.committee).decide(`/proposals/${id}/${path}`, body);
    expect((await decide('review', { outcome: 'SUGGESTION' })).body).toMatchObject({
      type: 'proposals.outcome-not-offered',
      status: 422,
      details: { outcome: 'SUGGESTION' },
    });
    done(await decide('review', { outcome: 'FILED' }));
    const routing = { leadUnitId: stage.logistics };
    expect((await decide('assignment', routing)).body).toMatchObject({ type: 'proposals.due-date-unknown', status: 422 });
    done(await decide('assignment', { ...routing, dueOn: '2090-01-02' }));
  });

  it('is for a session that is there', async () => {
    expect((await open({ sessionId: congress.lead.id })).body).toMatchObject({
      type: 'proposals.not-found',
      status: 404,
      details: { kind: 'session' },
    });
  });

  it('that is not open yet takes no drafts; one that takes nothing late, none afterwards', async () => {
    const future = done(await open({ opensAt: '2090-01-01T00:00:00Z', closesAt: '2091-01-01T00:00:00Z' }));
    const past = done(await open({ lateHandling: 'refuse' }));
    const draft = (callId: string) => stage.as(congress.lead).post('/proposals', { callId, subject: 'A subject' });
    expect((await draft(future.id)).body).toMatchObject({ type: 'proposals.call-not-open', status: 409 });
    expect((await draft(past.id)).body).toMatchObject({ type: 'proposals.call-closed', status: 409 });
  });
});

describe('the calendar of an organisation', () => {
  it('moves the due dates that are counted from then on', async () => {
    const { committee } = congress;
    const dueOf = async () => {
      const id = await congress.filed(await congress.call({ replyDue: { kind: 'working-days', n: 5 } }));
      done(await stage.as(committee).decide(`/proposals/${id}/assignment`, { leadUnitId: stage.logistics }));
      return done(await stage.as(committee).get(`/proposals/${id}`)).assignment.dueOn;
    };
    const usual = await dueOf();
    await stage.setCalendar([usual], 1);
    expect((await dueOf()) > usual).toBe(true);
    await stage.setCalendar([], 2);
    expect(await dueOf()).toBe(usual);
  });

  it('takes no date that is past, and no unit that is not there', async () => {
    const id = await congress.filed(await congress.call());
    const assign = (body: object) =>
      stage.as(congress.committee).decide(`/proposals/${id}/assignment`, { leadUnitId: stage.logistics, ...body });
    expect((await assign({ dueOn: '2020-01-31' })).body).toMatchObject({ type: 'proposals.due-in-the-past', status: 422 });
    expect((await assign({ dueOn: '2027-09-31' })).body).toMatchObject({
      type: 'malformed',
      faults: [{ field: 'dueOn', reason: 'no-such-date' }],
    });
    expect((await assign({ assistingUnitIds: [congress.lead.id] })).body).toMatchObject({
      type: 'proposals.unknown-unit',
      details: { unitIds: [congress.lead.id] },
    });
    expect((await assign({ assistingUnitIds: [stage.logistics] })).body).toMatchObject({ type: 'proposals.lead-unit-assists-itself' });
  });
});

describe('the end of a call', () => {
  const post = (path: string, body?: object) => stage.as(congress.committee).decide(path, body);

  it('is moved by the committee, with a trace and told to everybody', async () => {
    const id = await congress.call();
    const { opensAt, closesAt: before } = done(await stage.as(congress.lead).get(`/calls/${id}`));
    expect((await post(`/calls/${id}/extension`, { closesAt: before })).body).toMatchObject({
      type: 'proposals.not-an-extension',
      status: 422,
    });
    expect(done(await post(`/calls/${id}/extension`, { closesAt: '2090-01-01T00:00:00Z' }))).toMatchObject({
      id,
      opensAt,
      closesAt: '2090-01-01T00:00:00.000Z',
      phase: 'open',
    });
    const closed = done(await post(`/calls/${id}/closing`));
    expect(closed.phase).toBe('after');
    expect((await post(`/calls/${id}/closing`)).body).toMatchObject({ type: 'proposals.call-closed', status: 409 });
    expect((await post(`/calls/${id}/extension`, { closesAt: '2091-01-01T00:00:00Z' })).body).toMatchObject({
      type: 'proposals.call-closed',
    });
    const about = { organisationId: stage.organisationId, sessionId: stage.sessionId, callId: id };
    expect((await stage.eventsOf(id)).slice(1)).toEqual([
      { name: 'proposals.call-extended.v1', version: 2, data: { ...about, closesAt: '2090-01-01T00:00:00.000Z' } },
      { name: 'proposals.call-closed.v1', version: 3, data: { ...about, closedAt: closed.closesAt } },
    ]);
    const rows = await stage.database.query<{ action: string; before: object | null }>(
      "SELECT action, before FROM audit_trail WHERE subject_kind = 'call' AND subject_id = $1 ORDER BY occurred_at",
      [id],
    );
    expect(rows).toEqual([
      { action: 'open-call', before: null },
      { action: 'extend-call', before: { closesAt: before } },
      { action: 'close-call', before: { closesAt: '2090-01-01T00:00:00.000Z' } },
    ]);
  });

  it('holds at once for what is filed under it', async () => {
    const id = await congress.call();
    const draft = await congress.draft(id);
    done(await post(`/calls/${id}/closing`));
    expect((await stage.as(congress.lead).post(`/proposals/${draft}/invitations`, { memberIds: [] })).body).toMatchObject({
      type: 'proposals.call-closed',
    });
  });
});

describe('a due rule', () => {
  const count = (query: string) => stage.as(congress.lead).get(`/calls/due-date?${query}`);

  it('is counted in the calendar of the organisation before anybody adopts it', async () => {
    // A Saturday that is worked.
    expect(done(await count('kind=working-days&n=5&from=2026-09-28'))).toEqual({ dueOn: '2026-10-10', provisional: false });
    expect(done(await count('kind=date&date=2026-06-30'))).toMatchObject({ dueOn: '2026-06-30' });
  });

  it.each(['kind=working-days', 'kind=days&n=0', 'kind=date&date=2026-02-30', 'kind=days&n=3&from=yesterday', 'kind=soon&n=3'])(
    'refuses %s',
    async (query) => {
      expect((await count(query)).body).toMatchObject({ type: 'malformed', status: 400 });
    },
  );
});
