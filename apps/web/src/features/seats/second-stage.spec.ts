import { stageOf } from './second-stage.js';

const WISH = {
  title: ' The chair ',
  channel: 'sealed',
  electorate: 'elected',
  preset: 'union-election',
  seats: 1,
  identities: {},
} as const;

describe('the election of officers', () => {
  it('has its own seats and no nomination: the elected stand', () => {
    expect(stageOf(WISH)).toEqual({
      title: 'The chair',
      channel: 'sealed',
      electorate: 'elected',
      preset: 'union-election',
      rules: { seats: 1, procedure: { nomination: null } },
    });
  });

  it('says who they are whom the result knows by name alone', () => {
    expect(stageOf({ ...WISH, identities: { w1: ['m1'], w2: [], w3: undefined } }).identities).toEqual([{ id: 'w1', memberId: 'm1' }]);
  });
});
