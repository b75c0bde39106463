import { eventFaults } from '@plenum/contracts';
import { CONTENT, REPLY, type Congress, aCongress, done, step } from '../testing/congress.js';
import { derivedId } from '@plenum/service-kit';
import { type Person, type Stage, useStage } from '../testing/stage.js';

let stage: Stage;
let congress: Congress;

useStage(async (started) => {
  stage = started;
  congress = await aCongress(started);
});
afterEach(() => stage.setClock(null));

describe('the way of a proposal', () => {
  it('leads from the call to a closed matter, each step by whose turn it is', async () => {
    const { lead, seconders, committee, handler } = congress;
    const [first, second, third] = seconders;
    const callId = await congress.call({
      minSeconders: 2,
      replyDue: { kind: 'days', n: 45 },
      feedbackDue: { kind: 'working-days', n: 10 },
    });
    const id = await congress.draft(callId);
    const at = (path: string) => `/proposals/${id}/${path}`;
    const page = async (who = lead) => done(await stage.as(who).get(`/proposals/${id}`));

    expect((await page()).allowedActions).toEqual(['revise', 'invite', 'withdraw', 'discard']);
    done(await stage.as(lead).post(at('invitations'), { memberIds: [first!.id, second!.id] }));
    done(await stage.as(first!).decide(at('seconding')));
    expect((await stage.as(lead).decide(at('submission'))).body).toMatchObject({
      type: 'proposals.too-few-seconders',
      status: 422,
      details: { needed: 2, signed: 1 },
    });
    expect((await page(second)).allowedActions).toEqual(['second', 'decline']);
    done(await stage.as(second!).decide(at('seconding')));
    done(await stage.as(third!).decide(at('seconding')));
    expect(done(await stage.as(lead).decide(at('submission')))).toMatchObject({ state: 'SUBMITTED', docketNo: null });

    expect((await page(committee)).allowedActions).toEqual(['review']);
    const { docketNo } = done(await stage.as(committee).decide(at('review'), { outcome: 'FILED', category: 'welfare' }));
    expect(docketNo).toMatch(/^7-2-\d{3}$/);
    done(await stage.as(committee).decide(at('assignment'), { leadUnitId: stage.logistics, assistingUnitIds: [stage.finance] }));
    done(await stage.as(handler).post(at('acknowledgement')));
    done(await stage.as(handler).decide(at('reply'), REPLY));
    done(await stage.as(lead).decide(at('rating'), { attitude: 'SATISFIED', result: 'BASICALLY', comment: 'Only on weekdays.' }));
    done(await stage.as(committee).decide(at('ending'), { outcome: 'IMPLEMENTED' }));

    const closed = await page();
    expect(closed).toMatchObject({
      state: 'CLOSED',
      track: 'PROPOSAL',
      docketNo,
      category: 'welfare',
      late: false,
      leadProposer: { id: lead.id, name: 'Lead Proposer' },
      handlings: [
        {
          state: 'ENDED',
          leadUnit: { name: 'Logistics' },
          assistingUnits: [{ name: 'Finance' }],
          acknowledgedBy: { name: 'Handler' },
          overdue: false,
          ending: { outcome: 'IMPLEMENTED' },
          allowedActions: [],
        },
      ],
      allowedActions: [],
    });
    expect(closed.signatures.map(({ member, state }: { member: { name: string }; state: string }) => `${member.name} ${state}`)).toEqual([
      'Seconder 0 SIGNED',
      'Seconder 1 SIGNED',
      'Seconder 2 SIGNED',
    ]);
    expect(closed.history.map(({ kind }: { kind: string }) => kind).join(' ')).toBe(
      'ProposalDrafted SeconderInvited SeconderInvited ProposalSeconded ProposalSeconded ProposalSeconded ProposalSubmitted ' +
        'ProposalReviewed ProposalAssigned AssignmentAcknowledged ProposalReplied ProposalRated HandlingEnded ProposalClosed',
    );
    expect((await page(handler)).history.map(({ kind }: { kind: string }) => kind)).not.toContain('SeconderInvited');
    expect(closed.history.find(({ kind }: { kind: string }) => kind === 'ProposalAssigned').dueOn).toBe(closed.handlings[0].dueOn);

    await wasTold(id, docketNo, lead);
  });

  it('keeps an audit row of every step, with what was before and after', async () => {
    const id = await congress.submitted(await congress.call());
    const rows = await stage.database.query<{ action: string; actor_id: string; before: object | null; after: object }>(
      "SELECT action, actor_id, before, after FROM audit_trail WHERE subject_kind = 'proposal' AND subject_id = $1 ORDER BY occurred_at",
      [id],
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'draft-proposal',
      'invite-seconders',
      'second-proposal',
      'second-proposal',
      'submit-proposal',
    ]);
    expect(rows[4]).toMatchObject({
      actor_id: congress.lead.id,
      before: { state: 'SECONDING', submittedAt: null },
      after: { state: 'SUBMITTED', version: 5 },
    });
    expect(Object.keys(rows[4]!.after).sort()).toEqual(['receiptNo', 'state', 'submittedAt', 'version']);
  });

  it('writes nothing at all when a step is refused', async () => {
    const id = await congress.submitted(await congress.call());
    const counts = () =>
      stage.database.query(
        `
          SELECT (SELECT count(*) FROM outbox) AS events, (SELECT count(*) FROM audit_trail) AS rows, (SELECT coalesce(sum(latest), 0)
            FROM number_counters) AS numbers
        `,
      );
    const before = await counts();
    expect((await stage.as(congress.lead).decide(`/proposals/${id}/submission`)).body).toMatchObject({
      type: 'proposals.wrong-state',
      status: 409,
      details: { action: 'submit', state: 'SUBMITTED' },
    });
    expect((await stage.as(congress.committee).decide(`/proposals/${id}/review`, { outcome: 'NOT_FILED' })).body).toMatchObject({
      type: 'proposals.reason-required',
      status: 422,
    });
    expect((await stage.as(congress.lead).decide(`/proposals/${id}/review`, { outcome: 'FILED' })).body).toMatchObject({
      type: 'proposals.not-the-committee',
      status: 403,
    });
    expect(await counts()).toEqual(before);
  });

  it('goes round by a return, and comes back under its first day of submission', async () => {
    const { lead, committee, seconders } = congress;
    const id = await congress.submitted(await congress.call());
    const { submittedAt } = done(await stage.as(lead).get(`/proposals/${id}`));
    done(await stage.as(committee).decide(`/proposals/${id}/review`, { outcome: 'RETURNED', reason: 'Two matters in one.' }));
    expect(done(await stage.as(lead).get(`/proposals/${id}`))).toMatchObject({
      state: 'RETURNED',
      review: { reason: 'Two matters in one.' },
    });
    done(await stage.as(lead).revise(`/proposals/${id}`, { measures: 'One matter.' }));
    // After the window too: whoever signed is asked anew, and somebody else may take the place of who does not.
    stage.setClock(new Date(Date.now() + 2 * 3_600_000));
    done(await stage.as(seconders[0]!).decide(`/proposals/${id}/seconding`));
    done(await stage.as(seconders[1]!).delete(`/proposals/${id}/seconding`));
    done(await stage.as(lead).post(`/proposals/${id}/invitations`, { memberIds: [seconders[2]!.id] }));
    expect(done(await stage.as(seconders[2]!).get('/proposals?scope=to-second')).items).toMatchObject([{ id, invited: true }]);
    done(await stage.as(seconders[2]!).decide(`/proposals/${id}/seconding`));
    const told = (await stage.eventsOf(id)).filter(({ name }) => name === 'proposals.seconding-declined.v1');
    expect(told.map(({ data }) => data)).toMatchObject([{ memberId: seconders[1]!.id, hadSigned: false, seconders: 1 }]);
    done(await stage.as(lead).decide(`/proposals/${id}/submission`));
    expect(done(await stage.as(lead).get(`/proposals/${id}`))).toMatchObject({ state: 'SUBMITTED', measures: 'One matter.', submittedAt });
  });

  it('goes round once more where its proposer was dissatisfied, and ends with the meeting after the last', async () => {
    const { lead, committee, handler } = congress;
    const id = await congress.replied(await congress.call({ rehandleDue: { kind: 'days', n: 30 } }));
    const dissatisfied = { attitude: 'SATISFIED', result: 'DISSATISFIED', comment: 'Nothing was done.' };
    expect(done(await stage.as(lead).decide(`/proposals/${id}/rating`, dissatisfied))).toMatchObject({ state: 'IN_PROGRESS' });
    const page = done(await stage.as(handler).get(`/proposals/${id}`));
    expect(page.handlings).toMatchObject([
      { allowedActions: ['log-contact', 'draft', 'reply'], overdue: false, replies: [{ round: 1, ratings: [] }] },
    ]);
    done(await stage.as(handler).decide(`/proposals/${id}/reply`, REPLY));
    expect(done(await stage.as(lead).decide(`/proposals/${id}/rating`, dissatisfied))).toMatchObject({ state: 'ESCALATED' });
    expect((await stage.as(committee).decide(`/proposals/${id}/ending`, { reason: 'No budget.' })).body).toMatchObject({
      type: 'proposals.wrong-state',
    });
    const meeting = { metOn: '2026-03-01', present: [lead.id, handler.id], minutes: 'No budget this year.', outcome: 'UNRESOLVED' };
    done(await stage.as(committee).decide(`/proposals/${id}/meeting`, meeting));
    const closed = done(await stage.as(lead).get(`/proposals/${id}`));
    expect(closed).toMatchObject({
      state: 'CLOSED',
      handlings: [{ ending: { outcome: 'UNRESOLVED' }, meeting: { minutes: 'No budget this year.' } }],
    });
    const events = await stage.eventsOf(id);
    for (const { name, data } of events) expect(eventFaults(name, data)).toEqual([]);
    const names = events.map(({ name }) => name.replace(/^proposals\.|\.v\d$/g, ''));
    const rounds = names.slice(names.indexOf('proposal-replied'));
    expect(rounds).toEqual([
      ...['proposal-replied', 'deadline-met', 'deadline-met', 'deadline-set', 'proposal-rated', 'deadline-met', 'proposal-reopened'],
      ...[
        'deadline-set',
        'proposal-replied',
        'deadline-met',
        'deadline-set',
        'proposal-rated',
        'deadline-met',
        'handling-escalated',
        'proposal-closed',
        'escalation-settled',
        'reply-disclosed',
      ],
    ]);
    const reply = (round: number) => derivedId(closed.handlings[0].id, 'reply', round);
    const met = events.filter(({ name }) => name === 'proposals.deadline-met.v2').map(({ data }) => data['deadlineId']);
    expect(met.filter((one) => one === reply(1) || one === reply(2))).toEqual([reply(1), reply(2)]);
  });

  it('ends where its proposer withdraws, and no later than assignment', async () => {
    const { seconders } = congress;
    const early = await congress.seconded(await congress.call());
    done(await stage.as(congress.lead).decide(`/proposals/${early}/withdrawal`, { reason: '' }));
    const [withdrawn] = (await stage.eventsOf(early)).filter(({ name }) => name === 'proposals.proposal-withdrawn.v1');
    expect(withdrawn?.data).toMatchObject({ seconderIds: seconders.slice(0, 2).map(({ id }) => id), wasSubmitted: false });
    const id = await congress.filed(await congress.call());
    expect(done(await stage.as(congress.lead).decide(`/proposals/${id}/withdrawal`, { reason: 'Solved meanwhile.' }))).toMatchObject({
      state: 'WITHDRAWN',
    });
    const assigned = await congress.assigned(await congress.call());
    expect((await stage.as(congress.lead).decide(`/proposals/${assigned}/withdrawal`, { reason: 'Too late.' })).body).toMatchObject({
      type: 'proposals.wrong-state',
    });
  });
});

