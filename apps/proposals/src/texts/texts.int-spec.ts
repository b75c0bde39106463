import { type Congress, CONTENT, aCongress, done } from '../testing/congress.js';
import { type Person, type Stage, useStage } from '../testing/stage.js';

let stage: Stage;
let congress: Congress;

useStage(async (started) => {
  stage = started;
  congress = await aCongress(started);
});

const texts = async (who: Person, id: string) => stage.as(who).get(`/proposals/${id}/texts`);
const text = async (who: Person, id: string, number: number | string) => stage.as(who).get(`/proposals/${id}/texts/${number}`);

/** Seconded by two, changed, and confirmed by the first of them. */
async function changed(): Promise<string> {
  const id = await congress.seconded(await congress.call());
  done(await stage.as(congress.lead).revise(`/proposals/${id}`, { measures: 'Open until eleven.' }));
  done(await stage.as(congress.seconders[0]!).decide(`/proposals/${id}/seconding`));
  return id;
}

describe('the texts of a proposal', () => {
  it('are kept as they stood, and the page says which of them each has signed', async () => {
    const [{ lead, seconders }, id] = [congress, await changed()];
    const page = done(await stage.as(lead).get(`/proposals/${id}`));
    expect(page.text).toEqual({ number: 2, by: { id: lead.id, name: 'Lead Proposer' }, at: expect.any(String), isComparable: true });
    const signed = page.signatures.map(({ member, state, signedText }: { member: { id: string }; state: string; signedText: number }) => [
      member.id,
      state,
      signedText,
    ]);
    expect(signed.sort()).toEqual(
      [
        [seconders[0]!.id, 'SIGNED', 2],
        [seconders[1]!.id, 'INVITED', 1],
      ].sort(),
    );
    expect(done(await texts(lead, id)).items).toMatchObject([{ number: 2 }, { number: 1, by: { id: lead.id } }]);
    expect(done(await text(seconders[1]!, id, 1))).toMatchObject({ number: 1, grounds: CONTENT.grounds, measures: CONTENT.measures });
    expect(done(await text(seconders[1]!, id, 2))).toMatchObject({
      number: 2,
      measures: 'Open until eleven.',
      by: { name: 'Lead Proposer' },
    });
  });

  it('are one while it is a draft, however often that changes', async () => {
    const id = await congress.draft(await congress.call());
    for (const measures of ['Once.', 'Twice.']) done(await stage.as(congress.lead).revise(`/proposals/${id}`, { measures }));
    expect(done(await texts(congress.lead, id)).items).toMatchObject([{ number: 1 }]);
    expect(done(await text(congress.lead, id, 1)).measures).toBe('Twice.');
  });

  it('are for its authors, and once it is submitted for the committee; for nobody who may read only what it says now', async () => {
    const id = await changed();
    const [third, { committee, handler, seconders, lead, staff }] = [congress.seconders[2]!, congress];
    for (const who of [third, committee, handler, staff])
      for (const answer of [await texts(who, id), await text(who, id, 1)])
        expect(answer.body).toMatchObject({ type: 'proposals.forbidden', status: 403 });
    done(await stage.as(seconders[1]!).decide(`/proposals/${id}/seconding`));
    done(await stage.as(lead).decide(`/proposals/${id}/submission`));
    expect(done(await text(committee, id, 1)).measures).toBe(CONTENT.measures);
    expect((await text(third, id, 1)).status).toBe(403);
    const shown = await Promise.all(
      [lead, committee].map(async (who) => done(await stage.as(who).get(`/proposals/${id}`)).text.isComparable),
    );
    expect(shown).toEqual([true, true]);
    const other = await (await stage.elsewhere()).person({ seat: 'DELEGATE', office: 'PROPOSALS_COMMITTEE' });
    expect((await text(other, id, 1)).body).toMatchObject({ type: 'proposals.not-found', status: 404 });
    expect((await stage.as(null).get(`/proposals/${id}/texts`)).status).toBe(401);
  });

  it.each([0, 3, -1, '2147483648', '9999999999999999'])('are not found under a number that there is not: %s', async (number) => {
    expect((await text(congress.lead, await changed(), number)).body).toMatchObject({ type: 'proposals.not-found', status: 404 });
  });

  it('have a number that is a number', async () => {
    expect((await text(congress.lead, await changed(), 'first')).status).toBe(400);
  });

  it('are thrown away with the draft', async () => {
    const id = await congress.draft(await congress.call());
    done(await stage.as(congress.lead).discard(`/proposals/${id}`));
    expect((await texts(congress.lead, id)).status).toBe(404);
  });
});
