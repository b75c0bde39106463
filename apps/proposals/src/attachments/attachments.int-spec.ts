import { createHash } from 'node:crypto';
import { ATTACHMENT_LIMITS } from '@plenum/proposals-domain';
import { type Congress, aCongress, done } from '../testing/congress.js';
import { type Person, type Stage, useStage } from '../testing/stage.js';

const CANARY = 'CANARY-7b1f of a draft that nobody may read';
const PDF = Buffer.from(`%PDF-1.7\n${CANARY}\n%%EOF\n`);
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==', 'base64');
const PROGRAM = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(600, 1)]);

let stage: Stage;
let congress: Congress;

useStage(async (started) => {
  stage = started;
  congress = await aCongress(started);
});

const versionOf = async (id: string): Promise<number> => done(await stage.as(congress.lead).get(`/proposals/${id}`)).version;
const filesOf = async (id: string, who = congress.lead) => stage.as(who).get(`/proposals/${id}/attachments`);

async function attach(id: string, content: Buffer, name: string, given: { who?: Person; version?: number; key?: string } = {}) {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(content)]), name);
  const response = await stage.request(
    given.who ?? congress.lead,
    `/proposals/${id}/attachments?version=${given.version ?? (await versionOf(id))}`,
    { method: 'POST', body: form, ...(given.key ? { headers: { 'idempotency-key': given.key } } : {}) },
  );
  return { status: response.status, body: JSON.parse(await response.text()) };
}
const remove = async (id: string, fileId: string, who = congress.lead, version?: number) =>
  stage.as(who).delete(`/proposals/${id}/attachments/${fileId}?version=${version ?? (await versionOf(id))}`);
const refused = (answer: { body: { type: string; status: number } }) => `${answer.body.status} ${answer.body.type}`;
const draft = async () => congress.draft(await congress.call());

describe('a file', () => {
  it('is attached under a clean name with its fingerprint, and fetched as something to keep that runs nowhere', async () => {
    const id = await draft();
    done(await attach(id, PDF, '../../etc/调查 “表”?.html.pdf'));
    const { items } = done(await filesOf(id));
    expect(items).toEqual([
      {
        id: expect.any(String),
        name: '调查 “表” .html.pdf',
        kind: 'pdf',
        bytes: PDF.length,
        at: expect.any(String),
        sha256: createHash('sha256').update(PDF).digest('hex'),
      },
    ]);
    const file = await stage.request(congress.lead, `/proposals/${id}/attachments/${items[0].id}`);
    expect(Buffer.from(await file.arrayBuffer()).equals(PDF)).toBe(true);
    expect(file.status).toBe(200);
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': expect.stringMatching(/^attachment; filename="attachment\.pdf"; filename\*=UTF-8''/),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'cache-control': 'private, no-store',
    });
    const trail = await stage.database.query<{ row: string }>('SELECT a::text AS row FROM audit_trail a WHERE subject_id = $1', [id]);
    expect(trail.some(({ row }) => row.includes('attach-file'))).toBe(true);
    expect(trail.filter(({ row }) => row.includes('CANARY'))).toEqual([]);
  });

  it('is told by its bytes: what it is called neither lets in nor keeps out', async () => {
    const id = await draft();
    done(await attach(id, PNG, 'photo.jpg'));
    done(await attach(id, Buffer.from('代表,票数\n甲,3\n'), 'list.csv'));
    expect(done(await filesOf(id)).items.map(({ name }: { name: string }) => name)).toEqual(['photo.png', 'list.csv']);
    for (const [content, name] of [
      [PROGRAM, 'report.pdf'],
      [PROGRAM, 'list.txt'],
      [Buffer.from('<script>alert(1)</script>'), 'page.html'],
      [Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), 'picture.txt'],
      [Buffer.from('text with a \u0000 in it'), 'notes.txt'],
    ] as const)
      expect(refused(await attach(id, content, name))).toBe('422 proposals.attachment-kind');
  });

  it('is refused empty, too large, twice, as one too many, and outdated', async () => {
    const id = await draft();
    expect(refused(await attach(id, Buffer.alloc(0), 'empty.pdf'))).toBe('422 proposals.attachment-empty');
    const large = Buffer.concat([PDF, Buffer.alloc(ATTACHMENT_LIMITS.bytes)]);
    expect(refused(await attach(id, large, 'large.pdf'))).toBe('422 proposals.attachment-too-large');
    const version = await versionOf(id);
    done(await attach(id, PDF, 'one.pdf', { version }));
    expect(refused(await attach(id, PNG, 'other.png', { version }))).toBe('409 proposals.outdated');
    expect(refused(await attach(id, PDF, 'same.pdf'))).toBe('409 proposals.attached-already');
    for (let nth = 2; nth <= ATTACHMENT_LIMITS.files; nth += 1)
      done(await attach(id, Buffer.concat([PDF, Buffer.from([nth])]), `${nth}.pdf`));
    expect(refused(await attach(id, PNG, 'more.png'))).toBe('422 proposals.too-many-attachments');
    expect((await stage.as(congress.lead).post(`/proposals/${id}/attachments?version=${await versionOf(id)}`, {})).status).toBe(400);
    expect(
      await stage.database.query(
        'SELECT FROM attachment_contents c JOIN attachments a ON a.id = c.attachment_id WHERE a.proposal_id = $1',
        [id],
      ),
    ).toHaveLength(ATTACHMENT_LIMITS.files);
  });

  it('is attached once where a bad network sends it twice', async () => {
    const id = await draft();
    const version = await versionOf(id);
    const [first, again] = [
      await attach(id, PDF, 'one.pdf', { version, key: 'k1' }),
      await attach(id, PDF, 'one.pdf', { version, key: 'k1' }),
    ];
    expect([first.status, again.body]).toEqual([201, first.body]);
    expect(done(await filesOf(id)).items).toHaveLength(1);
  });
});