/** The events of that way: in order, each with its deadline, and none with how it was rated. */
async function wasTold(id: string, docketNo: string, lead: Person): Promise<void> {
  const events = await stage.eventsOf(id);
  expect(events.map(({ name }) => name.replace(/^proposals\.|\.v\d$/g, ''))).toEqual([
    'seconder-invited',
    'seconder-invited',
    'proposal-seconded',
    'proposal-seconded',
    'proposal-seconded',
    'proposal-submitted',
    'proposal-reviewed',
    'proposal-assigned',
    'deadline-set',
    'deadline-set',
    'proposal-replied',
    'deadline-met',
    'deadline-met',
    'deadline-set',
    'proposal-rated',
    'deadline-met',
    'proposal-closed',
    'reply-disclosed',
  ]);
  for (const { name, data } of events) expect(eventFaults(name, data)).toEqual([]);
  const versions = events.filter(({ name }) => !name.includes('disclosed')).map(({ version }) => version); // A publication counts its own.
  expect(versions).toEqual([...versions].sort((a, b) => a - b));
  const deadlines = events.filter(({ name }) => name.includes('deadline')).map(({ data }) => data);
  expect(deadlines[0]).toMatchObject({
    matter: 'reply',
    owedBy: { unitId: stage.logistics, memberIds: [] },
    about: { kind: 'proposal', id, title: expect.any(String) },
    docketNo,
    dueAt: expect.stringMatching(/T16:00:00.000Z$/),
  });
  expect(deadlines[1]).toMatchObject({ matter: 'contact', owedBy: { unitId: stage.logistics } });
  expect(deadlines[4]).toMatchObject({ matter: 'feedback', owedBy: { unitId: null, memberIds: [lead.id] } });
  const ids = deadlines.map(({ deadlineId }) => deadlineId);
  expect(ids).toEqual([ids[0], ids[1], ids[0], ids[1], ids[4], ids[4]]);
  expect(new Set(ids).size).toBe(3);
  expect(JSON.stringify(events)).not.toContain('SATISFIED');
}

