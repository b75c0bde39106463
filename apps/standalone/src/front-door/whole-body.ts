import { Readable } from 'node:stream';

import type { FastifyReply, FastifyRequest } from 'fastify';

import { problem } from './problem.js';
import { type Refusal, WHOLE_BODY_BYTES_MAX } from './upstreams.js';

/**
 * How long a client may take to send what it announced, after how long it is asked who that is, and how much the house holds at a time, in
 * all and of one address.
 */
export interface BodyLimits {
  readonly unaskedMs: number;
  readonly wholeWithinMs: number;
  readonly uploadWithinMs: number;
  readonly heldBytesMax: number;
  readonly heldBytesPerAddressMax: number;
}

export const BODY_LIMITS: BodyLimits = {
  unaskedMs: 100, // Nearly all have sent everything by then: the service sees for itself whom it lets in, and is not asked twice.
  wholeWithinMs: 15_000, // A megabyte at 600 kbit/s.
  uploadWithinMs: 180_000, // 32 MiB at 1.5 Mbit/s.
  heldBytesMax: 256 * 1_048_576,
  heldBytesPerAddressMax: 64 * 1_048_576, // A school behind one address: a thousand papers at a time.
};

/** Asks the service whether the sender of a body is let in; null when so. */
export type Admission = () => Promise<Refusal | null>;

/**
 * Takes a body whole before a service is asked: who sends slowly, or never ends, keeps a socket of the front door busy and
 * nothing behind it. Whose body is not there at once, and who uploads, is let in first: a stranger is answered whatever is still to come.
 * One address alone does not take the room of everybody else. Uploads stream through connections of their own, and have a deadline as well.
 */
export function takeWholeBodies(
  limits: BodyLimits = BODY_LIMITS,
): (request: FastifyRequest, reply: FastifyReply, admission: Admission) => Promise<FastifyReply | undefined> {
  const held = new HeldBytes(limits);
  return async (request, reply, admission) => {
    const { body } = request;
    if (!(body instanceof Readable)) return undefined;
    if (Number(request.headers['content-length'] ?? 0) > WHOLE_BODY_BYTES_MAX) {
      endLate(request, limits.uploadWithinMs);
      const refusal = await admission();
      return refusal ? passOn(reply, body, refusal) : undefined;
    }
    const pieces: Buffer[] = [];
    let own = 0;
    const take = (piece: Buffer): 'too-large' | 'busy' | undefined => {
      if (own + piece.length > WHOLE_BODY_BYTES_MAX) return 'too-large';
      if (!held.take(request.ip, piece.length)) return 'busy';
      own += piece.length;
      pieces.push(piece);
      return undefined;
    };
    try {
      const outcome = await readAll(body, take, limits, admission);
      if (typeof outcome === 'object') {
        endLate(request, limits.wholeWithinMs);
        return passOn(reply, body, outcome);
      }
      if (outcome !== 'whole') return refuse(reply, outcome);
      request.body = Readable.from(pieces, { objectMode: false });
      return undefined;
    } finally {
      held.giveBack(request.ip, own);
    }
  };
}

/** What is held at this moment, in all and of each address. */
class HeldBytes {
  private all = 0;
  private readonly perAddress = new Map<string, number>();

  constructor(private readonly limits: BodyLimits) {}

  /** @returns whether there was room */
  take(address: string, bytes: number): boolean {
    const ofAddress = (this.perAddress.get(address) ?? 0) + bytes;
    if (ofAddress > this.limits.heldBytesPerAddressMax || this.all + bytes > this.limits.heldBytesMax) return false;
    this.perAddress.set(address, ofAddress);
    this.all += bytes;
    return true;
  }

  giveBack(address: string, bytes: number): void {
    const left = (this.perAddress.get(address) ?? 0) - bytes;
    if (left > 0) this.perAddress.set(address, left);
    else this.perAddress.delete(address);
    this.all -= bytes;
  }
}

type Fault = 'late' | 'broken' | 'too-large' | 'busy';
type Outcome = 'whole' | Fault | Refusal;

/**
 * Reads to the end, the deadline, the first piece that is not taken, or until the sender turns out to be a stranger. The stream itself
 * stays open: the reason still has to go out.
 */
function readAll(
  body: Readable,
  take: (piece: Buffer) => 'too-large' | 'busy' | undefined,
  { wholeWithinMs, unaskedMs }: BodyLimits,
  admission: Admission,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => done('late'), wholeWithinMs);
    const asking = setTimeout(() => void admission().then((refusal) => refusal && done(refusal)), unaskedMs);
    const onData = (piece: Buffer): void => {
      const refusal = take(piece);
      if (refusal) done(refusal);
    };
    const onEnd = (): void => done('whole');
    const onBreak = (): void => done('broken');
    const done = (outcome: Outcome): void => {
      clearTimeout(timer);
      clearTimeout(asking);
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

function refuse(reply: FastifyReply, fault: Fault): FastifyReply {
  const [status, type, title] = REFUSALS[fault];
  return problem(reply.header('connection', 'close'), status, type, title);
}

/**
 * The service's own words to a stranger. What they still send is let run past: who was cut off while sending would not read them, and could
 * not sign in anew.
 */
function passOn(reply: FastifyReply, body: Readable, { status, type, text }: Refusal): FastifyReply {
  body.resume();
  return reply.status(status).type(type).send(text);
}

/** Breaks off a body that takes too long: what it holds, of an upload the connection to the service, is freed. */
function endLate({ raw }: FastifyRequest, withinMs: number): void {
  const timer = setTimeout(() => raw.destroy(), withinMs);
  raw.once('close', () => clearTimeout(timer)).once('end', () => clearTimeout(timer));
}