describe('what is signed', () => {
  it('are the files too: another one, or one less, asks the signers again', async () => {
    const id = await congress.seconded(await congress.call());
    const states = async () =>
      done(await stage.as(congress.lead).get(`/proposals/${id}`)).signatures.map((one: { state: string; signedText: number }) => [
        one.state,
        one.signedText,
      ]);
    expect(await states()).toEqual([
      ['SIGNED', 1],
      ['SIGNED', 1],
    ]);
    done(await attach(id, PDF, 'one.pdf'));
    expect(await states()).toEqual([
      ['INVITED', 1],
      ['INVITED', 1],
    ]);
    for (const one of congress.seconders.slice(0, 2)) done(await stage.as(one).decide(`/proposals/${id}/seconding`));
    expect(await states()).toEqual([
      ['SIGNED', 2],
      ['SIGNED', 2],
    ]);
    const [file] = done(await filesOf(id)).items;
    done(await remove(id, file.id));
    expect(await states()).toEqual([
      ['INVITED', 2],
      ['INVITED', 2],
    ]);
    expect((await stage.as(congress.lead).get(`/proposals/${id}/attachments/${file.id}`)).status).toBe(404);
    expect(await stage.database.query('SELECT FROM attachment_contents WHERE attachment_id = $1', [file.id])).toEqual([]);
    expect(await stage.database.query('SELECT since_text, until_text FROM attachments WHERE id = $1', [file.id])).toEqual([
      { since_text: 2, until_text: 3 },
    ]);
  });

  it('does not change once it is handed in, and not by anybody else', async () => {
    const id = await congress.seconded(await congress.call());
    expect(refused(await attach(id, PDF, 'one.pdf', { who: congress.seconders[0]! }))).toBe('403 proposals.not-the-lead-proposer');
    done(await stage.as(congress.lead).decide(`/proposals/${id}/submission`));
    expect(refused(await attach(id, PDF, 'one.pdf'))).toBe('409 proposals.wrong-state');
    expect(refused(await remove(id, id))).toBe('409 proposals.wrong-state');
  });
});

describe('a file of what somebody may not read', () => {
  it('is refused to strangers, other roles and other organisations, stands in no list, and goes with its draft', async () => {
    const id = await draft();
    done(await attach(id, PDF, `${CANARY}.pdf`));
    const [file] = done(await filesOf(id)).items;
    const elsewhere = await (await stage.elsewhere()).person({ seat: 'DELEGATE', office: 'PROPOSALS_COMMITTEE' });
    const own = await draft();
    for (const path of [`/proposals/${id}/attachments`, `/proposals/${id}/attachments/${file.id}`]) {
      expect((await stage.as(null).get(path)).status).toBe(401);
      for (const who of [congress.seconders[0]!, congress.committee, congress.handler, congress.staff])
        expect(refused(await stage.as(who).get(path))).toBe('403 proposals.forbidden');
      expect(refused(await stage.as(elsewhere).get(path))).toBe('404 proposals.not-found');
    }
    // Under the address of another proposal it is not found, not even by who may read both.
    expect(refused(await stage.as(congress.lead).get(`/proposals/${own}/attachments/${file.id}`))).toBe('404 proposals.not-found');
    for (const who of [congress.seconders[0]!, congress.committee, congress.handler, elsewhere])
      for (const list of ['/proposals?scope=mine', '/proposals?scope=board', '/proposals/register', '/owed'])
        expect(JSON.stringify((await stage.as(who).get(list)).body)).not.toContain('CANARY');
    done(await stage.as(congress.lead).discard(`/proposals/${id}`));
    expect(await stage.database.query('SELECT FROM attachment_contents WHERE attachment_id = $1', [file.id])).toEqual([]);
  });
});