describe('two who change the same text', () => {
  const outdated = { type: 'proposals.outdated', status: 409 };

  it('are told of each other: the later one is refused with the version that stands, and nothing is lost', async () => {
    const { lead } = congress;
    const id = await congress.draft(await congress.call());
    const { version } = done(await stage.as(lead).get(`/proposals/${id}`));
    done(await stage.as(lead).patch(`/proposals/${id}`, { measures: 'From one tab.', version }));
    expect((await stage.as(lead).patch(`/proposals/${id}`, { measures: 'From the other tab.', version })).body).toMatchObject({
      ...outdated,
      details: { current: version + 1 },
    });
    expect(done(await stage.as(lead).get(`/proposals/${id}`))).toMatchObject({ measures: 'From one tab.', version: version + 1 });
    done(await stage.as(lead).patch(`/proposals/${id}`, { measures: 'Both.', version: version + 1 }));
  });

  it('are told so by review and assignment, too, and strangers of no version', async () => {
    const { committee, lead } = congress;
    const submitted = await congress.submitted(await congress.call());
    expect((await stage.as(committee).decide(`/proposals/${submitted}/review`, { outcome: 'FILED', version: 1 })).body).toMatchObject(
      outdated,
    );
    expect((await stage.as(lead).decide(`/proposals/${submitted}/review`, { outcome: 'FILED', version: 1 })).body).toMatchObject({
      type: 'proposals.not-the-committee',
    });
    const filed = await congress.filed(await congress.call());
    expect(
      (await stage.as(committee).decide(`/proposals/${filed}/assignment`, { leadUnitId: stage.logistics, version: 1 })).body,
    ).toMatchObject(outdated);
  });
});

