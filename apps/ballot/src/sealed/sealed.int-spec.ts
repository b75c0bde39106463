import { createPublicKey, verify } from 'node:crypto';
import { publicCredential, verifyArchive } from '@plenum/ballot-crypto';
import { BeleniosTool } from '@plenum/ballot-crypto/testing';
import { count } from '@plenum/ballot-domain';
import { type BallotHouse, Meeting, type Person, ballotHouse } from '../testing/ballot-house.js';
import { type Acknowledgement, arithmetic, said, SealedVote } from '../testing/sealed-steps.js';

jest.setTimeout(120_000); // Sealing and checking papers in one thread, beside whatever else the machine does.

describe('a sealed ballot', () => {
  const theHouse = ballotHouse();
  let house: BallotHouse;
  beforeAll(() => {
    house = theHouse();
  });

  describe('from its keys to a result that two programs accept, cast through two replicas at once', () => {
    let meeting: Meeting;
    let vote: SealedVote;
    let voters: readonly Person[];
    /** The archive as it was before the box was closed. */
    let early: Uint8Array;

    const head = async () =>
      (await vote.get(voters[0] as Person, '/board/head')).body as {
        hash: string;
        height: number;
        papers: number;
        acknowledgementKey: string;
        electionFingerprint: string;
      };

    it('begins with an empty board', async () => {
      meeting = await Meeting.of(house, { delegates: 9, present: 8 });
      voters = meeting.delegates.slice(0, 8);
      vote = await SealedVote.named(house, meeting, 'election');
      await vote.opened(voters);
      expect(await head()).toMatchObject({ lastEvent: 'Setup', height: 0, papers: 0 });
    });

    it('takes each paper once, at whichever replica and however often it is sent, and acknowledges it with a signature', async () => {
      const replica = await house.replica();
      const first = await Promise.all(
        voters.slice(0, 7).map((voter, n) => vote.vote(voter, [n < 5 ? [1, 1, 0] : [0, 0, 1]], n % 2 ? replica : house)),
      );
      expect(first.map(({ position }) => position).sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
      // Sent again, to either, also at the same time: the same acknowledgement, and nothing more on the board.
      const seventh = voters[6] as Person;
      const paper = await vote.seal(seventh, [[1, 0, 0]]);
      const again = await Promise.all([house, replica, house].map((at) => vote.cast(seventh, paper, at)));
      await replica.app.close();
      expect(new Set(again.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1);
      const { hash, papers, acknowledgementKey, electionFingerprint } = await head();
      const last = again[0]?.body as Acknowledgement;
      expect([papers, last.position, last.head]).toEqual([8, 8, hash]);
      const text = `plenum-acknowledgement|${electionFingerprint}|${last.tracker}|8|${hash}`;
      const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: acknowledgementKey }, format: 'jwk' });
      expect(verify(null, Buffer.from(text), key, Buffer.from(last.signature, 'base64url'))).toBe(true);
    });

    it('is closed with its figures, and opened when every scrutineer has given a share', async () => {
      const { organiser } = meeting;
      early = await vote.archive(voters[7] as Person);
      await vote.accepted(organiser, 'closing', {});
      expect((await vote.get(organiser)).body).toMatchObject({
        state: 'CLOSED',
        counts: { roll: 9, present: 8, issued: 8, voters: 7, returned: 7 },
      });
      expect(said(await vote.post(organiser, 'count', {}))).toBe('409 ballot.shares-missing');
      const [chief, second, third] = vote.scrutineers as [Person, Person, Person];
      await vote.share(third);
      await vote.share(chief);
      expect(await head()).toMatchObject({ lastEvent: 'PartialDecryption' });
      await vote.share(second);
      expect(await head()).toMatchObject({ lastEvent: 'Result', papers: 8 });
    });

    it('has an archive that continues the early one, and that our verifier and the foreign one accept', async () => {
      const archive = await vote.archive(voters[7] as Person);
      const verdict = verifyArchive(archive, { arithmetic, since: early });
      expect(verdict).toMatchObject({ ok: true, state: 'decided', voters: 8, papers: 8, counted: 7, result: [[6, 5, 1]], warnings: [] });
      if (!verdict.ok) throw new Error(verdict.reason);
      expect(BeleniosTool.find().verify(archive, verdict.election.uuid)).toMatchObject({ isAccepted: true });
    });

    it('is counted, signed and declared, with a case that gives the outcome again', async () => {
      const {
        organiser,
        delegates,
        tellers: [teller],
      } = meeting;
      await vote.accepted(teller, 'count', {});
      await vote.accepted(vote.scrutineers[0] as Person, 'signatures', {});
      await vote.accepted(teller, 'signatures', {});
      await vote.accepted(organiser, 'declaration');
      const { body } = await vote.get(delegates[8] as Person, '/result');
      expect(body).toMatchObject({
        channel: 'sealed',
        state: 'DECLARED',
        papers: null,
        counts: { roll: 9, present: 8, issued: 8, voters: 7, returned: 7, invalid: 0, valid: 7 },
        outcome: {
          status: 'decided',
          needed: { elect: 5 },
          elected: ['c1', 'c2'],
          ranking: [
            { id: 'c1', yes: 6 },
            { id: 'c2', yes: 5 },
            { id: 'c3', yes: 1 },
          ],
        },
      });
      expect(count((body as { countingCase: unknown }).countingCase)).toMatchObject((body as { outcome: object }).outcome);
    });
  });

  it('asks each matter of a resolution by itself, and counts yes, no and abstain', async () => {
    const meeting = await Meeting.of(house, { delegates: 3 });
    const vote = await (await SealedVote.named(house, meeting, 'resolution')).opened();
    for (const [n, voter] of meeting.delegates.entries()) await vote.vote(voter, [[Number(n < 2), 0, Number(n === 2)]]);
    await vote.accepted(meeting.organiser, 'closing', {});
    for (const scrutineer of vote.scrutineers) await vote.share(scrutineer);
    await vote.accepted(meeting.organiser, 'count', {});
    expect((await vote.get(meeting.organiser, '/result')).body).toMatchObject({
      outcome: { status: 'passed', items: [{ id: 'plan', yes: 2, no: 0, abstain: 1 }] },
    });
  });

  it('takes a paper on a device back at the desk before the opening: another is fetched, the old one is void', async () => {
    const meeting = await Meeting.of(house, { delegates: 4 });
    const {
      organiser,
      delegates,
      tellers: [teller],
    } = meeting;
    const [one, two, leaving] = delegates as [typeof organiser, typeof organiser, typeof organiser];
    const vote = await SealedVote.named(house, meeting, 'resolution');
    for (const scrutineer of vote.scrutineers) await vote.offerKey(scrutineer);
    const lost = await vote.register(one);
    for (const voter of [two, leaving]) await vote.register(voter);
    expect(said(await vote.post(one, 'credentials', { publicCredential: publicCredential(arithmetic, 11n) }))).toBe(
      '409 ballot.credential-issued',
    );
    const back = async (who: typeof organiser, by = teller) => said(await vote.post(by, 'credentials/taken-back', { memberId: who.id }));
    expect([await back(one, organiser), await back(one, two)]).toEqual(['403 ballot.not-an-officer', '403 ballot.not-an-officer']);
    expect([await back(one), await back(one)]).toEqual(['200', '409 ballot.no-credential']);
    expect((await vote.get(one, '/credentials')).body).toEqual({ registered: false, holds: null, registeredInAll: 2 });
    const fetched = await vote.register(one);
    await meeting.signIn(leaving, false);
    expect(said(await vote.post(organiser, 'opening', {}))).toBe('409 ballot.holders-left');
    expect(await back(leaving)).toBe('200');
    await vote.accepted(organiser, 'opening', {});
    expect(await back(two)).toBe('409 ballot.wrong-state');
    const { roll } = (await vote.get(organiser, '/board/setup')).body as { roll: string };
    expect([JSON.parse(roll)].flat()).toEqual(expect.arrayContaining([fetched]));
    expect(roll).not.toContain(lost);
    expect((await vote.get(organiser)).body).toMatchObject({ counts: { issued: 2, desk: { credentialsTakenBack: 2 } } });
    const [served] = await house.database.query<{ actor: string; said: string }>(
      `
        SELECT actor_id AS actor, concat(before::text, after::text) AS said
        FROM audit_trail
        WHERE subject_id = $1 AND action = 'take-back-credential'
      `,
      [vote.id],
    );
    expect(served?.actor).toBe(teller.id);
    expect(served?.said).not.toContain(one.id);
  });

  it('keeps a credential enciphered until the opening; where the database lost the key, papers are fetched again and the opening waits', async () => {
    const meeting = await Meeting.of(house, { delegates: 4 });
    const { organiser, delegates } = meeting;
    const [one, two, third] = delegates as [typeof organiser, typeof organiser, typeof organiser];
    const vote = await SealedVote.named(house, meeting, 'resolution');
    for (const scrutineer of vote.scrutineers) await vote.offerKey(scrutineer);
    const credentials = [await vote.register(one), await vote.register(two)];
    const [kept] = await house.database.query<{ open: number; waiting: number; unlogged: boolean }>(
      `
SELECT (SELECT count(*)::int FROM sealed_credentials WHERE ballot_id = $1) AS open,
      (SELECT count(*)::int FROM pending_credentials WHERE ballot_id = $1) AS waiting, (SELECT relpersistence = 'u' FROM pg_class
        WHERE relname = 'registration_keys') AS unlogged
      `,
      [vote.id],
    );
    expect(kept).toEqual({ open: 0, waiting: 2, unlogged: true });
    // What PostgreSQL does to an unlogged table when it ends abruptly.
    await house.database.query('TRUNCATE registration_keys');
    expect((await vote.get(one, '/credentials')).body).toEqual({ registered: false, holds: null, registeredInAll: 0 });
    await vote.register(third);
    expect((await vote.post(organiser, 'opening', {})).body).toMatchObject({ type: 'ballot.registrations-lost', details: { lost: 2 } });
    await vote.accepted(one, 'credentials', { publicCredential: credentials[0] });
    expect(said(await vote.post(meeting.tellers[0], 'credentials/taken-back', { memberId: two.id }))).toBe('200');
    await vote.accepted(organiser, 'opening', {});
    expect((await vote.get(organiser)).body).toMatchObject({ counts: { issued: 2 } });
    await vote.vote(one, [[1, 0, 0]]);
    await vote.vote(third, [[1, 0, 0]]);
  });

  describe('refuses by its name what does not belong in the box', () => {
    let meeting: Meeting;
    let vote: SealedVote;
    let [one, two, three, absent]: Person[] = [];
    let paper: string;
    /** The service's answer to the one paper that is in the box. */
    let acknowledged: Acknowledgement;

    beforeAll(async () => {
      meeting = await Meeting.of(house, { delegates: 4, present: 3 });
      [one, two, three, absent] = meeting.delegates;
      vote = await SealedVote.named(house, meeting, 'resolution');
    });

    it('before keys and credentials are there', async () => {
      const { organiser } = meeting;
      const credential = { publicCredential: '5' };
      expect(said(await vote.cast(one as Person, '{}'))).toBe('409 ballot.not-open');
      expect(said(await vote.get(one as Person, '/board/head'))).toBe('409 ballot.not-open');
      expect(said(await vote.post(null, 'credentials', credential))).toBe('401 unauthenticated');
      expect(said(await vote.post(one as Person, 'credentials', credential))).toBe('422 ballot.credential-refused');
      expect(said(await vote.post(absent as Person, 'credentials', credential))).toBe('409 ballot.not-present');
      expect(said(await vote.post(organiser, 'credentials', credential))).toBe('403 ballot.not-on-roll');
      expect(said(await vote.post(organiser, 'opening', {}))).toBe('409 ballot.keys-missing');
      for (const scrutineer of vote.scrutineers) await vote.offerKey(scrutineer);
      expect(said(await vote.post(organiser, 'opening', {}))).toBe('409 ballot.nobody-registered');
    });

    it('while papers are fetched, and at an opening without one who holds one', async () => {
      const { organiser } = meeting;
      const [holder, other, late] = [one, two, absent] as [Person, Person, Person];
      const first = await vote.register(holder);
      await vote.accepted(holder, 'credentials', { publicCredential: first });
      expect(said(await vote.post(other, 'credentials', { publicCredential: first }))).toBe('409 ballot.credential-taken');
      await vote.register(other);
      expect((await vote.get(other, '/credentials')).body).toEqual({ registered: true, holds: 'credential', registeredInAll: 2 });
      await meeting.signIn(other, false);
      await meeting.signIn(late);
      expect((await vote.post(organiser, 'opening', {})).body).toMatchObject({
        type: 'ballot.holders-left',
        details: { memberIds: [other.id] },
      });
      await meeting.signIn(other);
      await vote.accepted(organiser, 'opening', {});
      expect((await vote.get(organiser)).body).toMatchObject({ counts: { roll: 4, present: 4, issued: 2 } });
      expect(said(await vote.post(three as Person, 'credentials', { publicCredential: first }))).toBe('409 ballot.wrong-state');
    });

    it('while it is open: from a stranger, off the roll, too large, too many, of another form or another election, twice', async () => {
      const stranger = (await Meeting.of(house)).organiser;
      const [voter, offRoll] = [one, three] as [Person, Person];
      paper = await vote.seal(voter, [[1, 0, 0]]);
      expect(said(await vote.cast(null, paper))).toBe('401 unauthenticated');
      expect(said(await vote.cast(stranger, paper))).toBe('404 ballot.not-found');
      expect(said(await vote.get(stranger, '/board/archive'))).toBe('404 ballot.not-found');
      expect(said(await vote.cast(offRoll, await vote.seal(offRoll, [[1, 0, 0]])))).toBe('403 ballot.credential-off-roll');
      const stuffed = await vote.post(voter, 'papers', { paper: 'x'.repeat(900_000) });
      expect([said(stuffed), (stuffed.body as { details: { most: number } }).details.most < 20_000]).toEqual([
        '413 ballot.paper-too-large',
        true,
      ]);
      // Sixteen of one member may be under way; the others are turned away before their bodies are read.
      expect(await house.turnedAway(`/ballots/${vote.id}/papers`, voter, 30)).toBeGreaterThan(0);
      expect((await vote.cast(voter, paper.replace('"answers"', ' "answers"'))).body).toMatchObject({
        type: 'ballot.paper-refused',
        details: { check: 'paper-form' },
      });
      expect((await vote.cast(voter, await sealedElsewhere(house, meeting, vote, voter))).body).toMatchObject({
        type: 'ballot.paper-refused',
        details: { check: 'paper-election' },
      });
      acknowledged = (await vote.cast(voter, paper)).body as Acknowledgement;
      expect(said(await vote.cast(voter, await vote.seal(voter, [[0, 1, 0]])))).toBe('409 ballot.already-voted');
    });

    it('after the closing, when only the paper in the box is still acknowledged', async () => {
      const { organiser } = meeting;
      const [voter, slow] = [one, two] as [Person, Person];
      const late = await vote.seal(slow, [[1, 0, 0]]);
      expect(said(await vote.post(vote.scrutineers[0] as Person, 'shares', { share: '{}' }))).toBe('409 ballot.wrong-state');
      await vote.accepted(organiser, 'closing', {});
      expect(said(await vote.cast(slow, late))).toBe('409 ballot.voting-closed');
      expect((await vote.cast(voter, paper)).body).toEqual(acknowledged);
      expect(said(await vote.post(organiser, 'closing', {}))).toBe('409 ballot.voting-closed');
    });

    it('among the shares: not a scrutineer’s, another’s, repeated, and any after the result', async () => {
      const [chief, second, third] = vote.scrutineers as [Person, Person, Person];
      expect(said(await vote.post(meeting.organiser, 'shares', { share: '{}' }))).toBe('403 ballot.not-a-scrutineer');
      expect((await vote.post(chief, 'shares', { share: await vote.shareOf(chief, second) })).body).toMatchObject({
        type: 'ballot.share-refused',
        details: { check: 'share-proof' },
      });
      await vote.share(chief);
      expect(said(await vote.post(chief, 'shares', { share: await vote.shareOf(chief) }))).toBe('409 ballot.share-repeated');
      await vote.share(second);
      const shareOfThird = await vote.shareOf(third);
      await vote.accepted(third, 'shares', { share: shareOfThird });
      expect(said(await vote.post(third, 'shares', { share: shareOfThird }))).toBe('409 ballot.result-stands');
    });
  });

  it('freezes keys once all are there, begins keys anew with other officers, and registration anew with another roll', async () => {
    const meeting = await Meeting.of(house, { delegates: 2 });
    const {
      organiser,
      officers,
      delegates: [one],
    } = meeting;
    const vote = await SealedVote.named(house, meeting, 'resolution');
    const [chief, second, third] = vote.scrutineers as [typeof organiser, typeof organiser, typeof organiser];
    expect(said(await vote.post(organiser, 'trustee-keys', { publicKey: '{}' }))).toBe('403 ballot.not-a-scrutineer');
    expect(said(await vote.post(chief, 'trustee-keys', { publicKey: '{}' }))).toBe('422 ballot.key-refused');
    await vote.offerKey(chief);
    const keys = async () =>
      (await vote.get(chief, '/trustee-keys')).body as {
        keys: { memberId: string; publicKey: string | null }[];
        fingerprint: string | null;
      };
    const [mine] = (await keys()).keys;
    expect((await vote.post(second, 'trustee-keys', { publicKey: mine?.publicKey })).body).toMatchObject({
      type: 'ballot.key-refused',
      details: { check: 'trustee-repeated' },
    });
    expect((await keys()).fingerprint).toBeNull();
    await vote.offerKey(second);
    await vote.offerKey(third);
    const { keys: all, fingerprint } = await keys();
    expect(fingerprint).toMatch(/^[\w+/]{43}$/);
    await vote.accepted(second, 'trustee-keys', { publicKey: all[1]?.publicKey });
    expect(said(await vote.post(second, 'trustee-keys', { publicKey: mine?.publicKey }))).toBe('409 ballot.keys-frozen');
    await vote.accepted(organiser, 'officers', officers);
    expect(await keys()).toEqual({ keys: officers.scrutineers.map((memberId) => ({ memberId, publicKey: null })), fingerprint: null });

    await vote.register(one ?? organiser);
    expect(said(await vote.post(one ?? organiser, 'credentials', { publicCredential: publicCredential(arithmetic, 7n) }))).toBe(
      '409 ballot.credential-issued',
    );
    await vote.accepted(organiser, 'roll');
    expect((await vote.get(one ?? organiser, '/credentials')).body).toEqual({ registered: false, holds: null, registeredInAll: 0 });
    await vote.register(one ?? organiser);
  });
});

/** A good paper of the same credential for another ballot. */
async function sealedElsewhere(house: BallotHouse, meeting: Meeting, vote: SealedVote, voter: Meeting['organiser']): Promise<string> {
  const other = await (await SealedVote.named(house, meeting, 'resolution')).opened([voter]);
  const { credential } = JSON.parse(await vote.seal(voter, [[1, 0, 0]])) as { credential: string };
  const { credential: theirs } = JSON.parse(await other.seal(voter, [[1, 0, 0]])) as { credential: string };
  return (await other.seal(voter, [[1, 0, 0]])).replaceAll(theirs, credential);
}
