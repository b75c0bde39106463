import { randomUUID } from 'node:crypto';
import type { EventData, EventName, Office } from '@plenum/contracts';
import { Database } from '@plenum/database';
import { testServers } from '@plenum/test-kit';
import { Directory, DIRECTORY_MIGRATIONS, projectIntoDirectory } from './index.js';

describe('directory', () => {
  afterAll(() => database?.onApplicationShutdown());
  const servers = testServers();
  const directory = new Directory();
  let database: Database;
  const [organisationId, otherOrganisationId] = [randomUUID(), randomUUID()];
  let ids: Record<'session' | 'otherSession' | 'member' | 'colleague' | 'unit' | 'delegation', string>;

  beforeAll(async () => {
    database = await Database.connect({
      url: await servers.createTestDatabase('directory'),
      applicationName: 'directory-test',
      migrations: DIRECTORY_MIGRATIONS,
    });
    await database.source.runMigrations();
  });

  beforeEach(() => {
    ids = {
      session: randomUUID(),
      otherSession: randomUUID(),
      member: randomUUID(),
      colleague: randomUUID(),
      unit: randomUUID(),
      delegation: randomUUID(),
    };
  });

  const tell = <N extends EventName>(name: N, data: EventData<N>, version = 1): Promise<void> =>
    database.transaction((tx) => projectIntoDirectory(tx, { name, data, version } as never));

  const register = (memberId: string, given: Partial<EventData<'congress.member-registered.v2'>> = {}, version = 1) =>
    tell(
      'congress.member-registered.v2',
      {
        organisationId,
        memberId,
        staffNo: 'T00001',
        name: '王甲子',
        mail: 't00001@example.test',
        unitId: ids.unit,
        active: true,
        standing: 'FULL',
        hasVote: true,
        ...given,
      },
      version,
    );

  const setUp = (version = 1, title = '三届三次') =>
    tell(
      'congress.session-set-up.v1',
      {
        organisationId,
        sessionId: ids.session,
        termNo: 3,
        sessionNo: 3,
        title,
        opensAt: '2026-03-02T01:00:00Z',
        closesAt: '2026-03-03T09:00:00Z',
        quorum: { num: 2, den: 3, inclusive: true },
      },
      version,
    );

  const seat = (memberId: string, kind: 'DELEGATE' | 'ATTENDEE' = 'DELEGATE', version = 1) =>
    tell('congress.delegate-seated.v1', { organisationId, sessionId: ids.session, memberId, delegationId: ids.delegation, kind }, version);

  const assign = (
    memberId: string,
    office: Office,
    { sessionId = null as string | null, unitId = null as string | null, officeId = randomUUID() as string, chief = false } = {},
    version = 1,
  ) => tell('congress.office-assigned.v1', { organisationId, officeId, memberId, office, sessionId, unitId, chief }, version);

  it('knows organisations, units and members as they were last told', async () => {
    await tell('congress.organisation-founded.v1', { organisationId, code: 'no14', name: '第十四中学', level: 1, parentId: null });
    await tell('congress.unit-set-up.v1', { organisationId, unitId: ids.unit, code: 'U02', name: '总务处' });
    await register(ids.member);
    expect(await directory.organisation(database, organisationId)).toEqual({
      id: organisationId,
      code: 'no14',
      name: '第十四中学',
      level: 1,
      parentId: null,
    });
    expect(await directory.units(database, organisationId)).toEqual([{ id: ids.unit, organisationId, code: 'U02', name: '总务处' }]);
    expect(await directory.member(database, ids.member)).toEqual({
      id: ids.member,
      organisationId,
      staffNo: 'T00001',
      name: '王甲子',
      mail: 't00001@example.test',
      unitId: ids.unit,
      active: true,
      standing: 'FULL',
      hasVote: true,
    });
    expect(await directory.membersByIds(database, [ids.member, ids.colleague])).toHaveLength(1);
    expect(await directory.member(database, ids.colleague)).toBeNull();
    await register(ids.colleague, { staffNo: 'T00002', active: false });
    expect((await directory.activeMembers(database, organisationId)).map(({ id }) => id)).toEqual([ids.member]);
  });

  it('knows on which days an organisation works, as it was last told', async () => {
    const set = (daysOff: string[], version: number) =>
      tell('congress.calendar-set.v1', { organisationId, zone: 'Asia/Shanghai', daysOff, workingDays: ['2026-09-12'] }, version);
    expect(await directory.calendar(database, organisationId)).toEqual({});
    await set(['2026-09-10'], 2);
    await set([], 1);
    expect(await directory.calendar(database, organisationId)).toEqual({
      zone: 'Asia/Shanghai',
      daysOff: ['2026-09-10'],
      workingDays: ['2026-09-12'],
    });
    expect(await directory.calendar(database, otherOrganisationId)).toEqual({});
  });

  it('ignores what is older than what it shows, in whatever order it arrives', async () => {
    await register(ids.member, { name: 'third' }, 3);
    await register(ids.member, { name: 'second' }, 2);
    expect(await directory.member(database, ids.member)).toMatchObject({ name: 'third' });
    await register(ids.member, { name: 'fourth' }, 4);
    expect(await directory.member(database, ids.member)).toMatchObject({ name: 'fourth' });
  });

  it('knows a session’s opening even when it hears of it before its set-up', async () => {
    await tell('congress.session-opened.v1', { organisationId, sessionId: ids.session, openedAt: '2026-03-02T01:05:00Z' }, 2);
    expect(await directory.session(database, ids.session)).toBeNull();
    await setUp(1);
    expect(await directory.session(database, ids.session)).toMatchObject({
      termNo: 3,
      title: '三届三次',
      quorum: { num: 2, den: 3, inclusive: true },
      openedAt: new Date('2026-03-02T01:05:00Z'),
      closedAt: null,
    });
    await tell('congress.session-closed.v1', { organisationId, sessionId: ids.session, closedAt: '2026-03-03T09:00:00Z' }, 3);
    await setUp(4, '三届三次会议');
    expect(await directory.session(database, ids.session)).toMatchObject({
      title: '三届三次会议',
      openedAt: new Date('2026-03-02T01:05:00Z'),
      closedAt: new Date('2026-03-03T09:00:00Z'),
    });
  });

  it('lists the delegates of a session, full ones unless others are asked for', async () => {
    await register(ids.member, { staffNo: 'T00002' });
    await register(ids.colleague, { staffNo: 'T00001', name: '李乙丑' });
    await seat(ids.member);
    await seat(ids.colleague);
    const guest = randomUUID();
    await seat(guest, 'ATTENDEE');
    expect((await directory.delegatesOf(database, ids.session)).map(({ name }) => name)).toEqual(['李乙丑', '王甲子']);
    expect(
      (await directory.delegatesOf(database, ids.session, ['ATTENDEE', 'INVITEE'])).map(({ memberId, name }) => [memberId, name]),
    ).toEqual([[guest, null]]);
    expect(await directory.isDelegate(database, ids.member, ids.session)).toBe(true);
    expect(await directory.isDelegate(database, guest, ids.session)).toBe(false);
    expect(await directory.seat(database, guest, ids.session)).toMatchObject({ kind: 'ATTENDEE', delegationId: ids.delegation });
    expect(await directory.isDelegate(database, ids.member, ids.otherSession)).toBe(false);
  });

  it('does not seat again who was unseated, when the seating arrives late', async () => {
    await tell('congress.delegate-unseated.v1', { organisationId, sessionId: ids.session, memberId: ids.member }, 5);
    await seat(ids.member, 'DELEGATE', 4);
    expect(await directory.seat(database, ids.member, ids.session)).toBeNull();
    await seat(ids.member, 'DELEGATE', 6);
    expect(await directory.isDelegate(database, ids.member, ids.session)).toBe(true);
  });

  it('knows delegations and their heads', async () => {
    await tell('congress.delegation-formed.v1', {
      organisationId,
      sessionId: ids.session,
      delegationId: ids.delegation,
      name: '第一代表团',
      headMemberId: ids.member,
    });
    expect(await directory.delegations(database, ids.session)).toEqual([
      { id: ids.delegation, organisationId, sessionId: ids.session, name: '第一代表团', headMemberId: ids.member },
    ]);
  });

  it('counts those present among the full delegates', async () => {
    const attend = (memberId: string, present: boolean, version: number) =>
      tell(
        'congress.attendance-changed.v2',
        {
          organisationId,
          sessionId: ids.session,
          memberId,
          present,
          at: '2026-03-02T01:00:00Z',
          by: memberId,
          late: false,
          presentCount: 1,
          entitled: 2,
        },
        version,
      );
    const guest = randomUUID();
    await seat(ids.member);
    await seat(ids.colleague);
    await seat(guest, 'ATTENDEE');
    await attend(ids.member, true, 1);
    await attend(guest, true, 2);
    expect(await directory.attendance(database, ids.session)).toEqual({ entitled: 2, presentMemberIds: [ids.member] });
    await attend(ids.member, false, 4);
    await attend(ids.member, true, 3);
    expect(await directory.attendance(database, ids.session)).toEqual({ entitled: 2, presentMemberIds: [] });
  });

  describe('offices', () => {
    const actor = () => ({ memberId: ids.member, organisationId });

    it('of the whole organisation count for each of its sessions and units', async () => {
      await assign(ids.member, 'SECRETARIAT');
      expect(await directory.holdsOffice(database, actor(), 'SECRETARIAT')).toBe(true);
      expect(await directory.holdsOffice(database, actor(), ['PRESIDIUM', 'SECRETARIAT'], { sessionId: ids.session })).toBe(true);
      expect(await directory.holdsOffice(database, actor(), 'PRESIDIUM')).toBe(false);
      expect(await directory.holdsOffice(database, { ...actor(), organisationId: otherOrganisationId }, 'SECRETARIAT')).toBe(false);
      expect(await directory.holdsOffice(database, { ...actor(), memberId: ids.colleague }, 'SECRETARIAT')).toBe(false);
    });

    it('of one session or unit count only for that one', async () => {
      await assign(ids.member, 'SCRUTINEER', { sessionId: ids.session });
      await assign(ids.member, 'UNIT_HANDLER', { unitId: ids.unit });
      expect(await directory.holdsOffice(database, actor(), 'SCRUTINEER', { sessionId: ids.session })).toBe(true);
      expect(await directory.holdsOffice(database, actor(), 'SCRUTINEER', { sessionId: ids.otherSession })).toBe(false);
      expect(await directory.holdsOffice(database, actor(), 'SCRUTINEER')).toBe(false);
      expect(await directory.holdsOffice(database, actor(), 'UNIT_HANDLER', { unitId: ids.unit })).toBe(true);
      expect(await directory.holdsOffice(database, actor(), 'UNIT_HANDLER', { unitId: randomUUID() })).toBe(false);
      expect(await directory.holdsOffice(database, actor(), 'UNIT_HANDLER')).toBe(false);
      expect(await directory.officesOf(database, actor())).toMatchObject([
        { office: 'SCRUTINEER', sessionId: ids.session },
        { office: 'UNIT_HANDLER', unitId: ids.unit },
      ]);
    });

    it('end when they are relieved, also when the assignment arrives late', async () => {
      const officeId = randomUUID();
      await tell('congress.office-relieved.v1', { organisationId, officeId, memberId: ids.member }, 2);
      await assign(ids.member, 'OBSERVER', { officeId }, 1);
      expect(await directory.officesOf(database, actor())).toEqual([]);
    });

    it('are not held by who has left', async () => {
      await assign(ids.member, 'LEADER_IN_CHARGE');
      expect(await directory.holdsOffice(database, actor(), 'LEADER_IN_CHARGE')).toBe(true);
      await register(ids.member, { active: false });
      expect(await directory.holdsOffice(database, actor(), 'LEADER_IN_CHARGE')).toBe(false);
    });

    it('tell who holds them, the chief first', async () => {
      const here = randomUUID();
      await assign(ids.colleague, 'TELLER', { sessionId: here });
      await assign(ids.member, 'TELLER', { sessionId: here, chief: true });
      await assign(randomUUID(), 'TELLER', { sessionId: ids.otherSession });
      const holders = await directory.officeHolders(database, 'TELLER', { organisationId, sessionId: here });
      expect(holders.map(({ memberId, chief }) => [memberId, chief])).toEqual([
        [ids.member, true],
        [ids.colleague, false],
      ]);
      expect(await directory.officeHolders(database, 'TELLER', { organisationId: otherOrganisationId, sessionId: here })).toEqual([]);
    });
  });

  it('has migrations that can be undone', async () => {
    for (const _ of DIRECTORY_MIGRATIONS) await database.source.undoLastMigration();
    expect(await database.query("SELECT tablename FROM pg_tables WHERE tablename LIKE 'directory_%'")).toEqual([]);
    await database.source.runMigrations();
  });
});