describe('a text that changes while somebody reads it', () => {
  it('is not signed by who read another; that others have signed since is no hindrance', async () => {
    const { lead, seconders } = congress;
    const id = await congress.draft(await congress.call());
    done(await stage.as(lead).post(`/proposals/${id}/invitations`, { memberIds: seconders.map((one) => one.id) }));
    const [first, second, third] = seconders;
    const { version } = done(await stage.as(first!).get(`/proposals/${id}`));
    for (const who of [first!, second!]) done(await stage.as(who).post(`/proposals/${id}/seconding`, { version }));
    done(await stage.as(lead).revise(`/proposals/${id}`, { measures: 'Close at six.' }));
    const refused = await stage.as(third!).post(`/proposals/${id}/seconding`, { version });
    expect(refused.body).toMatchObject({ type: 'proposals.outdated', status: 409, details: { current: version + 3 } });
    done(await stage.as(third!).post(`/proposals/${id}/seconding`, { version: version + 3 }));
  });
});

describe('a text that changes after it was signed', () => {
  it('asks whoever had signed to confirm, by a fact of its own, and shows who has yet to', async () => {
    const { lead, seconders } = congress;
    const id = await congress.seconded(await congress.call());
    done(await stage.as(lead).revise(`/proposals/${id}`, { measures: 'Open until eleven.' }));
    const signatures = async () =>
      done(await stage.as(lead).get(`/proposals/${id}`))
        .signatures.map(({ state, toConfirm }: { state: string; toConfirm: boolean }) => `${state} ${toConfirm}`)
        .sort();
    expect(await signatures()).toEqual(['INVITED true', 'INVITED true']);
    const told = (await stage.eventsOf(id)).filter(({ name }) => name === 'proposals.text-changed.v1');
    expect(told.map(({ data }) => data)).toEqual([
      expect.objectContaining({ leadProposerId: lead.id, memberIds: [seconders[0]!.id, seconders[1]!.id] }),
    ]);
    expect(eventFaults('proposals.text-changed.v1', told[0]!.data)).toEqual([]);
    done(await stage.as(seconders[0]!).decide(`/proposals/${id}/seconding`));
    expect(await signatures()).toEqual(['INVITED true', 'SIGNED false']);
  });
});

