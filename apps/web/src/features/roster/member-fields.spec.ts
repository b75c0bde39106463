import { ProblemError } from '../../api/problem.js';
import { amendingOf, faultsOf, registeringOf } from './member-fields.js';

const FIELDS = { staffNo: 'T1', name: '赵一', unitId: 'u1', email: 'zhao@school.cn', standing: 'FULL', active: true } as const;
const refused = (...faults: { field: string; reason: string }[]) =>
  new ProblemError({ type: 'malformed', title: '', status: 400, traceId: '', faults });

describe('the form of a member', () => {
  it('registers without what was left blank', () => {
    expect(registeringOf({ ...FIELDS, unitId: undefined, email: ' ' })).toEqual({ staffNo: 'T1', name: '赵一', standing: 'FULL' });
    expect(registeringOf(FIELDS)).toEqual({ staffNo: 'T1', name: '赵一', standing: 'FULL', unitId: 'u1', email: 'zhao@school.cn' });
  });

  it('takes away what was cleared, and never sends the staff number again', () => {
    expect(amendingOf({ ...FIELDS, unitId: undefined, email: '', active: false })).toEqual({
      name: '赵一',
      standing: 'FULL',
      active: false,
      unitId: null,
      email: null,
    });
  });

  it('leaves a mobile number as it is until it was read, and takes it away where it was cleared', () => {
    expect(amendingOf(FIELDS)).not.toHaveProperty('mobile');
    expect(amendingOf({ ...FIELDS, mobile: ' ' })).toMatchObject({ mobile: null });
    expect(amendingOf({ ...FIELDS, mobile: '13800138000' })).toMatchObject({ mobile: '13800138000' });
    expect(registeringOf({ ...FIELDS, mobile: '' })).not.toHaveProperty('mobile');
  });

  it('shows each refusal at its field', () => {
    expect(faultsOf(refused({ field: 'email', reason: 'form' }, { field: 'name', reason: 'required' }))).toEqual([
      { name: 'email', reason: 'form' },
      { name: 'name', reason: 'required' },
    ]);
  });

  it('leaves to the general message what it cannot show in full', () => {
    expect(faultsOf(refused({ field: 'email', reason: 'form' }, { field: 'unitId', reason: 'isUuid' }))).toEqual([]);
    expect(faultsOf(new Error('lost'))).toEqual([]);
  });
});
