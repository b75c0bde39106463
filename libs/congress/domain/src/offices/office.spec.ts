import { OFFICES } from '../congress.vocabulary.js';
import { assignOffice, OFFICE_RULES, relieveOffice } from './office.js';

const TELLER = { id: 'f1', organisationId: 'o1', memberId: 'm1', office: 'TELLER', sessionId: 's1', unitId: null, chief: false } as const;
const SECRETARY = { ...TELLER, office: 'SECRETARIAT', sessionId: null } as const;
const AT = new Date('2026-03-02T01:00:00Z');
const refusal = (code: string, details?: object) =>
  expect.objectContaining({ code, ...(details ? { details: expect.objectContaining(details) } : {}) });

describe('an office', () => {
  it('is assigned and relieved, and both are news', () => {
    const assigned = assignOffice(TELLER, []);
    const relieved = relieveOffice(assigned.state, AT, 0);
    expect([...assigned.events, ...relieved.events].map(({ type, office }) => [type, office.version])).toEqual([
      ['OfficeAssigned', 1],
      ['OfficeRelieved', 2],
    ]);
  });

  it.each([
    ['TELLER', null, null, 'needs-session'],
    ['SCRUTINEER', null, null, 'needs-session'],
    ['OBSERVER', null, null, 'needs-session'],
    ['UNIT_HEAD', null, null, 'needs-unit'],
    ['UNIT_HANDLER', null, null, 'needs-unit'],
    ['UNIT_HANDLER', 's1', 'u1', 'has-no-session'],
    ['LEADER_IN_CHARGE', 's1', null, 'has-no-session'],
    ['PRESIDIUM', null, 'u1', 'has-no-unit'],
    ['SECRETARIAT', 's1', 'u1', 'has-no-unit'],
  ] as const)('%s for session %s and unit %s is refused: %s', (office, sessionId, unitId, reason) => {
    expect(() => assignOffice({ ...TELLER, office, sessionId, unitId }, [])).toThrow(refusal('congress.office-scope', { office, reason }));
  });

  it.each(OFFICES)('%s can be assigned as its rule has it, with a chief only where there is one', (office) => {
    const rule = OFFICE_RULES[office];
    const given = { ...TELLER, office, sessionId: rule.session === 'needs' ? 's1' : null, unitId: rule.unit === 'needs' ? 'u1' : null };
    expect(assignOffice(given, []).state).toMatchObject(given);
    const asChief = () => assignOffice({ ...given, chief: true }, []);
    if (rule.chief) expect(asChief().state.chief).toBe(true);
    else expect(asChief).toThrow(refusal('congress.office-scope', { reason: 'has-no-chief' }));
  });

  it('is held once by the same member', () => {
    expect(() => assignOffice(TELLER, [{ memberId: 'm1', chief: false }])).toThrow(refusal('congress.office-held'));
  });

  it('has one chief', () => {
    const chief = { ...TELLER, chief: true };
    expect(assignOffice(chief, [{ memberId: 'm2', chief: false }]).state.chief).toBe(true);
    expect(() => assignOffice(chief, [{ memberId: 'm2', chief: true }])).toThrow(refusal('congress.chief-held'));
  });

  it('is relieved once', () => {
    const { state: relieved } = relieveOffice(assignOffice(TELLER, []).state, AT, 3);
    expect(() => relieveOffice(relieved, AT, 3)).toThrow(refusal('congress.office-relieved'));
  });

  it('of the secretariat is never left by everybody', () => {
    expect(() => relieveOffice(assignOffice(SECRETARY, []).state, AT, 0)).toThrow(refusal('congress.last-secretariat'));
    expect(() => relieveOffice(assignOffice(SECRETARY, []).state, AT, 1)).not.toThrow();
    expect(() => relieveOffice(assignOffice({ ...SECRETARY, sessionId: 's1' }, []).state, AT, 0)).not.toThrow();
  });
});
