import { ownPart } from './own-part.js';

const CHIEFS = ['scrutineer', 'teller'];
const put = (memberId: string, contribution: string | null = null) => ({ memberId, commitment: 'c', contribution });
const neither = { commit: false, reveal: false };

describe('the part of an officer in a drawing', () => {
  it('begins with a commitment', () => {
    expect(ownPart({ contributions: [] }, 'scrutineer', CHIEFS, { commit: true, reveal: false })).toEqual({ step: 'commit' });
  });

  it('waits for the chiefs, who must commit before anybody reveals', () => {
    expect(ownPart({ contributions: [put('other'), put('scrutineer')] }, 'other', CHIEFS, neither)).toEqual({
      step: 'wait-for-commitments',
      awaited: ['teller'],
    });
  });

  it('reveals when it may, and then waits for the others', () => {
    expect(ownPart({ contributions: [put('scrutineer'), put('teller')] }, 'teller', CHIEFS, { commit: false, reveal: true })).toEqual({
      step: 'reveal',
    });
    expect(ownPart({ contributions: [put('scrutineer'), put('teller', 'v')] }, 'teller', CHIEFS, neither)).toEqual({
      step: 'wait-for-contributions',
      awaited: ['scrutineer'],
    });
  });

  it('is none once others have begun to reveal', () => {
    expect(ownPart({ contributions: [put('scrutineer', 'v'), put('teller')] }, 'other', CHIEFS, neither)).toEqual({ step: 'not-in-it' });
  });
});
