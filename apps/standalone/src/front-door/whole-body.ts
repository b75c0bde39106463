import { Readable } from 'node:stream';

import type { FastifyReply, FastifyRequest } from 'fastify';

import { problem } from './problem.js';
import { WHOLE_BODY_BYTES_MAX } from './upstreams.js';

/** How long a client may take to send what it announced, and how much of it the house holds at a time. */
export interface BodyLimits {
  readonly wholeWithinMs: number;
  readonly uploadWithinMs: number;
  readonly heldBytesMax: number;
}

export const BODY_LIMITS: BodyLimits = {
  wholeWithinMs: 15_000, // A megabyte at 600 kbit/s.
  uploadWithinMs: 180_000, // 32 MiB at 1.5 Mbit/s.
  heldBytesMax: 256 * 1_048_576,
};

/**
 * Takes a body whole before a service is asked: who sends slowly, or never ends, keeps a socket of the front door busy and
 * nothing behind it. Uploads stream through connections of their own, and have a deadline as well.
 */
export function takeWholeBodies(limits: BodyLimits = BODY_LIMITS): (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined> {
  let heldBytes = 0;
  return async (request, reply) => {
    const { body } = request;
    if (!(body instanceof Readable)) return undefined;
    if (Number(request.headers['content-length'] ?? 0) > WHOLE_BODY_BYTES_MAX) return void endLate(request, limits.uploadWithinMs);
    const pieces: Buffer[] = [];
    let own = 0;
    const take = (piece: Buffer): 'too-large' | 'busy' | undefined => {
      if (own + piece.length > WHOLE_BODY_BYTES_MAX) return 'too-large';
      if (heldBytes + piece.length > limits.heldBytesMax) return 'busy';
      own += piece.length;
      heldBytes += piece.length;
      pieces.push(piece);
      return undefined;
    };
    try {
      const outcome = await readAll(body, take, limits.wholeWithinMs);
      if (outcome !== 'whole') return refuse(reply, outcome);
      request.body = Readable.from(pieces, { objectMode: false });
      return undefined;
    } finally {
      heldBytes -= own;
    }
  };
}

type Outcome = 'whole' | 'late' | 'broken' | 'too-large' | 'busy';

/** Reads to the end, the deadline, or the first piece that is not taken. The stream itself stays open: the reason still has to go out. */
function readAll(body: Readable, take: (piece: Buffer) => 'too-large' | 'busy' | undefined, withinMs: number): Promise<Outcome> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => done('late'), withinMs);
    const onData = (piece: Buffer): void => {
      const refusal = take(piece);
      if (refusal) done(refusal);
    };
    const onEnd = (): void => done('whole');
    const onBreak = (): void => done('broken');
    const done = (outcome: Outcome): void => {
      clearTimeout(timer);
      body.off('data', onData).off('end', onEnd).off('close', onBreak).off('error', onBreak);
      body.on('error', () => undefined);
      resolve(outcome);
    };
    body.on('data', onData).once('end', onEnd).once('close', onBreak).once('error', onBreak);
  });
}

const REFUSALS = {
  late: [408, 'too-slow', 'The request did not arrive in time'],
  broken: [400, 'malformed', 'The request broke off'],
  'too-large': [413, 'too-large', 'The request is too large'],
  busy: [503, 'unavailable', 'The house is busy: send it again in a moment'],
} as const;

function refuse(reply: FastifyReply, outcome: Exclude<Outcome, 'whole'>): FastifyReply {
  const [status, type, title] = REFUSALS[outcome];
  return problem(reply.header('connection', 'close'), status, type, title);
}

/** Breaks off an upload that takes too long: its connection to the service is freed. */
function endLate({ raw }: FastifyRequest, withinMs: number): void {
  const timer = setTimeout(() => raw.destroy(), withinMs);
  raw.once('close', () => clearTimeout(timer)).once('end', () => clearTimeout(timer));
}
