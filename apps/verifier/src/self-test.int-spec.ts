import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BeleniosTool } from '@plenum/ballot-crypto/testing';
import { selfTest } from './self-test.js';

// A good archive and four forgeries, three times each; and the first time on a machine a later version is fetched.
jest.setTimeout(300_000);

describe('the self-test of a foreign verifier', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'plenum-self-test-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const run = async (...argv: string[]) => {
    const [out, err]: [string[], string[]] = [[], []];
    const status = await selfTest(argv, { out: (line) => void out.push(line), err: (line) => void err.push(line) });
    return { status, lines: out.map((line) => JSON.parse(line) as unknown), err };
  };
  const program = (name: string, script: string): string => {
    const file = join(folder, name);
    writeFileSync(file, `#!/bin/sh\n${script}\n`);
    chmodSync(file, 0o755);
    return file;
  };

  it('says in one line that a program is fit that accepts the good archive and refuses every forged one', async () => {
    const { path } = BeleniosTool.find();
    expect(await run(path)).toEqual({ status: 0, err: [], lines: [{ program: path, version: expect.stringContaining('2.0'), fit: true }] });
  });

  it('catches a program that says yes to everything, and names the forgery that it accepted', async () => {
    const nods = program('nods', 'if [ "$1" = --version ]; then echo 9.9; else echo \'I: all checks passed\'; fi');
    expect(await run(nods)).toEqual({
      status: 1,
      err: [],
      lines: [{ program: nods, version: '9.9', fit: false, accepts: 'proof-that-does-not-hold' }],
    });
  });

  it.each([
    ['refuses everything', 'exit 4', 'exit-4'],
    ['only warns', 'echo "W: no result to check" >&2', 'warning'],
  ])('catches a program that %s, and says how it refused what is right', async (name, script, how) => {
    const unfit = program(name.replace(' ', '-'), `if [ "$1" = --version ]; then echo 9.9; exit 0; fi\n${script}`);
    expect(await run(unfit)).toEqual({ status: 1, err: [], lines: [{ program: unfit, version: '9.9', fit: false, refuses: 'good', how }] });
  });

  it('catches a 3.x that does not wait for its own checks', async () => {
    const { path } = BeleniosTool.release('3.3');
    const hasty = program('hasty', `unset LWT_ASYNC_METHOD\nexec ${path} "$@"`);
    expect(await run(hasty)).toEqual({
      status: 1,
      err: [],
      lines: [expect.objectContaining({ program: hasty, fit: false, accepts: expect.any(String) })],
    });
  });

  it('is a command, whose status tells scripts apart what is fit, unfit, and not to be run', () => {
    const project = join(__dirname, '..');
    execFileSync('npx', ['tsc', '-b', 'tsconfig.lib.json'], { cwd: project });
    const ask = (named: string) => spawnSync(process.execPath, [join(project, 'dist/main.js'), 'self-test', named], { encoding: 'utf8' });
    expect(ask(BeleniosTool.find().path)).toMatchObject({ status: 0, stdout: expect.stringContaining('"fit":true}\n'), stderr: '' });
    expect(ask(program('yes', 'echo yes'))).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('"fit":false,"accepts":"proof-that-does-not-hold"}\n'),
      stderr: '',
    });
    expect(ask(join(folder, 'nowhere'))).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('cannot be run') });
  });

  it('says why it tested nothing: no such program, one that ends badly, a call that it does not understand', async () => {
    const [nowhere, broken] = [join(folder, 'nowhere'), program('broken', 'exit 7')];
    expect(await run(nowhere)).toEqual({ status: 2, lines: [], err: [`self-test: ${nowhere} cannot be run (ENOENT)`] });
    expect(await run(broken)).toEqual({ status: 2, lines: [], err: [`self-test: ${broken} cannot be run (exit 7)`] });
    for (const argv of [['--help'], ['one', 'two']])
      expect(await run(...argv)).toEqual({
        status: 2,
        lines: [],
        err: ['self-test: name the program to test, or nothing for belenios-tool of the PATH'],
      });
  });

  it('tests belenios-tool of the PATH where no program is named', async () => {
    program('belenios-tool', 'if [ "$1" = --version ]; then echo \'the one of the PATH\'; else exit 5; fi');
    const { PATH } = process.env;
    process.env['PATH'] = `${folder}:${PATH}`;
    try {
      expect(await run()).toMatchObject({
        status: 1,
        lines: [{ program: 'belenios-tool', version: 'the one of the PATH', refuses: 'good', how: 'exit-5' }],
      });
    } finally {
      process.env['PATH'] = PATH;
    }
  });
});
