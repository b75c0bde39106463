import { randomUUID } from 'node:crypto';
import { eventFaults } from '@plenum/contracts';
import { CONTENT, type Congress, aCongress, done } from '../testing/congress.js';
import { type Person, type Stage, useStage } from '../testing/stage.js';

let stage: Stage;
let congress: Congress;
let callId: string;

useStage(async (started) => {
  stage = started;
  congress = await aCongress(started);
  callId = await congress.call();
});

const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(Date.now());
const formOf = (parts: object = {}) => ({
  callId,
  leadProposerId: congress.lead.id,
  seconderIds: congress.seconders.map(({ id }) => id),
  receivedOn: today(),
  ...CONTENT,
  ...parts,
});
const enter = (who: Person, parts: object = {}, key?: string) =>
  stage.as(who).post('/proposals/paper', formOf(parts), key === undefined ? {} : { 'idempotency-key': key });

describe('a form of paper', () => {
  it('is entered by the committee in the name of whose it is, marked on the page and in the audit trail, and told', async () => {
    const { lead, committee, seconders } = congress;
    const { id, state } = done(await enter(committee));
    expect(state).toBe('SUBMITTED');
    const page = done(await stage.as(lead).get(`/proposals/${id}`));
    expect(page).toMatchObject({
      leadProposer: { id: lead.id },
      paper: { receivedOn: today(), enteredBy: { id: committee.id, name: 'Committee' } },
      receiptNo: expect.any(Number),
      late: false,
      allowedActions: ['withdraw'],
    });
    expect(page.history.map(({ kind }: { kind: string }) => kind)).toEqual(['ProposalDrafted', 'ProposalEntered', 'ProposalSubmitted']);
    expect(page.signatures.map(({ state: signed, onPaper }: { state: string; onPaper: boolean }) => `${signed} ${onPaper}`)).toEqual(
      seconders.map(() => 'SIGNED true'),
    );
    const [row] = await stage.database.query<{ action: string; actor_id: string; after: { paper: object } }>(
      "SELECT action, actor_id, after FROM audit_trail WHERE subject_kind = 'proposal' AND subject_id = $1",
      [id],
    );
    expect(row).toMatchObject({ action: 'enter-paper-form', actor_id: committee.id, after: { paper: { by: committee.id } } });
    const events = await stage.eventsOf(id);
    expect(events.map(({ name }) => name)).toEqual(['proposals.proposal-entered.v1', 'proposals.proposal-submitted.v1']);
    for (const { name, data } of events) expect(eventFaults(name, data)).toEqual([]);
    expect(events[0]!.data).toMatchObject({
      leadProposerId: lead.id,
      enteredBy: committee.id,
      seconderIds: seconders.map((one) => one.id),
    });
    expect(done(await stage.as(committee).decide(`/proposals/${id}/review`, { outcome: 'FILED' })).docketNo).toMatch(/^7-2-\d{3}$/);
  });

  it('sent twice is entered once', async () => {
    const first = done(await enter(congress.committee, { subject: 'Twice' }, 'form-1'));
    expect(done(await enter(congress.committee, { subject: 'Twice' }, 'form-1'))).toEqual(first);
    expect((await enter(congress.committee, { subject: 'Another' }, 'form-1')).body).toMatchObject({ type: 'idempotency-key-reused' });
  });

  it('is nobody else’s to enter, nor one of a member, a unit or a day that is not there', async () => {
    const { committee, lead, seconders } = congress;
    for (const who of [lead, congress.handler, congress.staff])
      expect((await enter(who)).body).toMatchObject({ type: 'proposals.not-the-committee', status: 403 });
    const elsewhere = await (await stage.elsewhere()).person({ seat: 'DELEGATE' });
    const refused: [object, object][] = [
      [{ leadProposerId: elsewhere.id }, { type: 'proposals.unknown-member', status: 422 }],
      [{ suggestedUnitId: randomUUID() }, { type: 'proposals.unknown-unit', status: 422 }],
      [{ seconderIds: [seconders[0]!.id] }, { type: 'proposals.too-few-seconders', details: { needed: 2, signed: 1 } }],
      [{ receivedOn: '2999-01-01' }, { type: 'proposals.received-in-the-future', status: 422 }],
      [{ receivedOn: '2026-02-30' }, { type: 'malformed', status: 400, faults: [{ field: 'receivedOn', reason: 'no-such-date' }] }],
      [{ measures: '' }, { type: 'proposals.incomplete', details: { fields: ['measures'] } }],
      [{ leadProposerId: congress.staff.id }, { type: 'proposals.not-a-delegate', status: 403 }],
    ];
    for (const [parts, body] of refused) expect((await enter(committee, parts)).body).toMatchObject(body);
  });
});

describe('a suggested unit', () => {
  it('is kept with the draft, shown to the committee, and taken back', async () => {
    const { lead, committee } = congress;
    const id = await congress.draft(callId, { ...CONTENT, suggestedUnitId: stage.finance });
    const suggested = async (who: Person) => done(await stage.as(who).get(`/proposals/${id}`)).suggestedUnit;
    expect(await suggested(lead)).toEqual({ id: stage.finance, name: 'Finance' });
    done(await stage.as(lead).revise(`/proposals/${id}`, { suggestedUnitId: null }));
    expect(await suggested(lead)).toBeNull();
    done(await stage.as(lead).revise(`/proposals/${id}`, { suggestedUnitId: stage.logistics }));
    expect((await stage.as(lead).revise(`/proposals/${id}`, { suggestedUnitId: randomUUID() })).body).toMatchObject({
      type: 'proposals.unknown-unit',
    });
    expect((await stage.as(lead).post('/proposals', { callId, suggestedUnitId: randomUUID() })).body).toMatchObject({
      type: 'proposals.unknown-unit',
    });
    const entered = done(await enter(committee, { suggestedUnitId: stage.logistics }));
    expect(done(await stage.as(committee).get(`/proposals/${entered.id}`)).suggestedUnit).toEqual({
      id: stage.logistics,
      name: 'Logistics',
    });
  });
});
