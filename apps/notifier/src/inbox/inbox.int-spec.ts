import { randomUUID } from 'node:crypto';
import { probe } from '@plenum/test-kit';
import { type Person, Stage } from '../testing/stage.js';

describe('the inbox', () => {
  const stage = new Stage();
  let reader: Person;
  let colleague: Person;
  let foreigner: Person;

  beforeAll(async () => {
    reader = await stage.person({ seat: 'DELEGATE' });
    colleague = await stage.person({ seat: 'DELEGATE' });
    foreigner = await stage.person({}, randomUUID());
  });

  const invite = async (person: Person, subject: string): Promise<void> => {
    const proposal = {
      organisationId: stage.organisationId,
      sessionId: stage.sessionId,
      proposalId: randomUUID(),
      subject,
      docketNo: null,
    };
    await stage.hear('proposals.seconder-invited.v1', { ...proposal, leadProposerId: colleague.id, memberId: person.id });
  };
  const subjects = async (query = '') => (await stage.notices(reader, query)).map(({ params }) => params['subject']);

  it('pages one’s own notices, the latest first, and the unread among them', async () => {
    await invite(reader, 'first');
    await invite(reader, 'second');
    await invite(reader, 'third');
    expect(await subjects()).toEqual(['third', 'second', 'first']);
    const { body } = await stage.ask(reader, 'GET', '/notices?page=2&pageSize=2');
    expect(body).toMatchObject({ total: 3, page: 2, pageSize: 2, items: [{ params: { subject: 'first' } }] });

    const [third] = await stage.notices(reader);
    expect((await stage.ask(reader, 'POST', `/notices/${third?.id}/reading`)).status).toBe(204);
    const readAt = (await stage.notices(reader))[0]?.readAt;
    expect(readAt).toMatch(/^\d{4}-.*Z$/);
    expect((await stage.ask(reader, 'POST', `/notices/${third?.id}/reading`)).status).toBe(204);
    expect((await stage.notices(reader))[0]?.readAt).toBe(readAt);
    expect(await subjects('&unread=true')).toEqual(['second', 'first']);
    expect(await subjects('&unread=false')).toEqual(['third', 'second', 'first']);
  });

  it('is nobody else’s: not a colleague’s, not a foreigner’s, not a stranger’s', async () => {
    const [notice] = await stage.notices(reader);
    for (const other of [colleague, foreigner]) {
      expect(await stage.notices(other)).toEqual([]);
      expect(await stage.ask(other, 'POST', `/notices/${notice?.id}/reading`)).toMatchObject({
        status: 404,
        body: { type: 'notifier.not-found' },
      });
    }
    const endpoints = [
      ['GET', '/notices'],
      ['GET', '/notices/stream'],
      ['POST', `/notices/${notice?.id}/reading`],
      ['GET', '/preferences'],
      ['PUT', '/preferences'],
    ] as const;
    for (const [method, path] of endpoints)
      expect(await stage.ask(null, method, path)).toMatchObject({ status: 401, body: { type: 'unauthenticated' } });
  });

  it('refuses what is malformed, naming it', async () => {
    expect(await stage.ask(reader, 'GET', '/notices?unread=perhaps')).toMatchObject({
      status: 400,
      body: { faults: [{ field: 'unread' }] },
    });
    expect((await stage.ask(reader, 'POST', '/notices/not-an-id/reading')).status).toBe(400);
  });

  it('shows each notice live to its reader, in whichever replica, and to nobody else', async () => {
    const replica = await stage.replica();
    const [here, there, theirs] = [await stage.follow(reader), await stage.follow(reader, replica), await stage.follow(colleague, replica)];
    expect(here.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(here.headers.get('cache-control')).toBe('no-store');
    await invite(reader, 'live');
    for (const stream of [here, there]) {
      await probe('the stream has shown it', () => stream.text().includes('"subject":"live"'), { describe: () => stream.text() });
      expect(stream.text().match(/event: notice\ndata: /g)).toHaveLength(1);
    }
    expect(theirs.text()).not.toContain('event: notice');
    [here, there, theirs].forEach((stream) => stream.stop());
    await stage.closeReplica(replica);
  });

  it('tells who is looking to look again when the line to PostgreSQL was lost', async () => {
    const stream = await stage.follow(reader);
    const lost = async () => {
      await stage.database.query(
        `
          SELECT pg_terminate_backend(pid)
          FROM pg_stat_activity
          WHERE application_name = 'plenum-notifier-wire' AND datname = current_database()
        `,
      );
    };
    await lost();
    await probe('it says so', () => stream.text().includes('event: missed'), { describe: () => stream.text() });
    await invite(reader, 'after the loss');
    await probe('it shows notices again', () => stream.text().includes('after the loss'), { describe: () => stream.text() });
    stream.stop();
  });

  it('closes the oldest of too many streams, and all when the service stops', async () => {
    const replica = await stage.replica();
    const streams = [];
    for (let tab = 0; tab < 11; tab += 1) streams.push(await stage.follow(reader, replica));
    const [oldest, ...others] = streams;
    await probe('the oldest has ended', () => oldest?.hasEnded());
    expect(others.map((stream) => stream.hasEnded())).not.toContain(true);
    await stage.closeReplica(replica);
    await probe('all have ended', () => others.every((stream) => stream.hasEnded()));
  });

  it('ends the streams of a sign-in at once when that is ended, and no others', async () => {
    const [ended, kept] = [randomUUID(), randomUUID()];
    const [gone, staying] = [await stage.follow(reader, stage.app, ended), await stage.follow(reader, stage.app, kept)];
    await stage.hear('congress.sign-ins-ended.v1', { organisationId: stage.organisationId, memberId: reader.id, signInIds: [ended] });
    await probe('the stream has ended', () => gone.hasEnded());
    expect(staying.hasEnded()).toBe(false);
    await expect(stage.follow(reader, stage.app, ended)).rejects.toThrow('the stream answered 401');
    staying.stop();
  });

  it('keeps how one wants to be told', async () => {
    expect((await stage.ask(reader, 'GET', '/preferences')).body).toEqual({ mail: true, locale: 'zh-CN' });
    expect(await stage.ask(reader, 'PUT', '/preferences', { mail: false, locale: 'en' })).toEqual({
      status: 200,
      body: { mail: false, locale: 'en' },
    });
    expect((await stage.ask(reader, 'GET', '/preferences')).body).toEqual({ mail: false, locale: 'en' });
    expect((await stage.ask(colleague, 'GET', '/preferences')).body).toEqual({ mail: true, locale: 'zh-CN' });
    expect(await stage.ask(reader, 'PUT', '/preferences', { mail: 'no', locale: 'fr', memberId: colleague.id })).toMatchObject({
      status: 400,
      body: {
        faults: expect.arrayContaining([expect.objectContaining({ field: 'locale' }), { field: 'memberId', reason: 'unknown-field' }]),
      },
    });
  });

  it('says that it is ready', async () => {
    const response = await fetch(`${await stage.app.getUrl()}/health`);
    expect(await response.json()).toEqual({ service: 'notifier', status: 'ready', checks: { database: 'ok', redis: 'ok', relay: 'ok' } });
  });
});
