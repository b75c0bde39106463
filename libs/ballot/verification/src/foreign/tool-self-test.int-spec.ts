import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BigIntArithmetic } from '@plenum/ballot-crypto';
import { aBallot, BeleniosTool } from '@plenum/ballot-crypto/testing';
import { judgeByTool } from './belenios-tool.js';
import { unfitnessOfTool } from './tool-self-test.js';

const BOUNDS = { seconds: 60 };

jest.setTimeout(300_000); // The first time on a machine the later versions are fetched.

describe.each(['2.0', '3.0', '3.3'] as const)('belenios-tool %s', (version) => {
  let tool: BeleniosTool;
  let folder: string;
  beforeAll(() => {
    tool = version === '2.0' ? BeleniosTool.find() : BeleniosTool.release(version);
    folder = mkdtempSync(join(tmpdir(), 'plenum-self-test-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is the version that it is taken for', () => {
    expect(execFileSync(tool.path, ['--version'], { encoding: 'utf8' })).toMatch(version);
  });

  it('is fit as the house runs it', async () => {
    expect(await unfitnessOfTool(tool.path, BOUNDS)).toBeNull();
  });

  it.each([
    ['all of two scrutineers', { singles: 2 }, [1, 2]],
    ['two of three', { thresholdTrustees: { size: 3, threshold: 2 } }, [1, 3]],
    ['one and two of three', { singles: 1, thresholdTrustees: { size: 3, threshold: 2 } }, [1, 2, 4]],
  ])('accepts an archive of ours that was opened by %s', async (_who, plan, openers) => {
    const ballot = aBallot(new BigIntArithmetic({ bits: 8 }), plan);
    const archive = ballot
      .box()
      .cast(ballot.seal(0, [[1, 0, 0]]), ballot.seal(2, [[0, 0, 1]]))
      .finish(...openers);
    expect(await judgeByTool(tool.path, ballot.election.uuid, [archive.bytes], BOUNDS)).toBe('accepted');
  });

  if (version !== '2.0') {
    it('is found unfit when it does not wait for its own checks', async () => {
      const hasty = join(folder, 'hasty');
      writeFileSync(hasty, `#!/bin/sh\nunset LWT_ASYNC_METHOD\nexec ${tool.path} "$@"\n`);
      chmodSync(hasty, 0o755);
      expect(await unfitnessOfTool(hasty, BOUNDS)).toMatchObject({ accepts: expect.any(String) });
    });
  }
});
