import { randomUUID } from 'node:crypto';
import { type Congress, CONTENT, REPLY, aCongress, done } from '../testing/congress.js';
import { type Person, type Stage, useStage } from '../testing/stage.js';

let stage: Stage;
let congress: Congress;

useStage(async (started) => {
  stage = started;
  congress = await aCongress(started);
});

/** Somebody of the proposals committee of a session alone. */
async function committeeOf(sessionId: string): Promise<Person> {
  const member = await stage.person();
  await stage.database.query(
    `INSERT INTO directory_offices (id, organisation_id, member_id, office, session_id, held, version)
      VALUES ($1, $2, $3, 'PROPOSALS_COMMITTEE', $4, true, 1)`,
    [randomUUID(), stage.organisationId, member.id, sessionId],
  );
  return member;
}

describe('a change of term', () => {
  it('leaves the place of a lead who has gone to whoever signed it and accepts, else to the committee that comes after', async () => {
    const { handler } = congress;
    const [one, other] = [await stage.person({ seat: 'DELEGATE' }), await stage.person({ seat: 'DELEGATE' })];
    const callId = await congress.call({ minSeconders: 0 });
    const first = await committeeOf(stage.sessionId);
    const answered = async (signers: readonly Person[]) => {
      const lead = await stage.person({ seat: 'DELEGATE' });
      const { id } = done(await stage.as(lead).post('/proposals', { callId, ...CONTENT }));
      done(await stage.as(lead).post(`/proposals/${id}/invitations`, { memberIds: signers.map(({ id: memberId }) => memberId) }));
      for (const signer of signers) done(await stage.as(signer).decide(`/proposals/${id}/seconding`));
      done(await stage.as(lead).decide(`/proposals/${id}/submission`));
      done(await stage.as(first).decide(`/proposals/${id}/review`, { outcome: 'FILED' }));
      done(await stage.as(first).decide(`/proposals/${id}/assignment`, { leadUnitId: stage.logistics }));
      done(await stage.as(handler).decide(`/proposals/${id}/reply`, REPLY));
      await stage.leave(lead);
      return id;
    };
    const [signed, alone] = [await answered([one, other]), await answered([])];
    const after = await committeeOf(await stage.laterSession());
    await stage.relieve(first);
    const owed = async (who: Person, id: string) =>
      done(await stage.as(who).get('/owed'))
        .items.filter(({ proposalId }: { proposalId: string }) => proposalId === id)
        .map(({ matter }: { matter: string }) => matter);

    expect((await stage.as(after).post(`/proposals/${signed}/lead`)).body).toMatchObject({ type: 'proposals.not-a-successor' });
    expect((await stage.as(first).post(`/proposals/${alone}/lead`)).status).toBe(403);
    await stage.leave(one);
    expect(await owed(other, signed)).toEqual(['take-lead']);
    expect(await owed(after, alone)).toContain('take-lead');
    done(await stage.as(other).post(`/proposals/${signed}/lead`));
    done(await stage.as(after).post(`/proposals/${alone}/lead`));
    for (const [who, id] of [
      [other, signed],
      [after, alone],
    ] as const) {
      expect(done(await stage.as(who).get(`/proposals/${id}`)).leadProposer.id).toBe(who.id);
      done(await stage.as(who).decide(`/proposals/${id}/rating`, { attitude: 'SATISFIED', result: 'SATISFIED' }));
      expect(await owed(who, id)).not.toContain('rate');
    }
  });

  it('leaves what was promised and what is handled to the committee that comes after', async () => {
    const { handler, committee, lead } = congress;
    const callId = await congress.call();
    const [answered, handled] = [await congress.assigned(callId), await congress.assigned(callId)];
    const promises = [{ promise: 'A second counter.', due: { kind: 'months', n: 9 } }];
    done(await stage.as(handler).decide(`/proposals/${answered}/reply`, { ...REPLY, resultCategory: 'PLANNED', promises }));
    const next = await stage.laterSession();
    await stage.relieve(committee);
    const [after, delegate] = [await committeeOf(next), await stage.person({ seat: 'DELEGATE', sessionId: next })];
    expect((await stage.as(committee).get('/proposals?scope=board')).status).toBe(403);

    // Earlier sessions stay readable for whoever sits in the next.
    for (const who of [after, delegate]) expect(done(await stage.as(who).get(`/proposals/${answered}`)).state).toBe('REPLIED');
    const board = done(await stage.as(after).get('/proposals?scope=board&pageSize=200')).items.map(({ id }: { id: string }) => id);
    expect(board).toEqual(expect.arrayContaining([answered, handled]));

    // A promise is kept, and accepted by those who come after.
    const [{ id }] = done(await stage.as(after).get('/commitments')).items;
    done(await stage.as(handler).decide(`/commitments/${id}/report`, { settlement: 'DONE', text: 'Opened on Monday.' }));
    expect(done(await stage.as(after).get('/owed')).counts).toContainEqual({ matter: 'accept-promise', total: 1 });
    expect((await stage.as(delegate).decide(`/commitments/${id}/acceptance`)).body).toMatchObject({ type: 'proposals.not-the-committee' });
    expect(done(await stage.as(after).decide(`/commitments/${id}/acceptance`))).toMatchObject({ state: 'DONE' });

    // A handling goes on to its end.
    done(await stage.as(handler).decide(`/proposals/${handled}/reply`, REPLY));
    done(await stage.as(lead).decide(`/proposals/${handled}/rating`, { attitude: 'SATISFIED', result: 'SATISFIED' }));
    expect(done(await stage.as(after).decide(`/proposals/${handled}/ending`, { outcome: 'IMPLEMENTED' })).state).toBe('ENDED');
    expect(done(await stage.as(after).get(`/proposals/${handled}`)).state).toBe('CLOSED');
  });

  it('gives the committee of an earlier session nothing of a later one', async () => {
    const next = await stage.laterSession();
    const earlier = await committeeOf(stage.sessionId);
    const window = { opensAt: '2026-01-01T00:00:00Z', closesAt: '2030-01-01T00:00:00Z' };
    const opening = await stage.as(earlier).post('/calls', { sessionId: next, ...window });
    expect(opening.body).toMatchObject({ type: 'proposals.not-the-committee' });
  });
});
