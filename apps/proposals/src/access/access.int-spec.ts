import { randomUUID } from 'node:crypto';
import { probe } from '@plenum/test-kit';
import { type Congress, CONTENT, REPLY, aCongress, done } from '../testing/congress.js';
import { type Answer, type ServiceClient, type Person, type Stage, useStage } from '../testing/stage.js';

let stage: Stage;
let congress: Congress;
let abroad: { delegate: Person; committee: Person; handler: Person };
let callId: string;

useStage(async (started) => {
  stage = started;
  congress = await aCongress(started);
  const other = await started.elsewhere();
  abroad = {
    delegate: await other.person({ seat: 'DELEGATE' }),
    committee: await other.person({ office: 'PROPOSALS_COMMITTEE', ofSession: false }),
    handler: await other.person({ office: 'UNIT_HANDLER', unitId: started.logistics }),
  };
  callId = await congress.call();
});

interface Row {
  /** As the API document has it. */
  readonly endpoint: string;
  /** The request, to an object that is ready for it. */
  readonly request: (client: ServiceClient, id: string) => Promise<Answer>;
  readonly ready?: () => Promise<string>;
  /** Somebody of the organisation for whom the endpoint is not, and what they are told; left out where every member may. */
  readonly wrong?: readonly [who: () => Person, code: string];
  /** Of another organisation: 404 for an object, else a page or an answer of their own. */
  readonly elsewhere: 'not-found' | 'own';
}

const window = () => ({ opensAt: '2026-01-01T00:00:00Z', closesAt: '2099-01-01T00:00:00Z' });
const judgement = { attitude: 'SATISFIED', result: 'SATISFIED' };
const lead = () => congress.lead;
const staff = () => congress.staff;
const delegate = () => congress.seconders[2]!;
const anyId = async () => randomUUID();
const proposal = '/api/proposals/proposals/{id}';

