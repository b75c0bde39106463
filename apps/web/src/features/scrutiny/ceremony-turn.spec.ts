import { turnOf } from './ceremony-turn.js';

type Ceremony = Parameters<typeof turnOf>[0];
const at = (openRound: Ceremony['openRound'], ...given: Ceremony['seats'][number]['given']): Ceremony => ({
  openRound,
  seats: [
    { seat: 1, memberId: 'me', given },
    { seat: 2, memberId: 'other', given: [] },
  ],
});

describe('the turn of a scrutineer of a threshold group', () => {
  it.each([
    ['draws a seed first', at('certificate'), false, 'draw'],
    ['gives the certificate once the seed is on paper', at('certificate'), true, 'certificate'],
    ['waits for the others', at('certificate', 'certificate'), true, 'wait'],
    ['goes on with everybody', at('polynomial', 'certificate'), true, 'polynomial'],
    ['waits in each round', at('polynomial', 'certificate', 'polynomial'), true, 'wait'],
    ['checks what the others sealed', at('output', 'certificate', 'polynomial'), true, 'output'],
    ['needs the seed that the certificate was made of', at('polynomial', 'certificate'), false, 'seed-elsewhere'],
    ['needs no seed to wait', at('polynomial', 'certificate', 'polynomial'), false, 'wait'],
    ['is over when all is said', at(null, 'certificate', 'polynomial', 'output'), true, 'done'],
  ] as const)('%s', (_, ceremony, hasSeed, expected) => {
    expect(turnOf(ceremony, 'me', hasSeed)).toBe(expected);
  });
});
