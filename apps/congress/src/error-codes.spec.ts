import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CONGRESS_ERRORS } from '@plenum/contracts';
import { CongressErrors } from '@plenum/congress-domain';

describe('the refusals of the congress service', () => {
  const domain = join(dirname(require.resolve('@plenum/congress-domain/package.json')), 'src/congress.errors.ts');
  const made = [...readFileSync(domain, 'utf8').matchAll(/'(congress\.[a-z-]+)'/g)].map(([, code]) => code);

  it('are all in the contract, and the contract has no others', () => {
    expect(made.length).toBeGreaterThanOrEqual(Object.keys(CongressErrors).length);
    expect(new Set(made)).toEqual(new Set(CONGRESS_ERRORS));
  });
});