const ROWS: readonly Row[] = [
  {
    endpoint: 'POST /api/proposals/calls',
    request: (client) => client.post('/calls', { sessionId: stage.sessionId, ...window() }),
    wrong: [lead, 'proposals.not-the-committee'],
    elsewhere: 'not-found',
  },
  { endpoint: 'GET /api/proposals/calls', request: (client) => client.get('/calls'), elsewhere: 'own' },
  { endpoint: 'GET /api/proposals/calls/{id}', request: (client) => client.get(`/calls/${callId}`), elsewhere: 'not-found' },
  { endpoint: 'GET /api/proposals/calls/due-date', request: (client) => client.get('/calls/due-date?kind=days&n=10'), elsewhere: 'own' },
  {
    endpoint: 'POST /api/proposals/calls/{id}/extension',
    ready: () => congress.call(),
    request: (client, id) => client.post(`/calls/${id}/extension`, { closesAt: '2099-01-01T00:00:00Z' }),
    wrong: [lead, 'proposals.not-the-committee'],
    elsewhere: 'not-found',
  },
  {
    endpoint: 'POST /api/proposals/calls/{id}/closing',
    ready: () => congress.call(),
    request: (client, id) => client.post(`/calls/${id}/closing`),
    wrong: [lead, 'proposals.not-the-committee'],
    elsewhere: 'not-found',
  },
  {
    endpoint: 'POST /api/proposals/proposals',
    request: (client) => client.post('/proposals', { callId, ...CONTENT }),
    wrong: [staff, 'proposals.not-a-delegate'],
    elsewhere: 'not-found',
  },
  {
    endpoint: 'GET /api/proposals/proposals',
    request: (client) => client.get('/proposals?scope=board'),
    wrong: [staff, 'proposals.forbidden'],
    elsewhere: 'own',
  },
  { endpoint: 'GET /api/proposals/proposals/register', request: (client) => client.get('/proposals/register'), elsewhere: 'own' },
  {
    endpoint: 'GET /api/proposals/proposals/statistics',
    request: (client) => client.get(`/proposals/statistics?sessionId=${stage.sessionId}`),
    wrong: [staff, 'proposals.forbidden'],
    elsewhere: 'not-found',
  },
  {
    endpoint: `GET ${proposal}`,
    ready: () => congress.submitted(callId),
    request: (client, id) => client.get(`/proposals/${id}`),
    wrong: [delegate, 'proposals.forbidden'],
    elsewhere: 'not-found',
  },
  {
    endpoint: `PATCH ${proposal}`,
    ready: () => congress.draft(callId),
    request: (client, id) => client.patch(`/proposals/${id}`, { subject: 'Mine now' }),
    wrong: [delegate, 'proposals.not-the-lead-proposer'],
    elsewhere: 'not-found',
  },
  {
    endpoint: `DELETE ${proposal}`,
    ready: () => congress.draft(callId),
    request: (client, id) => client.delete(`/proposals/${id}`),
    wrong: [delegate, 'proposals.not-the-lead-proposer'],
    elsewhere: 'not-found',
  },
  {
    endpoint: `POST ${proposal}/submission`,
    ready: () => congress.seconded(callId),
    request: (client, id) => client.post(`/proposals/${id}/submission`),
    wrong: [delegate, 'proposals.not-the-lead-proposer'],
    elsewhere: 'not-found',
  },
  {
    endpoint: `POST ${proposal}/withdrawal`,
    ready: () => congress.submitted(callId),
    request: (client, id) => client.post(`/proposals/${id}/withdrawal`, { reason: 'Not mine.' }),
    wrong: [() => congress.committee, 'proposals.not-the-lead-proposer'],
    elsewhere: 'not-found',
  },
  {
    endpoint: `POST ${proposal}/invitations`,
    ready: () => congress.draft(callId),
    request: (client, id) => client.post(`/proposals/${id}/invitations`, { memberIds: [delegate().id] }),
    wrong: [delegate, 'proposals.not-the-lead-proposer'],
    elsewhere: 'not-found',
  },
  {
    endpoint: `DELETE ${proposal}/invitations/{memberId}`,
    ready: () => congress.seconded(callId),
    request: (client, id) => client.delete(`/proposals/${id}/invitations/${delegate().id}`),
    wrong: [delegate, 'proposals.not-the-lead-proposer'],
    elsewhere: 'not-found',
  },
  {
    endpoint: `POST ${proposal}/seconding`,
    ready: () => congress.seconded(callId),
    request: (client, id) => client.post(`/proposals/${id}/seconding`),
    wrong: [staff, 'proposals.not-a-delegate'],
    elsewhere: 'not-found',
  },
  {
    endpoint: `DELETE ${proposal}/seconding`,
    ready: () => congress.seconded(callId),
    request: (client, id) => client.delete(`/proposals/${id}/seconding`),
    wrong: [delegate, 'proposals.not-a-signer'],
    elsewhere: 'not-found',
  },
  {
    endpoint: `POST ${proposal}/review`,
    ready: () => congress.submitted(callId),
    request: (client, id) => client.post(`/proposals/${id}/review`, { outcome: 'FILED' }),
    wrong: [lead, 'proposals.not-the-committee'],
    elsewhere: 'not-found',
  },
  {
    endpoint: `POST ${proposal}/assignment`,
    ready: () => congress.filed(callId),
    request: (client, id) => client.post(`/proposals/${id}/assignment`, { leadUnitId: stage.logistics }),
    wrong: [() => congress.handler, 'proposals.not-the-committee'],
    elsewhere: 'not-found',
  },
  {
    endpoint: `POST ${proposal}/acknowledgement`,
    ready: () => congress.assigned(callId),
    request: (client, id) => client.post(`/proposals/${id}/acknowledgement`),
    wrong: [() => congress.assistant, 'proposals.not-the-handling-unit'],
    elsewhere: 'not-found',
  },
  {
    endpoint: `POST ${proposal}/reply`,
    ready: () => congress.assigned(callId),
    request: (client, id) => client.post(`/proposals/${id}/reply`, REPLY),
    wrong: [() => congress.assistant, 'proposals.not-the-handling-unit'],
    elsewhere: 'not-found',
  },
  {
    endpoint: `POST ${proposal}/rating`,
    ready: () => congress.replied(callId),
    request: (client, id) => client.post(`/proposals/${id}/rating`, judgement),
    wrong: [() => congress.seconders[0]!, 'proposals.not-the-lead-proposer'],
    elsewhere: 'not-found',
  },
  {
    endpoint: `POST ${proposal}/closing`,
    ready: () => congress.replied(callId),
    request: (client, id) => client.post(`/proposals/${id}/closing`),
    wrong: [lead, 'proposals.not-the-committee'],
    elsewhere: 'not-found',
  },
];