describe('a lead proposer who leaves', () => {
  it('is followed by a seconder who accepts, who then rates', async () => {
    const [lead, seconder] = [await stage.person({ seat: 'DELEGATE', name: 'Leaving' }), congress.seconders[0]!];
    const callId = await congress.call({ minSeconders: 1 });
    const { id } = done(await stage.as(lead).post('/proposals', { callId, ...CONTENT }));
    const post = async (who: Person, deed: string, body?: object) => done(await step(stage, who, id, deed, body));
    await post(lead, 'invitations', { memberIds: [seconder.id] });
    await post(seconder, 'seconding');
    await post(lead, 'submission');
    await post(congress.committee, 'review', { outcome: 'FILED' });
    await post(congress.committee, 'assignment', { leadUnitId: stage.logistics });
    await post(congress.handler, 'reply', REPLY);
    expect((await stage.as(seconder).post(`/proposals/${id}/lead`)).body).toMatchObject({ type: 'proposals.lead-not-vacant', status: 409 });
    await stage.leave(lead);
    expect(done(await stage.as(seconder).get(`/proposals/${id}`)).allowedActions).toContain('take-lead');
    expect((await stage.as(congress.committee).post(`/proposals/${id}/lead`)).body).toMatchObject({ type: 'proposals.not-a-successor' });
    await post(seconder, 'lead');
    expect(await post(seconder, 'rating', { attitude: 'SATISFIED', result: 'SATISFIED' })).toMatchObject({ state: 'RATED' });
    const told = (await stage.eventsOf(id)).filter(({ name }) => name === 'proposals.lead-taken.v1');
    expect(told.map(({ data }) => data)).toMatchObject([{ leadProposerId: seconder.id, seconderIds: [lead.id], formerLeadId: lead.id }]);
  });

  it('is followed by the committee where no seconder is left', async () => {
    const lead = await stage.person({ seat: 'DELEGATE' });
    const callId = await congress.call({ minSeconders: 0 });
    const { id } = done(await stage.as(lead).post('/proposals', { callId, ...CONTENT }));
    done(await stage.as(lead).post(`/proposals/${id}/invitations`, { memberIds: [] }));
    done(await stage.as(lead).decide(`/proposals/${id}/submission`));
    await stage.leave(lead);
    done(await stage.as(congress.committee).post(`/proposals/${id}/lead`));
    expect(done(await stage.as(congress.committee).decide(`/proposals/${id}/withdrawal`, { reason: 'Nobody wants it.' }))).toMatchObject({
      state: 'WITHDRAWN',
    });
  });
});

