import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BigIntArithmetic, verifyArchive } from '@plenum/ballot-crypto';
import { aBallot, type Box, forgePaper, ONE_OF_THREE, type TestBallot } from '@plenum/ballot-crypto/testing';
import type { Browser } from 'playwright-core';
import { repositoryRoot } from '../lib/repository.js';
import { openBrowser, Visitor } from './browser.js';
import { sees } from './steps.js';

const TIMEOUT_MS = 120_000;
const VOTERS = 53; // As many papers as the committee's election of the walkthrough has on devices.
const VECTORS = join(repositoryRoot(), 'libs/ballot/crypto/vectors');

/** The verifier for people without a terminal: one file, opened from the disk, with every network off. */
describe('the verifier as a page', () => {
  const arithmetic = new BigIntArithmetic({ bits: 8 });
  const requests: string[] = [];
  let folder: string;
  let browser: Browser;
  let scrutineer: Visitor;
  let ballot: TestBallot;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'plenum-page-'));
    const page = join(folder, 'plenum-verify.html');
    execFileSync(process.execPath, [join(repositoryRoot(), 'apps/verifier/page.mjs'), page]);
    ballot = aBallot(arithmetic, { questions: [{ ...ONE_OF_THREE, question: '岗位竞聘方案' }], weights: Array<number>(VOTERS).fill(1) });
    browser = await openBrowser({ computes: true });
    scrutineer = await Visitor.enter(browser, 'scrutineer', 'phone', pathToFileURL(page).href);
    scrutineer.page.on('request', (request) => requests.push(request.url()));
    await scrutineer.context.setOffline(true);
    await scrutineer.page.goto(pathToFileURL(page).href);
  }, TIMEOUT_MS);

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  const marks = (voter: number): number[][] => [[Number(voter < 44), Number(voter >= 44 && voter < 49), Number(voter >= 49)]];
  const voted = (voters: number): Box =>
    ballot.box().cast(...Array.from({ length: voters }, (_, voter) => ballot.seal(voter, marks(voter))));

  /** Chooses files, begins, and waits for the verdict. */
  async function checks(file: string, bytes: Uint8Array, since = ''): Promise<string> {
    const { page } = scrutineer;
    await page.locator('#file').setInputFiles({ name: file, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
    await page.locator('#since').fill(since);
    await page.getByRole('button', { name: '开始核验' }).click();
    await page.locator('.verdict-word').waitFor();
    return page.locator('#verdict').innerText();
  }

  it(
    'accepts an archive, tells its figures, and stays alive while it works',
    async () => {
      const archive = voted(VOTERS).finish(1);
      const { page } = scrutineer;
      const verdict = checks('选举.bel', archive.bytes);
      // In the middle of its work it follows a click, and another.
      await page.getByText(/已核验 \d+ 张，共 53 张选票/).waitFor();
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByText(/\d+ of 53 papers checked/).waitFor();
      await page.getByRole('button', { name: '中文' }).click();
      const said = await verdict;
      expect(said).toContain('核验通过');
      for (const figure of [/收到的选票\s+53/, /yes\s+44/, /no\s+5/, /abstain\s+4/]) expect(said).toMatch(figure);
      expect(said.replaceAll(' ', '')).toContain(archive.head.hash);
      expect(said.replaceAll(' ', '')).toContain(ballot.election.fingerprint);
      process.stdout.write(`${VOTERS} papers of three answers in the page: ${/([\d.]+) 秒/.exec(said)?.[1] ?? '?'} s\n`);
      await sees(scrutineer, 'verifier-page-accepted');
    },
    TIMEOUT_MS,
  );

  it(
    'accepts archives that others made',
    async () => {
      for (const name of Object.keys(JSON.parse(readFileSync(join(VECTORS, 'expected.json'), 'utf8')) as object)) {
        expect(await checks(name, readFileSync(join(VECTORS, name)))).toContain('核验通过');
      }
    },
    TIMEOUT_MS,
  );

  it(
    'proves that an archive continues the one whose head was written down',
    async () => {
      const box = voted(1);
      const head = box.head.hash;
      const later = box.cast(ballot.seal(1, marks(1))).bytes;
      expect(await checks('later.bel', later, head.replace(/.{4}/g, '$& '))).toContain('核验通过');
      expect(await checks('later.bel', later, 'ab'.repeat(32))).toContain('公告板被重写过');
    },
    TIMEOUT_MS,
  );

  const cut = (bytes: Uint8Array): Uint8Array => bytes.slice(0, bytes.length - 700);
  const flipped = (bytes: Uint8Array): Uint8Array => bytes.map((byte, at) => (at === 1024 + 512 + 40 ? byte ^ 1 : byte));
  const forgeries: Record<string, () => Uint8Array> = {
    'a paper twice': () => {
      const paper = ballot.seal(0, marks(0));
      return ballot.box().cast(paper, ballot.seal(0, marks(49)), paper).bytes;
    },
    'marks that no voter has': () => voted(2).cast(forgePaper(ballot, 2, { insides: [2, -1, 0] })).bytes,
    'two marks where one is allowed': () => voted(2).cast(forgePaper(ballot, 2, { insides: [1, 1, 0] })).bytes,
    'another result': () => voted(3).close().tally().share(1).decide('{"result":[[2,1,0]]}').bytes,
    'another sum': () => voted(3).close().tally({ counted: 2 }).share(1).bytes,
    'a paper that stands on no roll': () => {
      const entries = JSON.parse(ballot.rollText) as string[];
      return ballot
        .box({
          roll: JSON.stringify(
            entries.filter((entry) => !entry.startsWith((JSON.parse(ballot.seal(0, marks(0))) as { credential: string }).credential)),
          ),
        })
        .cast(ballot.seal(0, marks(0))).bytes;
    },
    'a bit turned': () => flipped(voted(2).finish(1).bytes),
    'the end cut off': () => cut(voted(2).finish(1).bytes),
    'something else altogether': () => Buffer.from('PK\u0003\u0004 no bundle'),
  };

  it.each(Object.entries(forgeries))(
    'refuses, by the check that the command line names: %s',
    async (name, forge) => {
      const bytes = forge();
      const ours = verifyArchive(bytes, { arithmetic });
      const said = await checks('forged.bel', bytes);
      expect(said).toContain('核验不通过');
      expect(said).not.toContain('核验通过');
      expect(ours.ok).toBe(false);
      if (!ours.ok) expect(said).toContain(name === 'something else altogether' ? 'bundle-form' : `${ours.check} · `);
    },
    TIMEOUT_MS,
  );

  it('says in English what it said in Chinese, and back', async () => {
    const { page } = scrutineer;
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('Do not trust this file.').waitFor();
    await sees(scrutineer, 'verifier-page-refused');
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByText('请不要采信这个文件').waitFor();
  });

  it('asks nobody for anything, and could not: the file itself forbids it', async () => {
    expect(await scrutineer.page.evaluate<string>(`fetch('http://127.0.0.1:9/').then(() => 'reached', (error) => error.name)`)).toBe(
      'TypeError',
    );
    expect(readFileSync(join(folder, 'plenum-verify.html'), 'utf8')).toContain("default-src 'none'");
    expect(requests.filter((url) => !/^(file|blob):/.test(url))).toEqual([]);
    // Refused, as they should be: what was fetched here, and the style that a picture of the page is taken with.
    expect(scrutineer.complaints.filter((complaint) => !/127\.0\.0\.1:9|inline style/.test(complaint))).toEqual([]);
  });
});
