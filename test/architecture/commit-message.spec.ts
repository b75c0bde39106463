import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '../lib/repository.js';

const root = repositoryRoot();

/** What the real hook says to a message, run as husky runs it: by `sh`, in the root, with the local programs on the PATH. */
function hookOn(message: string): { readonly accepted: boolean; readonly said: string } {
  const folder = mkdtempSync(join(tmpdir(), 'plenum-hook-'));
  try {
    const file = join(folder, 'COMMIT_EDITMSG');
    writeFileSync(file, message);
    const hook = spawnSync('sh', ['-e', '.husky/commit-msg', file], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, PATH: `${join(root, 'node_modules/.bin')}:${process.env['PATH']}` },
    });
    return { accepted: hook.status === 0, said: hook.stdout + hook.stderr };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the commit-msg hook', () => {
  it('accepts a conventional message with a project as its scope', () => {
    expect(hookOn('feat(ballot): PostgreSQL keeps the roll frozen\n\nWhy: the quorum is counted on it.\n')).toMatchObject({
      accepted: true,
    });
  });

  it.each([
    ['a message that says nothing of what it is', 'some changes', 'type-empty'],
    ['an unknown type', 'wip(ballot): the roll', 'type-enum'],
    ['no scope', 'feat: the roll is frozen', 'scope-empty'],
    ['a scope that is no project', 'feat(everything): the roll is frozen', 'scope-enum'],
    ['an empty subject', 'feat(ballot):', 'subject-empty'],
  ])('refuses %s', (_what, message, rule) => {
    const { accepted, said } = hookOn(message);
    expect(accepted).toBe(false);
    expect(said).toContain(rule);
  });
});

describe('the pre-commit hook', () => {
  it('lints what is staged: an empty hook is a real thing', () => {
    expect(existsSync(join(root, '.husky/pre-commit'))).toBe(true);
    const folder = mkdtempSync(join(tmpdir(), 'plenum-hook-'));
    const run = (program: string, args: readonly string[]) =>
      spawnSync(program, args, {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, PATH: `${join(root, 'node_modules/.bin')}:${process.env['PATH']}` },
      });
    try {
      run('git', ['init', '--quiet']);
      writeFileSync(join(folder, 'eslint.config.mjs'), `export default [{ files: ['**/*.ts'], rules: { 'no-var': 'error' } }];\n`);
      writeFileSync(join(folder, 'staged.ts'), 'var it = 1;\n');
      writeFileSync(join(folder, 'left-alone.ts'), 'var other = 1;\n');
      run('git', ['add', 'staged.ts']);
      const hook = run('sh', ['-e', join(root, '.husky/pre-commit')]);
      expect(hook.status).not.toBe(0);
      expect(hook.stdout).toContain('no-var');
      expect(hook.stdout).not.toContain('left-alone.ts');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
