import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BigIntArithmetic } from '@plenum/ballot-crypto';
import { aBallot, ONE_OF_THREE } from '@plenum/ballot-crypto/testing';
import { Evidence } from './evidence/testing/an-evidence.js';

const PROJECT = join(__dirname, '..');
const BUILD_TIMEOUT_MS = 60_000;

describe("the scrutineers' own copy", () => {
  let folder: string;
  let program: string;
  let printed: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'plenum-own-copy-'));
    const outfile = join(folder, 'built.mjs');
    execFileSync('npx', ['tsc', '-b', 'tsconfig.lib.json'], { cwd: PROJECT });
    printed = execFileSync(process.execPath, [join(PROJECT, 'one-file.mjs'), outfile], { encoding: 'utf8' });
    program = join(folder, 'alone', 'plenum-verify.mjs');
    execFileSync('mkdir', [join(folder, 'alone')]);
    copyFileSync(outfile, program);
  }, BUILD_TIMEOUT_MS);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is one file whose SHA-256 the build prints', () => {
    expect(printed).toContain(createHash('sha256').update(readFileSync(program)).digest('hex'));
  });

  it('is built to the same bytes again', () => {
    const again = join(folder, 'again.mjs');
    expect(execFileSync(process.execPath, [join(PROJECT, 'one-file.mjs'), again], { encoding: 'utf8' })).toBe(printed);
  });

  it('verifies with threads, and refuses, with nothing but Node beside it', () => {
    const ballot = aBallot(new BigIntArithmetic({ bits: 5 }), { questions: [ONE_OF_THREE], weights: [1, 1, 1, 1, 1, 1] });
    const papers = ballot.secrets.map((_, voter) => ballot.seal(voter, [[0, 1, 0]]));
    const good = join(folder, 'alone', 'good.bel');
    writeFileSync(
      good,
      ballot
        .box()
        .cast(...papers)
        .close()
        .tally()
        .share(1)
        .decide().bytes,
    );
    const stolen = join(folder, 'alone', 'stolen.bel');
    writeFileSync(
      stolen,
      ballot
        .box()
        .cast(papers[0]!.replace(/"credential":"\d+"/, `"credential":"${(JSON.parse(papers[1]!) as { credential: string }).credential}"`))
        .bytes,
    );
    const { status, stdout } = spawnSync(process.execPath, [program, good, stolen], {
      cwd: join(folder, 'alone'),
      encoding: 'utf8',
      env: {},
    });
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines[0]).toMatchObject({ ok: true, state: 'decided', counted: 6, result: [[0, 6, 0]] });
    expect(lines[1]).toMatchObject({ ok: false, check: expect.stringMatching(/^paper-/) });
    expect(status).toBe(1);
  });

  it('verifies the evidence of a ballot, and refuses it changed', async () => {
    const evidence = Evidence.of('paper', new BigIntArithmetic({ bits: 5 }));
    const good = join(folder, 'alone', 'good.zip');
    writeFileSync(good, await evidence.bytes());
    const bad = join(folder, 'alone', 'bad.zip');
    writeFileSync(bad, await evidence.forge('sheets.json', ({ sheets }: { sheets: object[] }) => void sheets.pop()).bytes());
    const { status, stdout } = spawnSync(process.execPath, [program, good, bad], { cwd: join(folder, 'alone'), encoding: 'utf8', env: {} });
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toMatchObject([
      { ok: true, ballot: { status: 'decided', signatures: 2 } },
      { ok: false, check: 'sheets-figures' },
    ]);
    expect(status).toBe(1);
  });
});
