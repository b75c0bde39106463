import { MalformedError } from '@plenum/kernel';
import { amendMember, assertMaySit, hasVote, registerMember } from './member.js';

const WANG = { id: 'm1', organisationId: 'o1', staffNo: ' Ｔ0042', name: '王　小明', mail: null, unitId: null, standing: 'FULL' } as const;
const faultsOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof MalformedError) return error.faults;
    throw error;
  }
  return [];
};

describe('a member', () => {
  it('is registered with tidy fields, and that is news', () => {
    const { state, events } = registerMember(WANG);
    expect(state).toMatchObject({ staffNo: 'T0042', name: '王 小明', active: true, version: 1 });
    expect(events).toEqual([{ type: 'MemberRegistered', member: state }]);
  });

  it('names every unfit field', () => {
    expect(faultsOf(() => registerMember({ ...WANG, staffNo: '', name: '', mail: 'nowhere' }))).toEqual([
      { field: 'staffNo', reason: 'required' },
      { field: 'name', reason: 'required' },
      { field: 'email', reason: 'form' },
    ]);
  });

  it('counts its versions, and a change that changes nothing is none', () => {
    const { state: wang } = registerMember(WANG);
    expect(amendMember(wang, { name: '王 小明', mail: null })).toEqual({ state: wang, events: [] });
    const { state, events } = amendMember(wang, { mail: 'wang@school.example' });
    expect(events).toEqual([
      { type: 'MemberRegistered', member: { ...wang, mail: 'wang@school.example', version: 2 } },
      { type: 'MailChanged', member: state, former: null },
    ]);
    expect(state).toEqual({ ...wang, mail: 'wang@school.example', version: 2 });
  });

  it('has a mobile number where one is given, and that is news of its own', () => {
    const { state: wang, events: first } = registerMember({ ...WANG, mobile: '138 0013 8000' });
    expect(first.map(({ type }) => type)).toEqual(['MemberRegistered', 'MobileChanged']);
    expect(wang.mobile).toBe('+8613800138000');
    expect(amendMember(wang, { mobile: '13800138000' })).toEqual({ state: wang, events: [] });
    const { state, events } = amendMember(wang, { mobile: null });
    expect(state).toMatchObject({ mobile: null, version: 2 });
    expect(events.map(({ type }) => type)).toEqual(['MemberRegistered', 'MobileChanged']);
    expect(faultsOf(() => amendMember(wang, { mobile: '138' }))).toEqual([{ field: 'mobile', reason: 'form' }]);
    expect(amendMember(wang, { name: '王大明' }).events.map(({ type }) => type)).toEqual(['MemberRegistered']);
  });

  it('stays as it was when a change is refused', () => {
    const { state: wang } = registerMember(WANG);
    expect(faultsOf(() => amendMember(wang, { name: '王\u200b明' }))).toEqual([{ field: 'name', reason: 'form' }]);
    expect(wang).toMatchObject({ name: '王 小明', version: 1 });
  });

  it('leaves and comes back, and both are news', () => {
    const registered = registerMember(WANG);
    const left = amendMember(registered.state, { active: false });
    const back = amendMember(left.state, { active: true });
    const events = [...registered.events, ...left.events, ...back.events];
    expect(events.map(({ member: { active, version } }) => [active, version])).toEqual([
      [true, 1],
      [false, 2],
      [true, 3],
    ]);
  });
});

describe('the vote', () => {
  it.each([
    ['FULL', true, true],
    ['FULL', false, false],
    ['RETAINED', true, false],
    ['SUSPENDED', true, false],
  ] as const)('of a member with standing %s who works here (%s): %s', (standing, active, expected) => {
    expect(hasVote({ standing, active })).toBe(expected);
  });

  it('is what a full delegate needs, and nobody else who sits', () => {
    const retained = { id: 'm1', active: true, standing: 'RETAINED' } as const;
    expect(() => assertMaySit(retained, 'DELEGATE')).toThrow(
      expect.objectContaining({ code: 'congress.no-vote', details: { memberId: 'm1', standing: 'RETAINED' } }),
    );
    expect(() => assertMaySit({ ...retained, active: false }, 'INVITEE')).toThrow(
      expect.objectContaining({ code: 'congress.member-inactive' }),
    );
    for (const kind of ['ATTENDEE', 'INVITEE'] as const) expect(() => assertMaySit(retained, kind)).not.toThrow();
    expect(() => assertMaySit({ ...retained, standing: 'FULL' }, 'DELEGATE')).not.toThrow();
  });
});
