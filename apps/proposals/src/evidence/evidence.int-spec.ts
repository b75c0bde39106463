import { createHash } from 'node:crypto';
import { dayOf } from '@plenum/calendar';
import { unpack } from '@plenum/service-kit';
import { type Congress, REPLY, aCongress, done } from '../testing/congress.js';
import { type Person, type Stage, useStage } from '../testing/stage.js';

const CANARY = 'CANARY-44c evidence of a draft';
const PDF = Buffer.from(`%PDF-1.7\n${CANARY}\n%%EOF\n`);
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==', 'base64');
const PROGRAM = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(600, 1)]);
const SHA256 = createHash('sha256').update(PDF).digest('hex');

let stage: Stage;
let congress: Congress;

useStage(async (started) => {
  stage = started;
  congress = await aCongress(started);
});

const refused = (answer: { body: { type: string; status: number } }) => `${answer.body.status} ${answer.body.type}`;
const assigned = async (settings: object = {}): Promise<{ id: string; at: string }> => {
  const id = await congress.assigned(await congress.call(settings));
  const { handlings } = done(await stage.as(congress.committee).get(`/proposals/${id}`));
  return { id, at: `/proposals/${id}/handlings/${handlings[0].id}` };
};
async function upload(path: string, version: number, content: Buffer, name: string, who: Person = congress.handler) {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(content)]), name);
  const response = await stage.request(who, `${path}/evidence?version=${version}`, { method: 'POST', body: form });
  return { status: response.status, body: JSON.parse(await response.text()) };
}
const remove = (path: string, fileId: string, version: number, who: Person = congress.handler) =>
  stage.as(who).delete(`${path}/evidence/${fileId}?version=${version}`);
const fetched = (who: Person, path: string, fileId: string) => stage.download(who, `${path}/evidence/${fileId}`);
const strangers = async (): Promise<Person> => (await stage.elsewhere()).person({ seat: 'DELEGATE', office: 'PROPOSALS_COMMITTEE' });

async function partsOf(file: Buffer): Promise<readonly string[]> {
  const unpacked = await unpack(file, 5_000_000);
  return unpacked.ok ? unpacked.files.map(({ content }) => content.toString('utf8').replaceAll(/<[^>]+>/g, '')) : [];
}

describe('evidence of a reply', () => {
  it('is part of its draft, which autosaving keeps, and of no proposer before it goes out', async () => {
    const { handler, assistant, lead, seconders, committee } = congress;
    const { at } = await assigned();
    const first = done(await upload(at, 0, PDF, '../验收单.html.pdf'));
    const file = { id: expect.any(String), name: '验收单.html.pdf', kind: 'pdf', bytes: PDF.length, sha256: SHA256 };
    expect(first).toEqual({ version: 1, files: [file] });
    expect(done(await upload(at, 0, PDF, 'again.pdf'))).toEqual(first);
    done(await stage.as(handler).put(`${at}/draft`, { version: 1, text: 'Open until ten.' }));
    const desk = done(await stage.as(assistant).get(`${at}/desk`));
    expect(desk).toMatchObject({ version: 2, draft: { text: 'Open until ten.', files: [file] } });
    const { id } = desk.draft.files[0];
    expect((await fetched(assistant, at, id)).file.equals(PDF)).toBe(true);
    for (const who of [lead, seconders[0]!, committee, congress.staff]) expect((await fetched(who, at, id)).status).toBe(403);
    expect((await fetched(await strangers(), at, id)).status).toBe(404);
    const trail = await stage.database.query<{ row: string }>('SELECT a::text AS row FROM audit_trail a WHERE action = $1', [
      'attach-evidence',
    ]);
    expect(trail.length).toBeGreaterThan(0);
    expect(trail.filter(({ row }) => row.includes('CANARY'))).toEqual([]);
  });

  it('is refused outdated, to others, as a program, and empty; what is taken out of every version is gone', async () => {
    const { at } = await assigned();
    expect(refused(await upload(at, 0, PROGRAM, 'photo.png'))).toBe('422 proposals.attachment-kind');
    expect(refused(await upload(at, 0, Buffer.alloc(0), 'photo.png'))).toBe('422 proposals.attachment-empty');
    for (const who of [congress.assistant, congress.committee, congress.lead])
      expect(refused(await upload(at, 0, PDF, 'one.pdf', who))).toBe('403 proposals.not-the-handling-unit');
    const { files } = done(await upload(at, 0, PDF, 'one.pdf'));
    expect(refused(await upload(at, 0, PNG, 'two.png'))).toBe('409 proposals.outdated');
    expect(refused(await remove(at, files[0].id, 7))).toBe('409 proposals.outdated');
    expect(done(await remove(at, files[0].id, 1))).toEqual({ version: 2, files: [] });
    expect((await fetched(congress.handler, at, files[0].id)).status).toBe(404);
    expect(await stage.database.query('SELECT FROM attachment_contents WHERE attachment_id = $1', [files[0].id])).toEqual([]);
  });

  it('goes out with the reply, meets what its category demands, and is fixed, read by its readers, exported and named in the letter', async () => {
    const { handler, lead, committee, seconders } = congress;
    const { id, at } = await assigned({ resultDemands: [{ resultCategory: 'SOLVED', demand: 'evidence' }] });
    expect(refused(await stage.as(handler).decide(at.replace(/\/handlings.*/, '/reply'), REPLY))).toBe('422 proposals.basis-required');
    const { files, version } = done(await upload(at, 0, PDF, '验收单.pdf'));
    done(await stage.as(handler).decide(`/proposals/${id}/reply`, REPLY));
    const page = done(await stage.as(lead).get(`/proposals/${id}`));
    expect(page.handlings[0].replies).toMatchObject([{ basis: null, files: [{ name: '验收单.pdf', sha256: SHA256 }] }]);
    expect((await fetched(lead, at, files[0].id)).file.equals(PDF)).toBe(true);
    expect((await fetched(seconders[0]!, at, files[0].id)).status).toBe(200);
    expect((await fetched(await strangers(), at, files[0].id)).status).toBe(404);
    for (const change of [await upload(at, version, PNG, 'late.png'), await remove(at, files[0].id, version)])
      expect(refused(change)).toBe('409 proposals.wrong-state');
    const { replies } = done(await stage.as(committee).get('/exports/matters.json'));
    expect(replies).toContainEqual(expect.objectContaining({ proposalId: id, files: `验收单.pdf (SHA-256 ${SHA256})` }));
    const letter = await stage.download(lead, `${at}/replies/1/reply.docx`);
    expect(letter.status).toBe(200);
    const text = (await partsOf(letter.file)).join(' ');
    expect(text).toContain('附件（佐证材料）：');
    expect(text).toContain('1. 验收单.pdf');
  });

  it('of a confidential matter is for who has need alone', async () => {
    const { handler, lead, committee } = congress;
    const { id, at } = await assigned();
    const { files } = done(await upload(at, 0, PDF, 'one.pdf'));
    done(await stage.as(handler).decide(`/proposals/${id}/reply`, REPLY));
    await stage.database.query(
      "UPDATE proposals SET confidential = jsonb_build_object('reason', NULL, 'by', lead_proposer_id, 'at', now()) WHERE id = $1",
      [id],
    );
    expect((await fetched(lead, at, files[0].id)).status).toBe(200);
    expect((await fetched(committee, at, files[0].id)).status).toBe(200);
    const delegate = await stage.person({ seat: 'DELEGATE' });
    expect((await fetched(delegate, at, files[0].id)).status).toBe(403);
  });
});

