/* eslint-disable @typescript-eslint/no-restricted-imports -- a gateway is no service of ours; `fetch` lets nobody look up a host */
import { request as ask, type IncomingMessage } from 'node:http';
import { request as askSafely } from 'node:https';
/* eslint-enable @typescript-eslint/no-restricted-imports */
import { Injectable } from '@nestjs/common';
import { Clock } from '@plenum/kernel';
import { NotifierConfig } from '../notifier.config.js';
import { NOT_PUBLIC, publicLookup } from '../push/public-host.js';
import { jsonOf, type OutsideAnswer } from '../ways/outside.js';
import type { Way, WayOutcome } from '../ways/way.js';
import { smsOutcome } from './sms-answers.js';
import { isGatewayUrl, numberFor, type SmsGateway, type SmsRequest, smsRequestOf } from './sms-gateway.js';

/** A text for one number. */
export interface Sms {
  readonly gateway: SmsGateway;
  /** E.164. */
  readonly to: string;
  readonly text: string;
  /** The same message sent again has the same: a gateway that knows of such ids sends it once. */
  readonly id: string;
}

const ANSWER_BYTES_MAX = 65_536;

/** Gives messages to the gateway of an organisation. */
@Injectable()
export class SmsWay implements Way<Sms> {
  constructor(
    private readonly clock: Clock,
    private readonly config: NotifierConfig,
  ) {}

  async post({ gateway, to, text, id }: Sms): Promise<WayOutcome> {
    // What whoever runs the house allowed once it may not allow any more.
    if (!isGatewayUrl(gateway.url, this.config.smsOwnOrigins)) return { outcome: 'refused', reason: 'address-refused' };
    const request = smsRequestOf(gateway, { mobile: numberFor(to, gateway.numbers), text, id, secret: gateway.secret ?? '' });
    try {
      return smsOutcome(await this.send(request), gateway.answers, this.clock.now());
    } catch (error) {
      const isInside = (error as NodeJS.ErrnoException).code === NOT_PUBLIC;
      return isInside ? { outcome: 'refused', reason: 'address-refused' } : { outcome: 'trouble', reason: 'unreachable' };
    }
  }

  /** Where it would be sent on to is not followed. */
  private send({ url, method, headers, body }: SmsRequest): Promise<OutsideAnswer> {
    const { smsOwnOrigins, answerWithinMs } = this.config;
    const { origin, protocol } = new URL(url);
    const options = { method, headers, signal: AbortSignal.timeout(answerWithinMs) };
    return new Promise((resolve, reject) => {
      const heard = (response: IncomingMessage) => {
        answerOf(response).then(resolve, reject);
      };
      const isOwn = smsOwnOrigins.includes(origin);
      const asking =
        protocol === 'http:' ? ask(url, options, heard) : askSafely(url, { ...options, ...(isOwn ? {} : { lookup: publicLookup }) }, heard);
      asking.on('error', reject).end(body ?? undefined);
    });
  }
}

/** What a gateway says at length is not read. */
async function answerOf(response: IncomingMessage): Promise<OutsideAnswer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    parts.push(part);
    bytes += part.length;
    if (bytes > ANSWER_BYTES_MAX) break;
  }
  const text = Buffer.concat(parts).subarray(0, ANSWER_BYTES_MAX).toString('utf8');
  return { status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] ?? null, body: jsonOf(text) };
}