describe('a draft', () => {
  it('is kept with any part empty, and shown to nobody without a subject', async () => {
    const { lead, seconders } = congress;
    const id = await congress.draft(await congress.call(), {});
    expect(done(await stage.as(lead).get(`/proposals/${id}`))).toMatchObject({ subject: '', grounds: '', measures: '', category: null });
    const asked = await stage.as(lead).post(`/proposals/${id}/invitations`, { memberIds: [seconders[0]!.id] });
    expect(asked.body).toMatchObject({ type: 'proposals.incomplete', status: 422, details: { fields: ['subject'] } });
    done(await stage.as(lead).revise(`/proposals/${id}`, { subject: CONTENT.subject }));
    done(await stage.as(lead).revise(`/proposals/${id}`, { subject: '', measures: CONTENT.measures }));
    const { subject, measures } = done(await stage.as(lead).get(`/proposals/${id}`));
    expect({ subject, measures }).toEqual({ subject: '', measures: CONTENT.measures });
    const tooLong = await stage.as(lead).revise(`/proposals/${id}`, { subject: '长'.repeat(201) });
    expect(tooLong).toMatchObject({ status: 400, body: { faults: [{ field: 'subject', reason: 'maxLength' }] } });
  });

  it('is thrown away by its proposer, and leaves only that it was', async () => {
    const { lead } = congress;
    const id = await congress.draft(await congress.call());
    expect((await stage.as(lead).discard(`/proposals/${id}`)).status).toBe(204);
    expect((await stage.as(lead).get(`/proposals/${id}`)).status).toBe(404);
    const [row] = await stage.database.query<{ before: object; after: object | null }>(
      "SELECT before, after FROM audit_trail WHERE action = 'discard-draft' AND subject_id = $1",
      [id],
    );
    expect(row).toEqual({ before: { state: 'DRAFT', version: 1 }, after: null });
  });

  it('stays once others were asked', async () => {
    const id = await congress.seconded(await congress.call());
    expect((await stage.as(congress.lead).discard(`/proposals/${id}`)).body).toMatchObject({ type: 'proposals.wrong-state', status: 409 });
  });
});

describe('what comes late', () => {
  it('becomes a suggestion, which is assigned, answered and closed with no number and no rating', async () => {
    const { lead, committee, handler } = congress;
    const callId = await congress.call();
    const id = await congress.draft(callId);
    stage.setClock(new Date(Date.now() + 2 * 3_600_000));
    expect((await stage.as(lead).post(`/proposals/${id}/invitations`, { memberIds: [] })).body).toMatchObject({
      type: 'proposals.call-closed',
    });
    expect(done(await stage.as(lead).decide(`/proposals/${id}/submission`))).toMatchObject({ state: 'SUGGESTION', docketNo: null });
    done(await stage.as(committee).decide(`/proposals/${id}/assignment`, { leadUnitId: stage.logistics }));
    done(await stage.as(handler).decide(`/proposals/${id}/reply`, REPLY));
    expect((await stage.as(lead).decide(`/proposals/${id}/rating`, { attitude: 'SATISFIED', result: 'SATISFIED' })).body).toMatchObject({
      type: 'proposals.suggestion-not-rated',
      status: 409,
    });
    expect(done(await stage.as(committee).decide(`/proposals/${id}/ending`))).toMatchObject({ state: 'ENDED' });
    expect(done(await stage.as(lead).get(`/proposals/${id}`))).toMatchObject({
      state: 'CLOSED',
      late: true,
      track: 'SUGGESTION',
      docketNo: null,
    });
  });

  it('waits for a rating until its day is past, and is closed in silence after it', async () => {
    const id = await congress.replied(await congress.call());
    const refused = (await stage.as(congress.committee).decide(`/proposals/${id}/ending`)).body;
    expect(refused).toMatchObject({ type: 'proposals.feedback-pending', status: 409 });
    stage.setClock(`${refused.details.feedbackDueOn}T16:00:00.000Z`);
    expect(done(await stage.as(congress.committee).decide(`/proposals/${id}/ending`))).toMatchObject({ state: 'ENDED' });
    expect(done(await stage.as(congress.lead).get(`/proposals/${id}`)).state).toBe('CLOSED');
  });
});
