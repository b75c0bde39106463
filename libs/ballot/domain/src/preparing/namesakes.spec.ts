import type { Choice } from '../record/candidates.js';
import { refusalOf } from '../testing/refusals.js';
import { disambiguateNames } from './namesakes.js';

const someone = (id: string, label: string, memberId: string | null = null): Choice => ({ id, label, memberId });
const labels = (...choices: Choice[]) =>
  disambiguateNames(choices, (memberId) => ({ m1: 'T0001', m2: 'T0002' })[memberId]).map(({ label }) => label);

describe('two candidates of one name', () => {
  it('stand on the paper with their staff numbers, and nobody else does', () => {
    expect(labels(someone('c1', '王芳', 'm1'), someone('c2', '李明'), someone('c3', '王芳', 'm2'))).toEqual([
      '王芳 (T0001)',
      '李明',
      '王芳 (T0002)',
    ]);
    expect(labels(someone('c1', '王芳', 'm1'), someone('c2', '王芳'))).toEqual(['王芳 (T0001)', '王芳']);
    expect(labels(someone('c1', '王芳', 'm1'), someone('c2', '李明', 'm2'))).toEqual(['王芳', '李明']);
  });

  it('are refused where nothing tells them apart, however the name is written', () => {
    expect(refusalOf(() => labels(someone('c1', '王芳'), someone('c2', '王 芳')))).toEqual({
      code: 'ballot.names-alike',
      details: { names: ['王芳', '王 芳'] },
    });
    expect(refusalOf(() => labels(someone('c1', 'Li Ming'), someone('c2', 'LI MING'))).code).toBe('ballot.names-alike');
    expect(
      refusalOf(() => labels(someone('c1', '王芳', 'gone'), someone('c2', '王芳', 'm1'), someone('c3', '王芳', 'gone too'))).code,
    ).toBe('ballot.names-alike');
  });

  it('keep the numbers that they have when the list is sent again', () => {
    expect(labels(someone('c1', '王芳 (T0001)', 'm1'), someone('c2', '王芳 (T0002)', 'm2'))).toEqual(['王芳 (T0001)', '王芳 (T0002)']);
  });
});
