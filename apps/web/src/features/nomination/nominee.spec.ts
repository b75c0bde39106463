import { nomineeOf } from './nominee.js';

const WANG = { id: 'm1', name: 'Wang (T1)' };

describe('somebody to put forward', () => {
  it('is a member by id, anybody else by name', () => {
    expect(nomineeOf({ from: 'here', person: WANG, by: 'outgoing-committee' })).toEqual({
      memberId: 'm1',
      proposer: { by: 'outgoing-committee' },
    });
    expect(nomineeOf({ from: 'elsewhere', name: ' Li Ming ', by: 'higher-union' })).toEqual({
      name: 'Li Ming',
      proposer: { by: 'higher-union' },
    });
  });

  it('comes with the proposer of the kind that was chosen last, whatever was filled in before', () => {
    const filled = {
      from: 'here',
      person: WANG,
      name: 'X',
      delegationId: 'd1',
      delegates: [
        { id: 'm2', name: 'Two' },
        { id: 'm3', name: 'Three' },
      ],
    } as const;
    expect(nomineeOf({ ...filled, by: 'delegation' })).toEqual({ memberId: 'm1', proposer: { by: 'delegation', delegationId: 'd1' } });
    expect(nomineeOf({ ...filled, by: 'delegates' })).toEqual({ memberId: 'm1', proposer: { by: 'delegates', memberIds: ['m2', 'm3'] } });
    expect(nomineeOf({ ...filled, by: 'higher-union' })).toEqual({ memberId: 'm1', proposer: { by: 'higher-union' } });
  });
});