describe('every endpoint', () => {
  it('has its row here', async () => {
    const { paths } = done(await stage.as(null).get('/docs-json'));
    const endpoints = Object.entries(paths as Record<string, object>).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(ROWS.map(({ endpoint }) => endpoint).sort()).toEqual(endpoints.sort());
  });

  it.each(ROWS.map((row) => [row.endpoint, row] as const))(
    '%s is shut to strangers, to other organisations and to the wrong role',
    async (_endpoint, { request, ready = anyId, wrong, elsewhere }) => {
      const id = await ready();
      expect((await request(stage.as(null), id)).body).toMatchObject({ type: 'unauthenticated', status: 401 });
      for (const who of Object.values(abroad)) {
        const { status, body } = await request(stage.as(who), id);
        if (elsewhere === 'not-found') expect({ status, type: body.type }).toEqual({ status: 404, type: 'proposals.not-found' });
        else expect(JSON.stringify(body)).not.toContain(callId);
      }
      if (!wrong) return;
      const [who, code] = wrong;
      expect((await request(stage.as(who()), id)).body).toMatchObject({ type: code, status: 403 });
    },
  );
});

describe('a sign-in that has ended', () => {
  it('is answered nothing more, though its token still holds', async () => {
    const [ended, kept] = [randomUUID(), randomUUID()];
    const { committee } = congress;
    const id = await congress.submitted(callId);
    const read = async (signInId: string) => (await stage.as(committee, signInId).get(`/proposals/${id}`)).status;
    expect(await read(ended)).toBe(200);
    await stage.endSignIn(committee, ended);
    await probe('the sign-in has ended', async () => (await read(ended)) === 401);
    expect((await stage.as(committee, ended).post(`/proposals/${id}/review`, { outcome: 'FILED' })).body).toMatchObject({
      status: 401,
      type: 'unauthenticated',
    });
    expect(await read(kept)).toBe(200);
    expect(done(await stage.as(committee).get(`/proposals/${id}`))).toMatchObject({ state: 'SUBMITTED' });
  });
});

describe('an office that ends', () => {
  it('ends at once, whatever the token says', async () => {
    const member = await stage.person({ office: 'PROPOSALS_COMMITTEE' });
    const id = await congress.submitted(callId);
    expect((await stage.as(member).get(`/proposals/${id}`)).status).toBe(200);
    await stage.relieve(member);
    expect((await stage.as(member).get(`/proposals/${id}`)).body).toMatchObject({ status: 403, type: 'proposals.forbidden' });
    expect((await stage.as(member).post(`/proposals/${id}/review`, { outcome: 'FILED' })).body).toMatchObject({
      status: 403,
      type: 'proposals.not-the-committee',
    });
  });

  it('over one unit does not oversee the congress, as the same office over all does', async () => {
    const [ofAll, ofOne] = [
      await stage.person({ office: 'LEADER_IN_CHARGE', ofSession: false }),
      await stage.person({ office: 'LEADER_IN_CHARGE', unitId: stage.logistics }),
    ];
    const id = await congress.submitted(callId);
    expect((await stage.as(ofAll).get(`/proposals/${id}`)).status).toBe(200);
    expect((await stage.as(ofOne).get(`/proposals/${id}`)).body).toMatchObject({ status: 403 });
    expect((await stage.as(ofOne).get('/proposals?scope=board')).body).toMatchObject({ status: 403 });
  });

  it('of another session opens nothing here', async () => {
    const other = await stage.elsewhere();
    const guest = await other.person({ office: 'PROPOSALS_COMMITTEE' });
    const mixed: Person = { id: guest.id, organisationId: stage.organisationId };
    const id = await congress.submitted(callId);
    expect((await stage.as(mixed).post(`/proposals/${id}/review`, { outcome: 'FILED' })).body).toMatchObject({ status: 403 });
  });
});

