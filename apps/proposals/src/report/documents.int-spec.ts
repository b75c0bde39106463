import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { CONTENT, type Congress, aCongress, done, REPLY, step } from '../testing/congress.js';
import { type Person, type Stage, useStage } from '../testing/stage.js';

let stage: Stage;
let congress: Congress;
let callId: string;

useStage(async (started) => {
  stage = started;
  congress = await aCongress(started);
  callId = await congress.call({ withdrawUntil: 'reply' });
});

const PATHS = ['report.docx', 'tables.xlsx', 'forms.docx'] as const;
const pathOf = (name: string, cutOff: string, more = '') =>
  `/reports/${name}?sessionId=${stage.sessionId}&cutOff=${encodeURIComponent(cutOff)}${more}`;
async function fetched(name: string, cutOff: string, more = ''): Promise<Buffer> {
  const { status, file } = await stage.download(congress.committee, pathOf(name, cutOff, more));
  if (status !== 200) throw new Error(`refused with ${status}: ${file.toString()}`);
  return file;
}
const digest = (file: Buffer) => createHash('sha256').update(file).digest('hex');
/** All that is written in the file. */
const textOf = (file: Buffer): string =>
  Object.entries(unzipSync(file))
    .filter(([name]) => /document\.xml|sheet\d*\.xml|sharedStrings|footer/.test(name))
    .map(([, part]) =>
      Buffer.from(part)
        .toString('utf8')
        .replaceAll(/<[^>]+>/g, ' '),
    )
    .join(' ');

