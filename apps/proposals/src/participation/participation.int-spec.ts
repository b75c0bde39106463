import { type Congress, aCongress, done } from '../testing/congress.js';
import { type Person, type Stage, useStage } from '../testing/stage.js';

let stage: Stage;
let congress: Congress;
let head: Person;
let other: Person;
let secretary: Person;
let [first, second]: string[] = [];
let callId: string;

useStage(async (started) => {
  stage = started;
  congress = await aCongress(started);
  head = await stage.person({ name: 'Head' });
  secretary = await stage.person({ office: 'SECRETARIAT' });
  [first, second] = [await stage.delegation(head), await stage.delegation()];
  const seated = (delegationId: string) => stage.person({ seat: 'DELEGATE', delegationId });
  const [one, two] = [await seated(first), await seated(first)];
  other = await seated(second);
  await stage.person({ seat: 'ATTENDEE', delegationId: first });
  callId = await congress.call({ minSeconders: 1, targetPerDelegation: 2 });
  for (const lead of [one, one, two]) await files(lead, other);
  // A draft, and what was taken back, are not counted.
  done(await stage.as(other).post('/proposals', { callId, subject: 'A draft' }));
});

/** Hands one in, seconded by another. */
async function files(lead: Person, seconder: Person): Promise<string> {
  const content = { subject: 'A lift', grounds: 'Stairs.', measures: 'A lift.' };
  const { id } = done(await stage.as(lead).post('/proposals', { callId, ...content }));
  done(await stage.as(lead).post(`/proposals/${id}/invitations`, { memberIds: [seconder.id] }));
  done(await stage.as(seconder).decide(`/proposals/${id}/seconding`));
  done(await stage.as(lead).decide(`/proposals/${id}/submission`));
  return id;
}

const figures = (who: Person) => stage.as(who).get(`/calls/${callId}/participation`);
const left = (who: Person, query = '') => stage.as(who).get(`/calls/${callId}/participation/yet-to-file${query}`);

describe('who takes part in a call', () => {
  it('is counted for each delegation, beside what is hoped for; a withdrawn one counts no more', async () => {
    const before = done(await figures(congress.committee));
    const of = (id: string) => before.delegations.find((one: { id: string }) => one.id === id);
    expect(of(first!)).toMatchObject({ target: 2, delegates: 2, persons: 2, signers: 2, proposals: 3 });
    expect(of(second!)).toMatchObject({ target: 2, delegates: 1, persons: 0, signers: 1, proposals: 0 });
    // The lead and the seconders of the congress sit in no delegation.
    expect(before.withoutDelegation).toMatchObject({ delegates: 4, persons: 0, proposals: 0 });
    const id = await files(other, congress.lead);
    expect(done(await figures(congress.committee)).delegations).toContainEqual(expect.objectContaining({ id: second, persons: 1 }));
    done(await stage.as(other).decide(`/proposals/${id}/withdrawal`, { reason: 'Solved meanwhile.' }));
    expect(done(await figures(secretary))).toEqual(before);
  });

  it('is listed by name where somebody has not filed, page by page', async () => {
    const { items, total } = done(await left(congress.committee));
    expect(total).toBe(5);
    expect(items[0]).toEqual({ id: other.id, name: 'Somebody', staffNo: other.id.slice(0, 8), delegationId: second, hasSeconded: true });
    expect(items.slice(1).map((one: { delegationId: string | null }) => one.delegationId)).toEqual([null, null, null, null]);
    expect(done(await left(congress.committee, '?page=2&pageSize=2'))).toEqual({ items: items.slice(2, 4), total });
    expect(done(await left(congress.committee, `?delegationId=${second}`))).toEqual({ items: items.slice(0, 1), total: 1 });
  });

  it('is told to the head of a delegation of their own only', async () => {
    const seen = done(await figures(head));
    expect(seen.delegations.map(({ id }: { id: string }) => id)).toEqual([first]);
    expect(seen.withoutDelegation).toBeNull();
    expect(done(await left(head))).toEqual({ items: [], total: 0 });
    expect((await left(head, `?delegationId=${second}`)).body).toMatchObject({ type: 'proposals.forbidden', status: 403 });
  });

  it('is nobody else’s to read', async () => {
    for (const who of [congress.staff, congress.lead, congress.handler, other]) {
      expect((await figures(who)).body).toMatchObject({ type: 'proposals.forbidden', status: 403 });
      expect((await left(who)).body).toMatchObject({ type: 'proposals.forbidden', status: 403 });
    }
    const foreigner = await (await stage.elsewhere()).person({ office: 'PROPOSALS_COMMITTEE' });
    expect((await figures(foreigner)).body).toMatchObject({ type: 'proposals.not-found', status: 404 });
    expect((await left(congress.committee, '?pageSize=1000')).body).toMatchObject({ type: 'malformed' });
  });
});

describe('the targets of a call', () => {
  const put = async (who: Person, body: object, version?: number) => {
    const read = version ?? done(await stage.as(congress.committee).get(`/calls/${callId}`)).version;
    return stage.as(who).put(`/calls/${callId}/targets`, { version: read, perDelegation: null, ofDelegations: [], ...body });
  };

  it('are said anew by the committee, on the version that it read, with a trace', async () => {
    const ofDelegations = [{ delegationId: second, proposals: 1 }];
    expect(done(await put(congress.committee, { perDelegation: 3, ofDelegations })).targets).toEqual({ perDelegation: 3, ofDelegations });
    expect(
      done(await figures(secretary))
        .delegations.map(({ target }: { target: number }) => target)
        .sort(),
    ).toEqual([1, 3]);
    expect((await put(congress.committee, {}, 1)).body).toMatchObject({ type: 'proposals.outdated', status: 409 });
    const [row] = await stage.database.query<{ before: object; after: object }>(
      "SELECT before, after FROM audit_trail WHERE action = 'set-targets' AND subject_id = $1",
      [callId],
    );
    expect(row).toEqual({
      before: { targets: { perDelegation: 2, ofDelegations: [] } },
      after: { targets: { perDelegation: 3, ofDelegations } },
    });
  });

  it.each([
    [{ perDelegation: 1001 }, 400, 'malformed'],
    [{ perDelegation: -1 }, 400, 'malformed'],
    [{ ofDelegations: [{ delegationId: 'first', proposals: 1 }] }, 400, 'malformed'],
    [{ ofDelegations: [{ delegationId: '00000000-0000-4000-8000-000000000000', proposals: 1 }] }, 422, 'proposals.unknown-delegation'],
  ])('refuse %j', async (body, status, type) => {
    expect((await put(congress.committee, body)).body).toMatchObject({ status, type });
  });

  it('are the committee’s to say', async () => {
    for (const who of [congress.staff, head, secretary])
      expect((await put(who, {})).body).toMatchObject({ type: 'proposals.not-the-committee', status: 403 });
  });
});
