import { BadRequestException, NotFoundException, UnauthorizedException } from '@nestjs/common';
import { DomainError, MalformedError } from '@plenum/kernel';
import { toProblem } from './problem.js';

describe('toProblem', () => {
  it.each([
    ['not-found', 404],
    ['forbidden', 403],
    ['conflict', 409],
    ['unprocessable', 422],
    ['gone', 410],
  ] as const)('answers a refusal of kind %s with %i and its code', (kind, status) => {
    const { problem, level } = toProblem(new DomainError('proposals.too-few-seconders', kind, { needed: 2 }), 't1');
    expect(problem).toEqual({
      type: 'proposals.too-few-seconders',
      title: 'too few seconders',
      status,
      traceId: 't1',
      details: { needed: 2 },
    });
    expect(level).toBe('info');
  });

  it('names each faulty field of malformed input', () => {
    const faults = [{ field: 'subject', reason: 'isNotEmpty' }];
    expect(toProblem(new MalformedError(faults), 't1').problem).toMatchObject({ type: 'malformed', status: 400, faults });
  });

  it.each([
    [new UnauthorizedException(), 401, 'unauthenticated'],
    [new NotFoundException(), 404, 'no-such-route'],
    [new BadRequestException(), 400, 'malformed'],
    [Object.assign(new Error('body'), { statusCode: 413 }), 413, 'too-large'],
    [Object.assign(new Error('slow down'), { statusCode: 429 }), 429, 'too-many-requests'],
  ])('keeps the status that the framework gave (%#)', (error, status, type) => {
    expect(toProblem(error, 't1').problem).toMatchObject({ status, type });
  });

  it.each(['40001', '40P01', '57P03', '08006'])('says that whoever asked may ask again where PostgreSQL says %s', (code) => {
    expect(toProblem(Object.assign(new Error('x'), { driverError: { code } }), 't1').problem).toMatchObject({
      status: 503,
      type: 'unavailable',
    });
  });

  it.each([{ driverError: { code: '53100' } }, { code: '53100' }, { code: 'ENOSPC' }])(
    'says that nothing can be saved where a disk is full (%#)',
    (said) => {
      const { problem, level } = toProblem(
        Object.assign(new Error('could not extend file "base/1/2": No space left on device'), said),
        't1',
      );
      expect(problem).toEqual({ type: 'storage-full', title: 'storage full', status: 503, traceId: 't1' });
      expect(level).toBe('warn');
    },
  );

  it.each([new Error('password=secret'), 'a string', null, Object.assign(new Error('x'), { statusCode: 503 })])(
    'tells nothing about a fault but its trace (%#)',
    (error) => {
      const { problem, level } = toProblem(error, 't1');
      expect(problem).toEqual({ type: 'fault', title: 'Something went wrong on our side', status: 500, traceId: 't1' });
      expect(level).toBe('error');
    },
  );
});
