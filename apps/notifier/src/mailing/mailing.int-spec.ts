import { randomUUID } from 'node:crypto';
import { MUTABLE } from '@plenum/contracts';
import { probe } from '@plenum/test-kit';
import { DeliveriesRepository } from '../letters/deliveries.repository.js';
import { type Person, PUBLIC_URL, type Role, Stage } from '../testing/stage.js';

const MUTED_BY_MAIL = MUTABLE.filter((kindOnWay) => kindOnWay.endsWith(':mail'));

describe('mails', () => {
  const stage = new Stage();
  let lead: Person;

  beforeAll(async () => {
    lead = await stage.person({ seat: 'DELEGATE' });
  });

  afterEach(() => stage.setClock(null));

  /** Invites somebody to second, and says of which proposal. */
  const invite = async (person: Person, by = lead): Promise<string> => {
    const proposal = {
      organisationId: stage.organisationId,
      sessionId: stage.sessionId,
      proposalId: randomUUID(),
      subject: '更换风扇',
      docketNo: null,
    };
    await stage.hear('proposals.seconder-invited.v1', { ...proposal, leadProposerId: by.id, memberId: person.id });
    return proposal.proposalId;
  };
  const invited = async (role: Role = {}): Promise<Person> => {
    const person = await stage.person(role);
    await invite(person);
    return person;
  };
  const deliveryTo = async (person: Person) => {
    const [row] = await stage.database.query<{
      id: string;
      letter_id: string;
      state: string;
      tries: number;
      resends: number;
      trouble: string | null;
    }>(
      `
        SELECT d.id, d.letter_id, d.state, d.tries, d.resends, d.trouble
        FROM deliveries d
        JOIN notices n ON n.id = d.notice_id
        WHERE n.member_id = $1
        ORDER BY n.created_at DESC
        LIMIT 1
      `,
      [person.id],
    );
    return row;
  };
  const settles = (person: Person, state: string) =>
    probe(`the delivery is ${state}`, async () => (await deliveryTo(person))?.state === state, {
      describe: async () => JSON.stringify(await deliveryTo(person)),
    });
  const inAnHour = () => new Date(Date.now() + 3_600_000);

  it('carry the notice in its reader’s language, with a lasting Message-ID', async () => {
    const person = await stage.person();
    const proposalId = await invite(person);
    const [mail] = await stage.mailbox.mailsTo(person.mail);
    expect(mail).toMatchObject({ subject: '请附议：《更换风扇》', to: [person.mail] });
    expect(mail?.text).toContain(`${person.name}，您好：`);
    expect(mail?.text).toContain(`${PUBLIC_URL}/proposals/${proposalId}`);
    expect(mail?.messageId).toBe(`<${(await deliveryTo(person))?.letter_id}@example.test>`);
    await settles(person, 'sent');

    await stage.prefers(person, { locale: 'en' });
    await invite(person, await stage.person({ seat: 'DELEGATE' }));
    expect((await stage.mailbox.mailsTo(person.mail, 2))[1]?.subject).toBe('Please second “更换风扇”');
  });

  it('are not sent to who does not want them, has no address, or has left', async () => {
    const quiet = await stage.person();
    await stage.prefers(quiet, { muted: MUTED_BY_MAIL });
    await invite(quiet);
    expect(await stage.codes(quiet)).toEqual(['proposals.seconder-invited']);
    expect(await deliveryTo(quiet)).toBeUndefined();
    await stage.appoint(quiet);
    expect(await stage.mailbox.mailsTo(quiet.mail)).toHaveLength(1); // What the rules require to be served nobody mutes.

    const unreachable = await invited({ mail: null });
    await settles(unreachable, 'skipped');

    const gone = await stage.person();
    await stage.know(
      'congress.member-registered.v2',
      {
        organisationId: stage.organisationId,
        memberId: gone.id,
        staffNo: 'gone',
        name: gone.name,
        mail: gone.mail,
        unitId: null,
        active: false,
        standing: 'FULL',
        hasVote: false,
      },
      2,
    );
    await invite(gone);
    await settles(gone, 'skipped');
    expect(stage.mailbox.mails.flatMap(({ to }) => to)).not.toContain(gone.mail);
  });

  it('wait while the mail server is in trouble, and are sent once it is well', async () => {
    stage.mailbox.refuseNext(1);
    const person = await invited();
    await probe('the delivery has met trouble', async () => (await deliveryTo(person))?.trouble);
    expect(await deliveryTo(person)).toMatchObject({ state: 'due', tries: 1, trouble: 'server-busy' });
    stage.setClock(inAnHour());
    await settles(person, 'sent');
    expect(await stage.mailbox.mailsTo(person.mail)).toHaveLength(1);
  });

  it('are sent again, and marked so, when their sender died with them', async () => {
    const person = await invited();
    await settles(person, 'sent');
    // As a sender leaves it that was killed between the mail server's yes and its own note of it.
    await stage.database.query("UPDATE deliveries SET state = 'claimed', due_at = now() + interval '60 s', sent_at = NULL WHERE id = $1", [
      (await deliveryTo(person))?.id,
    ]);
    await new Promise((resolve) => setTimeout(resolve, 2_500)); // Longer than a poll: while the claim holds, nobody takes it.
    expect(await deliveryTo(person)).toMatchObject({ state: 'claimed', resends: 0 });
    stage.setClock(inAnHour());
    await settles(person, 'sent');
    expect(await deliveryTo(person)).toMatchObject({ resends: 1, tries: 2 });
    const [first, again] = await stage.mailbox.mailsTo(person.mail, 2);
    expect(again?.messageId).toBe(first?.messageId);
  });

  it('about an account go to every address known: for thirty days to a former one, too, and to who wants no mails', async () => {
    const [secretary, person] = [await stage.person({ office: 'SECRETARIAT' }), await stage.person()];
    await stage.prefers(person, { muted: MUTED_BY_MAIL });
    const [second, third] = [`second-${person.mail}`, `third-${person.mail}`];
    const changes = async (former: string | null, current: string | null, version: number) => {
      const { organisationId, id: memberId, name } = person;
      await stage.know(
        'congress.member-registered.v2',
        {
          organisationId,
          memberId,
          staffNo: memberId.slice(0, 8),
          name,
          mail: current,
          unitId: null,
          active: true,
          standing: 'FULL',
          hasVote: true,
        },
        version,
      );
      await stage.hear(
        'congress.mail-changed.v1',
        { organisationId, memberId, former, current, changedBy: secretary.id },
        { version, aggregateId: memberId },
      );
    };
    const subjects = async (address: string, count: number) => (await stage.mailbox.mailsTo(address, count)).map(({ subject }) => subject);
    const codeGiven = () =>
      stage.hear('congress.sign-in-code-given.v1', { organisationId: person.organisationId, memberId: person.id, givenBy: secretary.id });
    const [CHANGED, GIVEN] = ['您账号的邮箱地址已变更', '有人为您的账号发放了登录码'];

    await changes(person.mail, second, 2);
    expect([await subjects(person.mail, 1), await subjects(second, 1)]).toEqual([[CHANGED], [CHANGED]]);
    expect(stage.mailbox.mails.find(({ to }) => to.includes(person.mail))?.text).toContain(secretary.name);
    await codeGiven();
    expect([await subjects(person.mail, 2), await subjects(second, 2)]).toEqual([
      [CHANGED, GIVEN],
      [CHANGED, GIVEN],
    ]);

    await changes(second, null, 3);
    expect([await subjects(person.mail, 3), await subjects(second, 3)]).toEqual([
      [CHANGED, GIVEN, CHANGED],
      [CHANGED, GIVEN, CHANGED],
    ]);

    await changes(null, person.mail, 4); // The first address is the member's own again, and told once.
    expect(await subjects(person.mail, 4)).toEqual([CHANGED, GIVEN, CHANGED, CHANGED]);
    await subjects(second, 4);
    await invite(person);
    // What is not about the account stays as it was asked for.
    expect(await countOf(person, "n.code = 'proposals.seconder-invited'")).toBe(0);

    stage.setClock(new Date(Date.now() + 31 * 86_400_000));
    await changes(person.mail, third, 5);
    await codeGiven();
    expect(await subjects(third, 2)).toEqual([CHANGED, GIVEN]);
    expect(await subjects(person.mail, 6)).toHaveLength(6);
    expect(stage.mailbox.mails.filter(({ to }) => to.includes(second))).toHaveLength(4);
    expect(await stage.database.query('SELECT mail FROM former_addresses WHERE member_id = $1 AND mail IS NOT NULL', [person.id])).toEqual([
      { mail: person.mail },
    ]);
  });

  it('go once a day to whom one person invites again and again, however fast; the inbox has each', async () => {
    const [person, other] = [await stage.person(), await stage.person()];
    await Promise.all(Array.from({ length: 20 }, () => invite(person)));
    await invite(other);
    await invite(person, await stage.person({ seat: 'DELEGATE' }));
    await stage.mailbox.mailsTo(person.mail, 2);
    await stage.mailbox.mailsTo(other.mail);
    const deliveries = await stage.database.query(
      'SELECT d.id FROM deliveries d JOIN notices n ON n.id = d.notice_id WHERE n.member_id = $1',
      [person.id],
    );
    expect([deliveries.length, (await stage.codes(person)).length]).toEqual([2, 21]);
    stage.setClock(new Date(Date.now() + 86_400_000));
    await invite(person);
    expect(await stage.mailbox.mailsTo(person.mail, 3)).toHaveLength(3);
  });

  it('are no mailing list of one person: fifty a day, the rest is in the inbox', async () => {
    const busy = await stage.person({ seat: 'DELEGATE' });
    const people = await Promise.all(Array.from({ length: 60 }, () => stage.person({ seat: 'DELEGATE' })));
    for (const person of people) await invite(person, busy);
    const [row] = await stage.database.query<{ mails: number; notices: number }>(
      `
        SELECT count(d.id)::int AS mails, count(n.id)::int AS notices
        FROM notices n
        LEFT JOIN deliveries d ON d.notice_id = n.id
        WHERE n.code = 'proposals.seconder-invited' AND n.member_id = ANY($1)
      `,
      [people.map(({ id }) => id)],
    );
    expect(row).toEqual({ mails: 50, notices: 60 });
  });

  it('do not ask for a vote that is over by the time they could go', async () => {
    const voter = await stage.person({ seat: 'DELEGATE' });
    const ballot = {
      organisationId: stage.organisationId,
      sessionId: stage.sessionId,
      ballotId: randomUUID(),
      kind: 'election' as const,
      title: 'Committee of the waiting',
    };
    const asked = { electorate: 'delegates' as const, memberIds: [] };
    const other = { ...ballot, ...asked, ballotId: randomUUID(), title: 'Called off' };
    stage.mailbox.refuseNext(10_000); // The mail server is in trouble for as long as the vote lasts.
    await stage.hear('ballot.ballot-opened.v1', { ...ballot, ...asked });
    await stage.hear('ballot.ballot-announced.v1', other);
    await probe('the mails have met trouble', async () => (await troubled(voter)) === 2);
    await stage.hear('ballot.ballot-closed.v1', { ...ballot, memberIds: [] });
    await stage.hear('ballot.ballot-called-off.v1', { ...other, reason: 'The weather' });
    stage.mailbox.refuseNext(0);
    stage.setClock(inAnHour());
    await stage.mailbox.mailsTo(voter.mail);
    await probe('both were withdrawn', async () => (await late(voter)) === 2);
    expect(stage.mailbox.mails.filter(({ to }) => to.includes(voter.mail)).map(({ subject }) => subject)).toEqual(['已取消：Called off']);
  });
  const troubled = (person: Person) => countOf(person, "d.trouble = 'server-busy'");
  const late = (person: Person) => countOf(person, "d.state = 'withdrawn' AND d.trouble IN ('ended', 'called-off')");
  const countOf = async (person: Person, where: string): Promise<number> => {
    const [row] = await stage.database.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM deliveries d JOIN notices n ON n.id = d.notice_id WHERE n.member_id = $1 AND ${where}`,
      [person.id],
    );
    return row?.n ?? 0;
  };

  describe('of several notices', () => {
    const deliveries = () => stage.app.get(DeliveriesRepository);
    const afterHours = (hours: number) => new Date(Date.now() + hours * 3_600_000);
    const letterTo = async ({ id }: Person, now: Date) =>
      (await deliveries().claim('mail', now, new Date(now.getTime() + 60_000), 20)).find(({ reader }) => reader.memberId === id);
    const inviters: Person[] = [];

    beforeAll(async () => {
      for (let nth = 0; nth < 3; nth += 1) inviters.push(await stage.person({ seat: 'DELEGATE' }));
    });
    beforeEach(() =>
      probe('nothing is under way', async () => {
        const underWay = "SELECT FROM deliveries WHERE state IN ('due', 'claimed') AND due_at <= now() + interval '2 minutes'";
        return (await stage.database.query(underWay)).length === 0;
      }),
    );
    afterEach(() => (stage.letterWindowS = 0));

    it('go out as one, in their order, once the first has waited for its time', async () => {
      stage.letterWindowS = 600;
      const person = await stage.person();
      const links: string[] = [];
      for (const inviter of inviters) links.push(`${PUBLIC_URL}/proposals/${await invite(person, inviter)}`);
      expect(await countOf(person, "d.state = 'due'")).toBe(3);
      stage.setClock(inAnHour());
      const mails = await stage.mailbox.mailsTo(person.mail);
      await settles(person, 'sent');
      expect(mails.map(({ subject }) => subject)).toEqual(['3 条消息：请附议：《更换风扇》，等']);
      expect(mails[0]?.text.match(/https?:\/\/\S+/g)).toEqual(links);
    });

    it('do not wait with what cannot, and go along with it', async () => {
      stage.letterWindowS = 600;
      const person = await stage.person();
      await invite(person);
      await stage.hear('congress.sign-in-unlocked.v1', { organisationId: person.organisationId, memberId: person.id });
      const [mail] = await stage.mailbox.mailsTo(person.mail);
      expect(mail?.subject).toBe('2 条消息：请附议：《更换风扇》，等');
      expect(mail?.text).toContain('2. ');
    });

    it('are the same letter when tried again, whatever else there is by then, and settled by who holds it', async () => {
      stage.letterWindowS = 3_600;
      const person = await stage.person();
      for (const inviter of inviters.slice(0, 2)) await invite(person, inviter);
      const first = await letterTo(person, afterHours(2));
      expect(first).toMatchObject({ tries: 1, isResend: false, notices: [{}, {}] });
      await invite(person, inviters[2]);
      expect(await letterTo(person, afterHours(2))).toBeUndefined(); // One is on its way: nothing overtakes it.

      const again = await letterTo(person, afterHours(3));
      expect(again).toMatchObject({ letterId: first?.letterId, tries: 2, isResend: true, notices: first?.notices });
      const ids = again!.notices.map(({ deliveryId }) => deliveryId);
      await deliveries().settle(first!, ids, 'given-up', afterHours(3), 'late');
      await deliveries().postpone(first!, ids, afterHours(9), 'late');
      expect(await countOf(person, `d.state = 'claimed' AND d.letter_id = '${again?.letterId}'`)).toBe(2);
      await deliveries().settle(again!, ids, 'sent', afterHours(3));
      expect(await countOf(person, "d.state = 'sent' AND d.trouble IS NULL")).toBe(2);

      const next = await letterTo(person, afterHours(4));
      expect(next?.notices).toHaveLength(1);
      expect(next?.letterId).not.toBe(first?.letterId);
      await deliveries().settle(next!, [next!.notices[0]!.deliveryId], 'sent', afterHours(4));
    });

    it('are gathered under the names of their kinds where somebody wants that, without what they have read', async () => {
      const person = await stage.person();
      await stage.prefers(person, { digest: 'daily', digestHour: 7 });
      const links: string[] = [];
      for (const inviter of inviters) links.push(`${PUBLIC_URL}/proposals/${await invite(person, inviter)}`);
      const [latest] = await stage.notices(person);
      await stage.ask(person, 'POST', `/notices/${latest?.id}/reading`);
      stage.setClock(afterHours(25));
      const [mail] = await stage.mailbox.mailsTo(person.mail);
      expect(mail?.subject).toBe('每日汇总：2 条消息');
      expect(mail?.text).toContain('【提案与意见的进展】');
      expect(mail?.text.match(/https?:\/\/\S+/g)).toEqual(links.slice(0, 2));
      await probe('what was read is left out', async () => (await countOf(person, "d.state = 'skipped' AND d.trouble = 'read'")) === 1);
    });

    it('are claimed once by however many ask at the same time', async () => {
      stage.letterWindowS = 3_600;
      const people = await Promise.all(Array.from({ length: 6 }, () => stage.person()));
      for (const person of people) for (const inviter of inviters) await invite(person, inviter);
      const now = afterHours(2);
      const until = new Date(now.getTime() + 60_000);
      const claims = await Promise.all(Array.from({ length: 4 }, () => deliveries().claim('mail', now, until, 3)));
      claims.push(await deliveries().claim('mail', now, until, 20));
      const letters = claims.flat();
      expect(letters.map(({ reader }) => reader.memberId).sort()).toEqual(people.map(({ id }) => id).sort());
      expect(letters.map(({ notices }) => notices.length)).toEqual(people.map(() => 3));
      for (const letter of letters)
        await deliveries().settle(
          letter,
          letter.notices.map(({ deliveryId }) => deliveryId),
          'sent',
          now,
        );
    });
  });

  it('are shared between replicas: each is sent once', async () => {
    const replica = await stage.replica();
    const people = await Promise.all(Array.from({ length: 40 }, () => stage.person({ seat: 'DELEGATE' })));
    const ballot = {
      organisationId: stage.organisationId,
      sessionId: stage.sessionId,
      ballotId: randomUUID(),
      kind: 'election' as const,
      title: 'Committee',
      electorate: 'delegates' as const,
      memberIds: [],
    };
    await stage.hear('ballot.ballot-announced.v1', ballot);
    for (const person of people) await stage.mailbox.mailsTo(person.mail);
    await Promise.all(people.map((person) => settles(person, 'sent')));
    expect(people.map((person) => stage.mailbox.mails.filter(({ to }) => to.includes(person.mail)).length)).toEqual(people.map(() => 1));
    await stage.closeReplica(replica);
  });

  it('wait for a member whom the directory does not know yet', async () => {
    const memberId = randomUUID();
    await stage.hear('proposals.seconder-invited.v1', {
      organisationId: stage.organisationId,
      sessionId: stage.sessionId,
      proposalId: randomUUID(),
      subject: 'x',
      docketNo: null,
      leadProposerId: lead.id,
      memberId,
    });
    const person = { ...lead, id: memberId, mail: 'late@example.test' };
    await probe('the delivery has been tried', async () => (await deliveryTo(person))?.trouble === 'member-unknown');
    await stage.know('congress.member-registered.v2', {
      organisationId: stage.organisationId,
      memberId,
      staffNo: 'late',
      name: 'Late',
      mail: person.mail,
      unitId: null,
      active: true,
      standing: 'FULL',
      hasVote: true,
    });
    stage.setClock(inAnHour());
    await stage.mailbox.mailsTo(person.mail);
  });
});
