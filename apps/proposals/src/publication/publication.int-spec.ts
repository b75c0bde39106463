import { CONTENT, type Congress, REPLY, aCongress, done, step } from '../testing/congress.js';
import { type Person, type Stage, useStage } from '../testing/stage.js';

let stage: Stage;
let congress: Congress;
let byRule: string;
let byConsent: string;

useStage(async (started) => {
  stage = started;
  congress = await aCongress(started);
  byRule = await congress.call();
  byConsent = await congress.call({ publishReplies: 'on-consent' });
});

/** Rated and closed. */
const close = async (id: string): Promise<string> => {
  done(await step(stage, congress.lead, id, 'rating', { attitude: 'SATISFIED', result: 'SATISFIED' }));
  done(await step(stage, congress.committee, id, 'ending'));
  return id;
};
/** Answered, rated and closed. */
const closed = async (callId: string): Promise<string> => close(await congress.replied(callId));
const keepConfidential = async (id: string) => {
  const { version } = done(await stage.as(congress.lead).get(`/proposals/${id}`));
  done(await stage.as(congress.lead).put(`/proposals/${id}/confidentiality`, { isConfidential: true, reason: null, version }));
};
const toldOfPublication = async (id: string): Promise<string[]> =>
  (await stage.eventsOf(id)).map(({ name }) => name).filter((name) => name.includes('disclos'));
const read = async (who: Person, id: string) => done(await stage.as(who).get(`/proposals/${id}/publication`));
const act = async (who: Person, id: string, deed: string, body: object = {}) => {
  const { version } = await read(congress.committee, id);
  return stage.as(who).post(`/proposals/${id}/publication${deed}`, { version, ...body });
};
const listed = async (who: Person, query = ''): Promise<string[]> =>
  done(await stage.as(who).get(`/published-matters?pageSize=200${query}`)).items.map(({ id }: { id: string }) => id);