describe('the report of a session, its tables and forms', () => {
  it('are the same to the byte when made again for the same cut-off, whatever happened since', async () => {
    const { lead, committee, handler } = congress;
    const [filed, replied, suggestion] = [await congress.filed(callId), await congress.replied(callId), await congress.submitted(callId)];
    done(await step(stage, committee, suggestion, 'review', { outcome: 'SUGGESTION', reason: 'Not of the congress.' }));
    const cutOff = new Date().toISOString();
    const files = () => Promise.all(PATHS.map((name) => fetched(name, cutOff)));
    const before = await files();

    done(await step(stage, lead, replied, 'rating', { attitude: 'SATISFIED', result: 'DISSATISFIED', comment: 'Nothing but words.' }));
    done(await step(stage, handler, replied, 'reply', REPLY));
    done(await step(stage, lead, filed, 'withdrawal', { reason: 'Solved meanwhile.' }));
    await congress.assigned(callId);
    await stage.database.query("UPDATE directory_units SET name = 'Estates' WHERE id = $1", [stage.logistics]);
    await stage.database.query("UPDATE directory_members SET name = 'Lead Renamed' WHERE id = $1", [lead.id]);
    const again = await files();
    expect(again.map(digest)).toEqual(before.map(digest));

    const later = await Promise.all(PATHS.map((name) => fetched(name, new Date().toISOString())));
    expect(later.map(digest)).not.toEqual(before.map(digest));
    for (const file of [...before, ...later]) expect(textOf(file)).not.toMatch(/DISSATISFIED|Nothing but words/);
    expect(textOf(before[0]!)).toMatch(/Logistics/);
    expect(textOf(before[0]!)).toMatch(/Lead Proposer/);
    expect(textOf(before[2]!)).toMatch(/Evening classes end at nine/);
  });

  it('name their cut-off, in the time of the organisation, and speak either language', async () => {
    const midnight = '2026-03-31T16:00:00Z'; // 24:00 in Shanghai.
    expect(textOf(await fetched('report.docx', midnight))).toContain('2026年3月31日（含当日）');
    expect(textOf(await fetched('tables.xlsx', midnight))).toContain('2026年3月31日（含当日）');
    expect(textOf(await fetched('report.docx', '2026-03-31T01:05:00Z', '&language=en'))).toContain('Cut-off: 2026-3-31 09:05');
  });

  it('print one form, or the next two hundred of all', async () => {
    const id = await congress.filed(callId);
    const now = new Date().toISOString();
    const one = textOf(await fetched('forms.docx', now, `&proposalIds=${id}`));
    expect(one.match(/Evening classes end at nine/g)).toHaveLength(1);
    expect(textOf(await fetched('forms.docx', now, '&part=2'))).not.toContain('Evening classes');
  });

  it('tell of what is confidential neither what it is about nor whose it is, and print no form of it', async () => {
    const lead = await stage.person({ seat: 'DELEGATE', name: 'Canary of the name' });
    const { id } = done(await stage.as(lead).post('/proposals', { callId, ...CONTENT, subject: 'Canary of the subject' }));
    const seconders = congress.seconders.slice(0, 2);
    done(await step(stage, lead, id, 'invitations', { memberIds: seconders.map((one) => one.id) }));
    for (const one of seconders) done(await step(stage, one, id, 'seconding'));
    done(await step(stage, lead, id, 'submission'));
    done(await step(stage, congress.committee, id, 'review', { outcome: 'FILED' }));
    const { docketNo, version } = done(await stage.as(congress.committee).get(`/proposals/${id}`));
    const before = new Date().toISOString();
    expect(textOf(await fetched('report.docx', before))).toMatch(/Canary of the subject.*Canary of the name/);
    const reason = 'Reprisals were named.';
    done(await stage.as(congress.committee).put(`/proposals/${id}/confidentiality`, { isConfidential: true, reason, version }));
    for (const cutOff of [before, new Date().toISOString()])
      for (const name of PATHS) expect(textOf(await fetched(name, cutOff))).not.toMatch(/Canary/);
    expect(textOf(await fetched('report.docx', before))).toMatch(new RegExp(`${docketNo}\\s+保密\\s+保密`));
    expect(textOf(await fetched('forms.docx', before, `&proposalIds=${id}`))).not.toMatch(/Canary/);
  });

  it('tell what was handed in as confidential by its subject once it is open', async () => {
    const { lead, committee } = congress;
    const { id } = done(await stage.as(lead).post('/proposals', { callId, ...CONTENT, subject: 'Opened afterwards' }));
    const keep = async (isConfidential: boolean) => {
      const { version } = done(await stage.as(lead).get(`/proposals/${id}`));
      done(await stage.as(lead).put(`/proposals/${id}/confidentiality`, { isConfidential, version }));
    };
    await keep(true);
    const seconders = congress.seconders.slice(0, 2);
    done(await step(stage, lead, id, 'invitations', { memberIds: seconders.map((one) => one.id) }));
    for (const one of seconders) done(await step(stage, one, id, 'seconding'));
    done(await step(stage, lead, id, 'submission'));
    done(await step(stage, committee, id, 'review', { outcome: 'FILED' }));
    expect(textOf(await fetched('report.docx', new Date().toISOString()))).not.toContain('Opened afterwards');
    await keep(false);
    const now = new Date().toISOString();
    expect(textOf(await fetched('report.docx', now))).toContain('Opened afterwards');
    expect(textOf(await fetched('forms.docx', now, `&proposalIds=${id}`))).toContain('Opened afterwards');
  });

  it('are for the committee and the organisers alone', async () => {
    const now = new Date().toISOString();
    const organisers = await Promise.all((['PRESIDIUM', 'SECRETARIAT'] as const).map((office) => stage.person({ office })));
    const others = [congress.lead, congress.handler, congress.staff, await stage.person({ office: 'OBSERVER' })];
    const stranger = await (await stage.elsewhere()).person({ office: 'PROPOSALS_COMMITTEE' });
    for (const name of PATHS) {
      const status = async (who: Person) => (await stage.download(who, pathOf(name, now))).status;
      expect(await Promise.all([congress.committee, ...organisers].map(status))).toEqual([200, 200, 200]);
      expect(await Promise.all(others.map(status))).toEqual([403, 403, 403, 403]);
      expect(await status(stranger)).toBe(404);
    }
  });

  it.each([
    ['cutOff=2026-W52', { status: 400, faults: [{ field: 'cutOff', reason: 'isInstant' }] }],
    ['cutOff=2099-01-01T00:00:00Z', { status: 422, type: 'proposals.cut-off-ahead' }],
    ['', { status: 400, faults: [{ field: 'cutOff' }] }],
  ])('ask for a cut-off that has passed: %s', async (query, refusal) => {
    for (const name of PATHS)
      expect((await stage.as(congress.committee).get(`/reports/${name}?sessionId=${stage.sessionId}&${query}`)).body).toMatchObject(
        refusal,
      );
  });
});
