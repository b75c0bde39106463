import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { type Congress, aCongress, done, REPLY } from '../testing/congress.js';
import { type Person, type Stage, useStage } from '../testing/stage.js';

let stage: Stage;
let congress: Congress;

useStage(async (started) => {
  stage = started;
  congress = await aCongress(started);
});

const digest = (file: Buffer) => createHash('sha256').update(file).digest('hex');
const textOf = (file: Buffer): string =>
  Buffer.from(unzipSync(file)['word/document.xml']!)
    .toString('utf8')
    .replaceAll(/<[^>]+>/g, ' ');
const INSTRUCTION = { text: 'Please finish before the summer.', leader: 'Vice-principal Gu' };
const letter = async (who: Person, id: string, name: string) => {
  const [{ id: handlingId }] = done(await stage.as(congress.committee).get(`/proposals/${id}`)).handlings;
  return stage.download(who, `/proposals/${id}/handlings/${handlingId}/${name}`);
};
const statusOf = async (who: Person, id: string, name: string) => (await letter(who, id, name)).status;
const assigned = async (callId: string): Promise<string> => {
  const id = await congress.filed(callId);
  const routing = { leadUnitId: stage.logistics, assistingUnitIds: [stage.finance], dueOn: '2030-06-28', instruction: INSTRUCTION };
  done(await stage.as(congress.committee).decide(`/proposals/${id}/assignment`, routing));
  return id;
};
const [ASSIGNMENT, ANSWERED] = ['assignment.docx', 'replies/1/reply.docx'];

describe('letters about the work of a unit', () => {
  it('are the same to the byte when made again, whatever happened since', async () => {
    const { lead, handler } = congress;
    const id = await assigned(await congress.call());
    const promises = [{ promise: 'Lamps in the yard', due: { kind: 'date', date: '2030-09-30' } }];
    const reply = { ...REPLY, text: 'First line.\nSecond line.', resultCategory: 'PLANNED', promises };
    const before = (await letter(handler, id, ASSIGNMENT)).file;
    done(await stage.as(handler).decide(`/proposals/${id}/reply`, reply));
    const answered = (await letter(lead, id, ANSWERED)).file;
    expect(textOf(before)).toMatch(/Logistics.*Finance.*2030年6月28日（含当日）.*Please finish before the summer.*Vice-principal Gu/s);
    expect(textOf(answered)).toMatch(/Lead Proposer：.*First line.*Second line.*列入计划.*Lamps in the yard.*2030年9月30日.*Logistics/s);
    expect(textOf(answered)).not.toContain('Please finish');

    done(await stage.as(lead).decide(`/proposals/${id}/rating`, { attitude: 'SATISFIED', result: 'DISSATISFIED', comment: 'Mere words.' }));
    await stage.database.query("UPDATE directory_units SET name = 'Estates' WHERE id = $1", [stage.logistics]);
    await stage.database.query("UPDATE directory_members SET name = 'Lead Renamed' WHERE id = $1", [lead.id]);
    expect(digest((await letter(handler, id, ASSIGNMENT)).file)).toBe(digest(before));
    expect(digest((await letter(lead, id, ANSWERED)).file)).toBe(digest(answered));
    const english = (await letter(handler, id, `${ANSWERED}?language=en`)).file;
    expect(textOf(english)).toMatch(/To Lead Proposer.*Result: Planned/s);
    expect(textOf(english)).not.toMatch(/DISSATISFIED|Mere words/);
  });

  it('of assignment are for the units and the committee, of reply for whoever may read the proposal', async () => {
    const { lead, seconders, committee, handler, assistant, staff } = congress;
    const id = await assigned(await congress.call());
    for (const who of [handler, assistant, committee]) expect(await statusOf(who, id, ASSIGNMENT)).toBe(200);
    for (const who of [lead, seconders[0]!, staff]) expect(await statusOf(who, id, ASSIGNMENT)).toBe(403);
    expect(done(await stage.as(handler).get(`/proposals/${id}`)).handlings[0]).toMatchObject({ instruction: INSTRUCTION });
    expect(done(await stage.as(lead).get(`/proposals/${id}`)).handlings[0]).toMatchObject({ instruction: null });
    expect(await statusOf(lead, id, ANSWERED)).toBe(404);
    done(await stage.as(handler).decide(`/proposals/${id}/reply`, REPLY));
    for (const who of [lead, seconders[2]!, handler, committee]) expect(await statusOf(who, id, ANSWERED)).toBe(200);
    expect(await statusOf(staff, id, ANSWERED)).toBe(403);
  });

  it('of what is confidential are for nobody without need', async () => {
    const { lead, seconders, committee, handler } = congress;
    const id = await assigned(await congress.call());
    done(await stage.as(handler).decide(`/proposals/${id}/reply`, REPLY));
    const { version } = done(await stage.as(committee).get(`/proposals/${id}`));
    done(
      await stage.as(committee).put(`/proposals/${id}/confidentiality`, { isConfidential: true, reason: 'It names a person.', version }),
    );
    const presidium = await stage.person({ office: 'PRESIDIUM' });
    for (const who of [seconders[2]!, presidium]) {
      expect(await statusOf(who, id, ANSWERED)).toBe(403);
      expect(await statusOf(who, id, ASSIGNMENT)).toBe(403);
    }
    for (const who of [lead, seconders[0]!, handler]) expect(await statusOf(who, id, ANSWERED)).toBe(200);
  });

  it('wait for the instruction of a leader where the call says so', async () => {
    const id = await congress.filed(await congress.call({ leaderSignOff: 'before-assignment' }));
    const routing = { leadUnitId: stage.logistics };
    const without = await stage.as(congress.committee).decide(`/proposals/${id}/assignment`, routing);
    expect(without).toMatchObject({ status: 422, body: { type: 'proposals.instruction-required' } });
    const blank = await stage
      .as(congress.committee)
      .decide(`/proposals/${id}/assignment`, { ...routing, instruction: { text: '', leader: 'x' } });
    expect(blank.status).toBe(400);
    done(await stage.as(congress.committee).decide(`/proposals/${id}/assignment`, { ...routing, instruction: INSTRUCTION }));
  });
});
