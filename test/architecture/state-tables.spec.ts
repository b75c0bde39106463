import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { repositoryRoot } from '../lib/repository.js';

describe('the diagrams of the states of proposals', () => {
  it('are drawn from the table that the rules are held to', () => {
    const draw = (...words: readonly string[]) =>
      execFileSync(process.execPath, [path.join(repositoryRoot(), 'tools/state-tables.mjs'), ...words]);
    expect(draw('--check').toString()).toBe('');
  });
});
