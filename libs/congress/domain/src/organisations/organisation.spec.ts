import { foundOrganisation, setUpUnit } from './organisation.js';

const SCHOOL = { id: 'o1', code: 'first-school', name: ' 第一中学 ', level: 1, parentId: null };
const refusal = (code: string) => expect.objectContaining({ code });

describe('an organisation', () => {
  it('of the first level stands alone', () => {
    expect(foundOrganisation(SCHOOL, null)).toEqual({ ...SCHOOL, name: '第一中学' });
    expect(() => foundOrganisation(SCHOOL, { id: 'o0', level: 1 })).toThrow(refusal('congress.level-mismatch'));
  });

  it('of the second level belongs to one of the first', () => {
    expect(foundOrganisation({ ...SCHOOL, level: 2 }, { id: 'o0', level: 1 })).toMatchObject({ level: 2, parentId: 'o0' });
    expect(() => foundOrganisation({ ...SCHOOL, level: 2 }, null)).toThrow(refusal('congress.level-mismatch'));
    expect(() => foundOrganisation({ ...SCHOOL, level: 2 }, { id: 'o0', level: 2 })).toThrow(refusal('congress.level-mismatch'));
  });

  it.each([0, 3, 1.5, -1])('has no level %d', (level) => {
    expect(() => foundOrganisation({ ...SCHOOL, level }, level === 3 ? { id: 'o0', level: 2 } : null)).toThrow(
      refusal('congress.level-mismatch'),
    );
  });

  it.each(['', 'First', '-a', 'a-', 'a b', '学校', 'x'.repeat(41)])('has no code %j', (code) => {
    expect(() => foundOrganisation({ ...SCHOOL, code }, null)).toThrow(refusal('malformed'));
  });

  it('has units with a code and a name', () => {
    expect(setUpUnit({ id: 'u1', organisationId: 'o1', code: ' GH ', name: '工会' })).toMatchObject({ code: 'GH', name: '工会' });
    expect(() => setUpUnit({ id: 'u1', organisationId: 'o1', code: '工会', name: '' })).toThrow(
      expect.objectContaining({
        faults: [
          { field: 'code', reason: 'form' },
          { field: 'name', reason: 'required' },
        ],
      }),
    );
  });
});