describe('a rating', () => {
  it('is kept from the handling units until the matter is closed, in the page, the statistics and the history', async () => {
    const { handler, assistant, committee, seconders } = congress;
    const id = await congress.replied(callId);
    const grade = { attitude: 'BASICALLY', result: 'DISSATISFIED', comment: 'A word for the committee.' };
    done(await stage.as(lead()).post(`/proposals/${id}/rating`, grade));
    const seenBy = async (who: Person) => done(await stage.as(who).get(`/proposals/${id}`)).replies[0].rating;
    for (const who of [handler, assistant, seconders[0]!]) {
      const page = done(await stage.as(who).get(`/proposals/${id}`));
      expect(page).toMatchObject({ state: 'RATED', replies: [{ rating: null }] });
      expect(JSON.stringify(page)).not.toMatch(/BASICALLY|DISSATISFIED|A word/);
    }
    const torn = await stage.person({ office: 'UNIT_HEAD', unitId: stage.finance, seat: 'DELEGATE' });
    expect(await seenBy(torn)).toBeNull();
    const formerly = await stage.person({ office: 'UNIT_HANDLER', unitId: stage.finance });
    await stage.relieve(formerly);
    await stage.database.query(
      `
        INSERT INTO directory_offices (id, organisation_id, member_id, office, session_id, held, version)
        VALUES ($1, $2, $3, 'PROPOSALS_COMMITTEE', $4, true, 1)
      `,
      [randomUUID(), stage.organisationId, formerly.id, stage.sessionId],
    );
    expect(done(await stage.as(formerly).get('/proposals?scope=board')).total).toBeGreaterThan(0); // They do sit on the committee.
    expect(await seenBy(formerly)).toBeNull();
    for (const who of [lead(), committee]) expect(await seenBy(who)).toMatchObject(grade);
    const figures = async () => done(await stage.as(lead()).get(`/proposals/statistics?sessionId=${stage.sessionId}`)).ratings.result;
    const before = await figures();
    done(await stage.as(committee).post(`/proposals/${id}/closing`, { outcome: 'UNRESOLVED' }));
    for (const who of [handler, assistant, torn, formerly, seconders[0]!]) expect(await seenBy(who)).toMatchObject(grade);
    expect(await figures()).toEqual({ ...before, DISSATISFIED: before.DISSATISFIED + 1 });
  });
});

describe('an invitation', () => {
  it('that is open or declined is known to the proposer and the one invited only', async () => {
    const id = await congress.seconded(callId);
    const shy = await stage.person({ seat: 'DELEGATE' });
    done(await stage.as(lead()).post(`/proposals/${id}/invitations`, { memberIds: [shy.id] }));
    done(await stage.as(shy).delete(`/proposals/${id}/seconding`));
    const statesSeenBy = async (who: Person) =>
      done(await stage.as(who).get(`/proposals/${id}`))
        .signatures.map(({ state }: { state: string }) => state)
        .sort();
    expect(await statesSeenBy(lead())).toEqual(['DECLINED', 'SIGNED', 'SIGNED']);
    expect(await statesSeenBy(shy)).toEqual(['DECLINED', 'SIGNED', 'SIGNED']);
    expect(await statesSeenBy(congress.seconders[0]!)).toEqual(['SIGNED', 'SIGNED']);
  });

  it('goes to members of the organisation who sit in the session', async () => {
    const id = await congress.draft(callId);
    const invite = (memberIds: string[]) => stage.as(lead()).post(`/proposals/${id}/invitations`, { memberIds });
    expect((await invite([abroad.delegate.id])).body).toMatchObject({
      type: 'proposals.unknown-member',
      status: 422,
      details: { memberIds: [abroad.delegate.id] },
    });
    expect((await invite([staff().id])).body).toMatchObject({ type: 'proposals.not-a-delegate' });
    expect((await invite([lead().id])).body).toMatchObject({ type: 'proposals.own-proposal' });
  });
});
