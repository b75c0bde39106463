import type { OutsideAnswer } from '../ways/outside.js';
import { smsOutcome } from './sms-answers.js';
import type { SmsAnswers } from './sms-gateway.js';

const NOW = new Date('2026-04-01T00:00:00Z');
const BY_FIELD: SmsAnswers = { codeAt: 'data.0.code', accepted: ['0'], temporary: ['7'], numberRefused: ['8'], accountRefused: ['9'] };
const BY_STATUS: SmsAnswers = { codeAt: null, accepted: [], temporary: ['409'], numberRefused: ['422'], accountRefused: ['402'] };
const said = (status: number, code?: unknown, retryAfter: string | null = null): OutsideAnswer => ({
  status,
  retryAfter,
  body: code === undefined ? null : { data: [{ code }] },
});

describe('the answer of a gateway', () => {
  it.each([
    ['its code of success', said(200, 0), { outcome: 'sent' }],
    ['its code of success, as text and with another status', said(400, '0'), { outcome: 'sent' }],
    ['a code that passes', said(200, 7), { outcome: 'trouble', reason: 'too-frequent', pauseMs: 60_000 }],
    ['a code that passes, with a pause', said(200, 7, '30'), { outcome: 'trouble', reason: 'too-frequent', pauseMs: 30_000 }],
    ['a number that is none', said(200, 8), { outcome: 'refused', reason: 'no-address' }],
    ['a secret that is none', said(200, 9), { outcome: 'refused', reason: 'app-refused' }],
    ['a code that nobody explained', said(200, 1), { outcome: 'refused', reason: 'not-taken' }],
    ['no code', said(200), { outcome: 'refused', reason: 'not-taken' }],
    ['a code that is an object', said(200, {}), { outcome: 'refused', reason: 'not-taken' }],
    ['429', said(429), { outcome: 'trouble', reason: 'too-frequent', pauseMs: 60_000 }],
    ['429 with a pause', said(429, undefined, '120'), { outcome: 'trouble', reason: 'too-frequent', pauseMs: 120_000 }],
    ['503', said(503), { outcome: 'trouble', reason: 'provider-busy' }],
    ['503 with a pause', said(503, undefined, '5'), { outcome: 'trouble', reason: 'provider-busy', pauseMs: 5_000 }],
    ['a way elsewhere', said(302), { outcome: 'trouble', reason: 'provider-busy' }],
    ['401', said(401), { outcome: 'refused', reason: 'app-refused' }],
  ])('by a field: %s', (_what, answer, outcome) => expect(smsOutcome(answer, BY_FIELD, NOW)).toEqual(outcome));

  it.each([
    ['200', said(200), { outcome: 'sent' }],
    ['202', said(202), { outcome: 'sent' }],
    ['409 as it is set', said(409), { outcome: 'trouble', reason: 'too-frequent', pauseMs: 60_000 }],
    ['422 as it is set', said(422), { outcome: 'refused', reason: 'no-address' }],
    ['402 as it is set', said(402), { outcome: 'refused', reason: 'app-refused' }],
    ['400', said(400), { outcome: 'refused', reason: 'not-taken' }],
  ])('by its status: %s', (_what, answer, outcome) => expect(smsOutcome(answer, BY_STATUS, NOW)).toEqual(outcome));

  it('with one status accepted takes no other', () => {
    expect(smsOutcome(said(200), { ...BY_STATUS, accepted: ['202'] }, NOW)).toEqual({ outcome: 'refused', reason: 'not-taken' });
  });
});
