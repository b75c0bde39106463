import { randomUUID } from 'node:crypto';
import { probe } from '@plenum/test-kit';
import { type Person, Stage } from '../testing/stage.js';
import type { UnreachedPageResponse } from './unreached.responses.js';

describe('who was not reached', () => {
  const stage = new Stage();
  let organiser: Person, reached: Person, addressless: Person, other: Person;

  beforeAll(async () => {
    organiser = await stage.person({ office: 'PRESIDIUM' });
    reached = await stage.person({ seat: 'DELEGATE' });
    addressless = await stage.person({ seat: 'DELEGATE', mail: null });
    other = await stage.person({ seat: 'DELEGATE', mail: null });
  });

  const listed = async (person: Person) => (await stage.ask(person, 'GET', '/unreached')).body as UnreachedPageResponse;

  it('is listed for organisers, without whom a mail reached or who has read it, and without what is somebody’s own affair', async () => {
    const ballot = {
      organisationId: stage.organisationId,
      sessionId: stage.sessionId,
      ballotId: randomUUID(),
      kind: 'election' as const,
      title: 'Committee',
      electorate: 'delegates' as const,
      memberIds: [],
    };
    await stage.hear('proposals.seconder-invited.v1', {
      organisationId: stage.organisationId,
      sessionId: stage.sessionId,
      proposalId: randomUUID(),
      subject: 'Secret yet',
      docketNo: null,
      leadProposerId: reached.id,
      memberId: addressless.id,
    });
    await stage.hear('ballot.ballot-opened.v1', ballot);
    await stage.mailbox.mailsTo(reached.mail);
    await probe('two are listed', async () => (await listed(organiser)).total === 2);
    expect(
      (await listed(organiser)).items
        .map(({ memberId, code, reason, params }) => ({ memberId, code, reason, params }))
        .sort((a, b) => a.memberId.localeCompare(b.memberId)),
    ).toEqual(
      [addressless, other]
        .map(({ id: memberId }) => ({
          memberId,
          code: 'ballot.ballot-opened',
          reason: 'no-address',
          params: { title: 'Committee', kind: 'election' },
        }))
        .sort((a, b) => a.memberId.localeCompare(b.memberId)),
    );
    const [notice] = await stage.notices(other);
    await stage.ask(other, 'POST', `/notices/${notice?.id}/reading`);
    expect((await listed(organiser)).items.map(({ memberId }) => memberId)).toEqual([addressless.id]);
  });

  it('is not whom another way reached, or still may', async () => {
    const states = ['due', 'sent', 'bounced', 'given-up'];
    const [notice] = await stage.database.query<{ id: string }>(
      `INSERT INTO deliveries (notice_id, member_id, channel, state, trouble, not_before, due_at)
        SELECT id, member_id, 'push', 'sent', 'gone', now(), 'infinity' FROM notices
        WHERE member_id = $1 AND code = 'ballot.ballot-opened' RETURNING id`,
      [addressless.id],
    );
    const listedAs: (readonly string[])[] = [];
    for (const state of states) {
      await stage.database.query('UPDATE deliveries SET state = $2 WHERE id = $1', [notice?.id, state]);
      listedAs.push((await listed(organiser)).items.map(({ memberId, reason }) => `${memberId} ${reason}`));
    }
    expect(listedAs).toEqual([[], [], [`${addressless.id} no-address`], [`${addressless.id} no-address`]]);
  });

  it('is listed for what organisers announced, too', async () => {
    const audience = { kind: 'delegates', id: stage.sessionId };
    const { reaches } = (await stage.ask(organiser, 'POST', '/announcements/preview', { audience })).body as { reaches: number };
    await stage.ask(organiser, 'POST', '/announcements', { audience, title: 'Hall 2', text: 'We meet there.', reaches });
    const announced = async () => (await listed(organiser)).items.filter(({ code }) => code === 'notifier.announced');
    await probe('both are listed', async () => (await announced()).length === 2);
    expect((await announced()).map(({ memberId }) => memberId).sort()).toEqual([addressless.id, other.id].sort());
  });

  it('is found by way, reason, unit and delegation', async () => {
    const delegationId = randomUUID();
    await stage.database.query('UPDATE directory_seats SET delegation_id = $1 WHERE member_id = $2', [delegationId, other.id]);
    await stage.database.query('UPDATE directory_members SET unit_id = $1 WHERE id = $2', [stage.unitId, addressless.id]);
    const found = async (query: string): Promise<string[]> => {
      const { items } = (await stage.ask(organiser, 'GET', `/unreached?${query}`)).body as UnreachedPageResponse;
      return [...new Set(items.map(({ memberId }) => memberId))].sort();
    };
    const both = [addressless.id, other.id].sort();
    expect([await found('way=mail'), await found('reason=no-address'), await found('way=sms'), await found('reason=mailbox-full')]).toEqual(
      [both, both, [], []],
    );
    expect([await found(`unitId=${stage.unitId}`), await found(`delegationId=${delegationId}`)]).toEqual([[addressless.id], [other.id]]);
    expect(await found(`unitId=${stage.unitId}&delegationId=${delegationId}`)).toEqual([]);
    expect((await stage.ask(organiser, 'GET', `/unreached?unitId=${stage.unitId}`)).body.items[0]).toMatchObject({ unit: 'Logistics' });
    for (const [field, value] of [
      ['way', 'pigeon'],
      ['reason', 'lazy'],
      ['unitId', 'x'],
      ['delegationId', 'x'],
    ])
      expect(await stage.ask(organiser, 'GET', `/unreached?${field}=${value}`)).toMatchObject({
        status: 400,
        body: { faults: [{ field }] },
      });
  });

  it('is nobody else’s to see', async () => {
    expect(await stage.ask(reached, 'GET', '/unreached')).toMatchObject({ status: 403, body: { type: 'notifier.forbidden' } });
    expect((await stage.ask(null, 'GET', '/unreached')).status).toBe(401);
  });
});
