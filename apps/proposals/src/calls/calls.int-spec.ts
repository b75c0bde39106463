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

/** What the usual rules say of delegations. */
const OF_DELEGATIONS = {
  delegationProposalSupport: { num: 1, den: 2, inclusive: false },
  endorsement: 'none',
  endorsementWithin: { kind: 'working-days', n: 3 },
};

/** And of what is told of its proposals afterwards. */
const OF_OPENNESS = { publishReplies: 'yes', awardNominators: 'committee', statsUnit: 'both' };

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
      themes: [],
      exclusions: [],
      targets: { perDelegation: null, ofDelegations: [] },
      minSeconders: 3,
      secondersMustBeDelegates: true,
      nonDelegateMayPropose: 'as-suggestion',
      ...OF_DELEGATIONS,
      maxCoProposers: null,
      lateHandling: 'suggestion',
      withdrawUntil: 'assignment',
      reviewOutcomes: ['FILED', 'SUGGESTION', 'NOT_FILED', 'RETURNED', 'MERGED', 'PRESIDIUM'],
      reviewSteps: [{ name: 'REVIEW' }],
      disputedReview: 'presidium',
      mergedAuthors: 'joint-proposers',
      mergeConsentWithin: { kind: 'working-days', n: 5 },
      mergeSilence: 'ends',
      committeeSize: null,
      reconsiderationWithin: { kind: 'working-days', n: 10 },
      docketPattern: '{term}-{session}-{number}',
      suggestionPattern: null,
      beforeReply: [],
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
      ladder: { rungs: expect.arrayContaining([{ workingDays: 1, hears: ['debtor', 'head'] }]), then: expect.any(Object) },
      ratingScale: 3,
      ratingDimensions: ['attitude', 'result'],
      ratedBy: 'lead',
      feedbackDue: { kind: 'days', n: 10, lastDay: 'next-working-day' },
      silencePolicy: 'exclude',
      rehandleDue: { kind: 'months', n: 1 },
      maxRounds: 2,
      ...OF_OPENNESS,
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

  it('offers the outcomes of a review that it states, and lets a reply wait for its day where its rule has none yet', async () => {
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
    done(await decide('assignment', routing));
    const [handling] = done(await stage.as(congress.committee).get(`/proposals/${id}`)).handlings;
    expect(handling).toMatchObject({ dueOn: null, daysBeforeSession: 14, overdue: false });
  });

  it('says what it asks for and what it does not take', async () => {
    const said = { themes: ['教学', ' 后勤 '], exclusions: ['国家机密', '个案'], targetPerDelegation: 3 };
    const call = done(await open(said));
    const kept = { themes: ['教学', '后勤'], exclusions: ['国家机密', '个案'], targets: { perDelegation: 3, ofDelegations: [] } };
    expect(call).toMatchObject(kept);
    expect(done(await stage.as(congress.staff).get(`/calls/${call.id}`))).toMatchObject(kept);
  });

  it.each([
    [{ themes: [...Array(21).keys()].map(String) }, 'themes', 'arrayMaxSize'],
    [{ themes: ['x'.repeat(61)] }, 'themes', 'isLength'],
    [{ exclusions: ['x'.repeat(201)] }, 'exclusions', 'isLength'],
    [{ targetPerDelegation: 1001 }, 'targetPerDelegation', 'max'],
  ])('refuses to say %#: too much', async (body, field, reason) => {
    expect((await open(body)).body).toMatchObject({ type: 'malformed', faults: [{ field, reason }] });
  });

  it('has exclusions that whoever hands one in confirms, which is kept', async () => {
    const callId = await congress.call({ exclusions: ['国家机密'] });
    const id = await congress.seconded(callId);
    const submit = (body: object) => stage.as(congress.lead).decide(`/proposals/${id}/submission`, body);
    expect(done(await stage.as(congress.lead).get(`/proposals/${id}`))).toMatchObject({
      allowedActions: expect.arrayContaining(['submit']),
      call: { exclusions: ['国家机密'] },
    });
    expect((await submit({})).body).toMatchObject({
      type: 'proposals.exclusions-not-confirmed',
      status: 422,
      details: { exclusions: ['国家机密'] },
    });
    expect((await submit({ confirmsExclusions: 'yes' })).body).toMatchObject({ type: 'malformed' });
    done(await submit({ confirmsExclusions: true }));
    const [row] = await stage.database.query<{ by: string; at: string }>(
      "SELECT exclusions_confirmed ->> 'by' AS by, exclusions_confirmed ->> 'at' AS at FROM proposals WHERE id = $1",
      [id],
    );
    expect(row).toEqual({ by: congress.lead.id, at: expect.any(String) });
  });

  it('takes proposals all the year where it has no end, until it is closed; nothing is late before', async () => {
    const endless = done(await open({ closesAt: null, opensAt: '2026-03-01T16:00:00.000Z' }));
    expect(endless).toMatchObject({ closesAt: null, phase: 'open' });
    const id = await congress.seconded(endless.id);
    expect(done(await stage.as(congress.lead).get(`/proposals/${id}`)).call.closesAt).toBeNull();
    expect(done(await stage.as(congress.seconders[2]!).get('/proposals?scope=to-second')).items).toContainEqual(
      expect.objectContaining({ id }),
    );
    const owed = done(await stage.as(congress.lead).get('/owed'));
    expect(owed).toEqual(expect.anything());
    done(await stage.as(congress.lead).decide(`/proposals/${id}/submission`));
    expect(done(await stage.as(congress.lead).get(`/proposals/${id}`))).toMatchObject({ state: 'SUBMITTED', late: false });
    const decide = (path: string, body?: object) => stage.as(congress.committee).decide(`/calls/${endless.id}/${path}`, body);
    expect((await decide('extension', { closesAt: '2091-01-01T00:00:00Z' })).body).toMatchObject({
      type: 'proposals.call-without-end',
      status: 409,
    });
    expect(done(await decide('closing'))).toMatchObject({ phase: 'after', closesAt: expect.any(String) });
    expect((await stage.eventsOf(endless.id)).map(({ data }) => data.closesAt)).toEqual([null, undefined]);
  });

  it('asks an invited seconder by no day where it has no end', async () => {
    const endless = done(await open({ closesAt: null }));
    const id = await congress.draft(endless.id);
    const [invited] = congress.seconders;
    done(await stage.as(congress.lead).post(`/proposals/${id}/invitations`, { memberIds: [invited!.id] }));
    expect(JSON.stringify(done(await stage.as(invited!).get('/owed')))).not.toMatch(/infinity/i);
    expect(done(await stage.as(congress.committee).decide(`/calls/${endless.id}/closing`)).phase).toBe('after');
  });

  it('becomes one without an end', async () => {
    const id = await congress.call();
    const decide = (path: string, body?: object) => stage.as(congress.committee).decide(`/calls/${id}/${path}`, body);
    expect((await decide('extension', {})).body).toMatchObject({ type: 'malformed' });
    expect(done(await decide('extension', { closesAt: null }))).toMatchObject({ closesAt: null, phase: 'open' });
    expect((await stage.eventsOf(id)).at(-1)).toMatchObject({ name: 'proposals.call-extended.v1', data: { closesAt: null } });
  });

  it('may start from a preset, each with its source and what it says otherwise than usual', async () => {
    const { usual, items } = done(await stage.as(congress.staff).get('/calls/presets'));
    expect(usual).toMatchObject({ minSeconders: 2, maxRounds: 2 });
    const of = (id: string) => items.find((one: { id: string }) => one.id === id);
    expect(of('fuzhou-2020')).toMatchObject({
      mark: 'E',
      source: expect.stringMatching(/2020/),
      changes: ['minSeconders', 'secondersMustBeDelegates', 'delegationProposalSupport'],
      settings: {
        ...usual,
        minSeconders: 3,
        secondersMustBeDelegates: false,
        delegationProposalSupport: { num: 2, den: 3, inclusive: true },
      },
    });
    const { settings } = of('chongqing');
    expect(done(await open(settings))).toMatchObject(settings);
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
      return done(await stage.as(committee).get(`/proposals/${id}`)).handlings[0].dueOn;
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

describe('a reply to several authors', () => {
  it.each([
    ['each', 2],
    ['lead', 0],
  ] as const)('is told to %s of them where the call says so', async (jointReplyTo, seconders) => {
    const id = await congress.replied(await congress.call({ jointReplyTo }));
    const replied = (await stage.eventsOf(id)).filter(({ name }) => name === 'proposals.proposal-replied.v1');
    expect(replied).toMatchObject([{ data: { leadProposerId: congress.lead.id } }]);
    expect((replied[0]!.data as { seconderIds: unknown[] }).seconderIds).toHaveLength(seconders);
  });
});