describe('evidence that a promise was kept', () => {
  it("is the unit's until it reports, then fixed in the step and read by whoever may read the promise", async () => {
    const { handler, lead, committee } = congress;
    const id = await congress.assigned(await congress.call());
    const promises = [{ promise: 'A counter.', due: { kind: 'date', date: dayOf(new Date(Date.now() + 864_000_000)) } }];
    done(await stage.as(handler).decide(`/proposals/${id}/reply`, { ...REPLY, resultCategory: 'PLANNED', promises }));
    const [commitment] = done(await stage.as(lead).get(`/proposals/${id}/commitments`)).items;
    const at = `/commitments/${commitment.id}`;
    for (const who of [committee, lead]) {
      expect(refused(await upload(at, 1, PDF, 'one.pdf', who))).toBe('403 proposals.not-the-handling-unit');
      expect(refused(await stage.as(who).get(`${at}/evidence`))).toBe('403 proposals.forbidden');
    }
    const one = done(await upload(at, 1, PDF, '柜台.pdf'));
    expect(done(await upload(at, 1, PDF, 'again.pdf'))).toEqual(one);
    const { files } = done(await upload(at, 1, PNG, '照片.png'));
    expect(done(await remove(at, files[1].id, 1)).files).toEqual(one.files);
    expect(refused(await upload(at, 9, PNG, '照片.png'))).toBe('409 proposals.outdated');
    expect((await fetched(lead, at, files[0].id)).status).toBe(403);
    done(await stage.as(handler).decide(`${at}/report`, { settlement: 'DONE', text: 'It stands.' }));
    const { steps } = done(await stage.as(lead).get(at));
    expect(steps).toMatchObject([{ kind: 'REPORT', files: [{ name: '柜台.pdf', sha256: SHA256 }] }]);
    expect((await fetched(lead, at, files[0].id)).file.equals(PDF)).toBe(true);
    expect((await fetched(await strangers(), at, files[0].id)).status).toBe(404);
    expect(done(await stage.as(handler).get(`${at}/evidence`)).files).toEqual([]);
    expect(refused(await remove(at, files[0].id, 2))).toBe('409 proposals.wrong-state');
    const { promiseSteps } = done(await stage.as(committee).get('/exports/matters.json'));
    expect(promiseSteps).toContainEqual(expect.objectContaining({ step: 'REPORT', files: `柜台.pdf (SHA-256 ${SHA256})` }));
  });
});
