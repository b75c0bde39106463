import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { BigIntArithmetic, type Choices } from '@plenum/ballot-crypto';
import { aBallot, BeleniosTool, ONE_OF_THREE } from '@plenum/ballot-crypto/testing';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { repositoryRoot } from '../lib/repository.js';
import { openBrowser } from './browser.js';
import type { SealingAnswer, SealingOrder } from './sealing.worker.js';

const TIMEOUT_MS = 120_000;
const TWELVE = { answers: Array.from({ length: 12 }, (_, i) => `候选人 ${i + 1}`), min: 0, max: 9 };

/** A paper sealed where votes are sealed: in a Web Worker of a real browser, with nothing but the library in it. */
describe('the sealed paper in a browser', () => {
  const arithmetic = new BigIntArithmetic();
  let server: Server;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const bundle = await build({
      entryPoints: [join(repositoryRoot(), 'test/e2e/sealing.worker.ts')],
      bundle: true,
      minify: true,
      write: false,
      format: 'iife',
      platform: 'browser',
      conditions: ['@plenum/source'],
    });
    const script = bundle.outputFiles[0]?.contents ?? new Uint8Array();
    server = createServer((request, response) => {
      const isScript = request.url === '/sealing.js';
      response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
      response.end(isScript ? Buffer.from(script) : '<!doctype html><title>sealing</title>');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    browser = await openBrowser({ computes: true });
    page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  }, TIMEOUT_MS);

  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  /** Seals in a worker of its own, as a voter does who has just opened the page. */
  const sealInWorker = (order: SealingOrder): Promise<SealingAnswer> =>
    page.evaluate(
      `new Promise((resolve, reject) => {
        const worker = new Worker('/sealing.js');
        worker.onmessage = ({ data }) => { worker.terminate(); resolve(data); };
        worker.onerror = ({ message }) => reject(new Error(message));
        worker.postMessage(${JSON.stringify(order)});
      })`,
    );

  it.each<[string, object, (voter: number) => Choices]>([
    ['(a) 3 answers, one mark', ONE_OF_THREE, (voter) => [[0, 1, 2].map((answer) => (answer === voter ? 1 : 0))]],
    ['(b) 12 answers, at most 9', TWELVE, (voter) => [Array.from({ length: 12 }, (_, answer) => ((answer + voter) % 12 < 9 ? 1 : 0))]],
  ])(
    'of shape %s is accepted by belenios-tool, and counted',
    async (name, question, choicesOf) => {
      const ballot = aBallot(arithmetic, { questions: [question], weights: [1, 1, 1], seed: name });
      const answers: SealingAnswer[] = [];
      for (const [voter, code] of ballot.codes.entries()) {
        // Typed as people type: without dashes where they like, the device puts the code right.
        answers.push(
          await sealInWorker({
            election: ballot.election.text,
            code: voter === 0 ? code.replaceAll('-', '') : code,
            choices: choicesOf(voter),
          }),
        );
      }
      const archive = ballot
        .box()
        .cast(...answers.map(({ paper }) => paper))
        .close()
        .tally()
        .share(1)
        .decide();
      const said = BeleniosTool.find().verify(archive.bytes, ballot.election.uuid);
      expect(said).toMatchObject({ isAccepted: true, warnings: [] });
      const marks = answers.map((_, voter) => choicesOf(voter)[0] as number[]);
      expect(archive.honestResult).toEqual([marks[0]?.map((_, answer) => marks.reduce((sum, paper) => sum + (paper[answer] ?? 0), 0))]);
      process.stdout.write(`from code to sealed paper, ${name}: ${answers.map(({ tookMs }) => `${tookMs} ms`).join(', ')}\n`);
    },
    TIMEOUT_MS,
  );
});
