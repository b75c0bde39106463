import { randomUUID } from 'node:crypto';
import { type Person, Stage } from '../testing/stage.js';

describe('how one wants to be told', () => {
  const stage = new Stage();
  let reader: Person;
  let colleague: Person;

  beforeAll(async () => {
    reader = await stage.person({ seat: 'DELEGATE' });
    colleague = await stage.person({ seat: 'DELEGATE', mail: null });
  });

  const USUAL = {
    locale: 'zh-CN',
    muted: ['proposals:sms', 'unit-matters:sms', 'results:sms', 'sessions:sms', 'announcements:sms'],
    quietFrom: null,
    quietTo: null,
    digest: 'each',
    digestHour: 8,
    digestDay: 1,
    version: 0,
  };
  const set = (wanted: object, person = reader) => stage.ask(person, 'PUT', '/preferences', { ...USUAL, ...wanted });

  it('is as usual until one says it, and one’s own alone', async () => {
    expect((await stage.ask(reader, 'GET', '/preferences')).body).toEqual({
      ...USUAL,
      ways: ['mail'],
      hasAddress: true,
      timeZone: 'Asia/Shanghai',
    });
    const wanted = { locale: 'en', muted: ['proposals:mail'], quietFrom: '22:00', quietTo: '06:30', digest: 'weekly', digestHour: 7 };
    expect(await set(wanted)).toMatchObject({ status: 200, body: { ...wanted, version: 1 } });
    expect((await stage.ask(reader, 'GET', '/preferences')).body).toMatchObject({ ...wanted, version: 1 });
    expect((await stage.ask(colleague, 'GET', '/preferences')).body).toMatchObject({ ...USUAL, hasAddress: false });
  });

  it('is changed on the version that was read, whichever tab is faster', async () => {
    const outdated = { status: 409, body: { type: 'notifier.outdated' } };
    expect(await set({ version: 0 })).toMatchObject(outdated);
    expect(await set({ version: 2 })).toMatchObject(outdated);
    expect(await set({ version: 1, digest: 'daily' })).toMatchObject({
      status: 200,
      body: { version: 2, digest: 'daily', quietFrom: null },
    });
    const someone = await stage.person();
    const both = await Promise.all([set({}, someone), set({}, someone)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await set({ version: 5 }, await stage.person())).toMatchObject(outdated);
  });

  it.each([
    [{ muted: ['duties:mail'] }, 'muted'],
    [{ muted: ['votes:mail'] }, 'muted'],
    [{ muted: ['proposals:pigeon'] }, 'muted'],
    [{ muted: ['proposals:mail', 'proposals:mail'] }, 'muted'],
    [{ muted: undefined }, 'muted'],
    [{ locale: 'fr' }, 'locale'],
    [{ digest: 'hourly' }, 'digest'],
    [{ digestHour: 24 }, 'digestHour'],
    [{ digestDay: 0 }, 'digestDay'],
    [{ quietFrom: '24:00', quietTo: '07:00' }, 'quietFrom'],
    [{ quietFrom: '22:00' }, 'quietTo'],
    [{ quietTo: '07:00' }, 'quietFrom'],
    [{ quietFrom: '07:00', quietTo: '07:00' }, 'quietTo'],
    [{ memberId: randomUUID() }, 'memberId'],
    [{ version: undefined }, 'version'],
  ])('refuses %j, naming the field', async (wanted, field) => {
    expect(await set(wanted)).toMatchObject({
      status: 400,
      body: { faults: expect.arrayContaining([expect.objectContaining({ field })]) },
    });
  });

  it('holds for what happens from then on: what can be muted is in the inbox alone, what can wait does so for its hour', async () => {
    const inviter = await stage.person({ seat: 'DELEGATE' });
    const person = await stage.person();
    const invite = () =>
      stage.hear('proposals.seconder-invited.v1', {
        organisationId: stage.organisationId,
        sessionId: stage.sessionId,
        proposalId: randomUUID(),
        subject: 'Fans',
        docketNo: null,
        leadProposerId: inviter.id,
        memberId: person.id,
      });
    const due = async () =>
      (
        await stage.database.query<{ digest: string | null; hour: string }>(
          `
            SELECT digest, to_char(due_at AT TIME ZONE 'Asia/Shanghai', 'HH24:MI') AS hour
            FROM deliveries
            WHERE member_id = $1
            ORDER BY due_at
          `,
          [person.id],
        )
      ).map(({ digest, hour }) => [digest, hour]);
    await stage.prefers(person, { muted: ['proposals:mail'] });
    await invite();
    expect([await stage.codes(person), await due()]).toEqual([['proposals.seconder-invited'], []]);
    await stage.prefers(person, { muted: [], digest: 'daily', digestHour: 17 });
    await invite();
    expect(await due()).toEqual([['daily', '17:00']]);
    await stage.prefers(person, { quietFrom: '00:00', quietTo: '23:59' });
    stage.setClock('2027-01-04T10:00:00+08:00');
    await stage.appoint(person);
    expect((await due()).filter(([digest]) => digest === null)).toEqual([[null, '23:59']]); // The other is on its way by then.
    stage.setClock(null);
  });
});