describe('a closed matter', () => {
  it('is published by rule as it closes for every member, told once, and taken out again with a reason', async () => {
    const id = await congress.replied(byRule);
    const { committee, lead, staff } = congress;
    expect(await read(lead, id)).toMatchObject({ state: 'UNPUBLISHED', rule: 'yes', version: 0, allowedActions: ['withhold'] });
    expect((await stage.as(staff).get(`/published-matters/${id}`)).status).toBe(404);
    done(await act(lead, id, '/withheld', { withheld: ['grounds'] }));
    await close(id);
    expect(await read(committee, id)).toMatchObject({
      state: 'PUBLISHED',
      withheld: ['grounds'],
      version: 2,
      allowedActions: ['take-out'],
    });
    expect(await toldOfPublication(id)).toEqual(['proposals.reply-disclosed.v1']);
    const [audited] = await stage.database.query(
      "SELECT actor_id FROM audit_trail WHERE subject_kind = 'publication' AND subject_id = $1 AND action = 'publish-at-closing'",
      [id],
    );
    expect(audited).toEqual({ actor_id: committee.id });
    done(await act(lead, id, '/withheld', { withheld: ['proposer'] }));
    const page = done(await stage.as(staff).get(`/published-matters/${id}`));
    expect(page).toMatchObject({
      subject: CONTENT.subject,
      proposer: null,
      grounds: null,
      measures: CONTENT.measures,
      seconders: null, // Fewer than five.
      replies: [{ unit: { name: 'Logistics' }, text: REPLY.text, resultCategory: 'SOLVED' }],
    });
    expect(JSON.stringify(page)).not.toMatch(/Lead Proposer|SATISFIED|Evening classes/);
    expect(await listed(staff, '&search=canteen')).toContain(id);
    expect(await listed(staff, '&search=Evening')).not.toContain(id);
    expect(await listed(staff, `&unitId=${stage.logistics}&sessionId=${stage.sessionId}&category=logistics`)).toContain(id);
    expect(await listed(staff, `&unitId=${stage.finance}`)).not.toContain(id);
    const foreigner = await (await stage.elsewhere()).person();
    expect(await listed(foreigner)).toEqual([]);
    expect((await stage.as(foreigner).get(`/published-matters/${id}`)).status).toBe(404);
    expect((await act(committee, id, '/withdrawal', { reason: ' ' })).body.type).toBe('proposals.reason-required');
    done(await act(committee, id, '/withdrawal', { reason: 'It names somebody.' }));
    expect(await listed(staff)).not.toContain(id);
    expect((await stage.eventsOf(id)).at(-1)).toMatchObject({
      name: 'proposals.disclosure-withdrawn.v1',
      data: { reason: 'It names somebody.' },
    });
    expect(done(await act(committee, id, ''))).toMatchObject({ state: 'PUBLISHED' });
    expect(await listed(staff)).toContain(id);
    const [disclosed, withdrawn] = ['proposals.reply-disclosed.v1', 'proposals.disclosure-withdrawn.v1'];
    expect(await toldOfPublication(id)).toEqual([disclosed, withdrawn, disclosed]);
  });

  it('is published by consent only once its proposer gave it', async () => {
    const { committee, lead, staff } = congress;
    const [id, other] = [await closed(byConsent), await closed(byConsent)];
    for (const each of [id, other]) expect(await read(committee, each)).toMatchObject({ state: 'ASKED' });
    expect(await toldOfPublication(id)).toEqual(['proposals.disclosure-asked.v1']);
    expect(await listed(staff)).not.toContain(id);
    const owed = done(await stage.as(lead).get('/owed')).items.filter(({ matter }: { matter: string }) => matter === 'consent-to-publish');
    expect(owed.map(({ proposalId }: { proposalId: string }) => proposalId).sort()).toEqual([id, other].sort());
    done(await act(lead, id, '/answer', { consents: true, withheld: ['measures'] }));
    expect(done(await stage.as(staff).get(`/published-matters/${id}`))).toMatchObject({
      proposer: { name: 'Lead Proposer' },
      measures: null,
    });
    done(await act(lead, other, '/answer', { consents: false, reason: 'Not yet.' }));
    expect(await read(committee, other)).toMatchObject({ state: 'REFUSED', reason: 'Not yet.', allowedActions: [] });
    expect(await listed(staff)).not.toContain(other);
  });

  it('that is confidential is never published, also where it becomes so later', async () => {
    const { committee, staff } = congress;
    for (const callId of [byRule, byConsent]) {
      const secret = await congress.replied(callId);
      await keepConfidential(secret);
      await close(secret);
      expect(await read(committee, secret)).toMatchObject({ state: 'UNPUBLISHED', version: 0 });
      expect(await toldOfPublication(secret)).toEqual([]);
      expect((await stage.as(staff).get(`/published-matters/${secret}`)).status).toBe(404);
    }
    const id = await closed(byRule);
    expect(await listed(staff)).toContain(id);
    await keepConfidential(id);
    expect(await listed(staff)).not.toContain(id);
    expect((await stage.as(staff).get(`/published-matters/${id}`)).status).toBe(404);
    done(await act(committee, id, '/withdrawal', { reason: 'It is confidential now.' }));
    expect((await act(committee, id, '')).body.type).toBe('proposals.confidential-not-published');
  });

  it('is refused to whoever it is not for', async () => {
    const id = await closed(byRule);
    const { committee, lead, handler, staff } = congress;
    const refused = async (who: Person, deed: string, body?: object) => (await act(who, id, deed, body)).body.type;
    expect(await refused(staff, '')).toBe('proposals.forbidden');
    expect(await refused(handler, '')).toBe('proposals.not-the-committee');
    expect(await refused(committee, '/withheld', { withheld: ['proposer'] })).toBe('proposals.not-the-lead-proposer');
    expect(await refused(committee, '/answer', { consents: true })).toBe('proposals.not-the-lead-proposer');
    expect(await refused(lead, '/answer', { consents: true })).toBe('proposals.wrong-state');
    expect(await refused(committee, '', {})).toBe('proposals.wrong-state'); // It was published as it closed.
    expect(await refused(committee, '/withdrawal', { reason: 'A name.', version: 3 })).toBe('proposals.outdated');
    for (const withheld of [['reply'], 'proposer', ['proposer', 'proposer']])
      expect((await act(committee, id, '', { withheld })).body).toMatchObject({ status: 400 });
    expect((await act(lead, id, '/withheld', { withheld: [] })).body).toMatchObject({ status: 400 });
    const open = await congress.replied(byRule);
    expect((await act(committee, open, '')).body.type).toBe('proposals.wrong-state');
  });
});
