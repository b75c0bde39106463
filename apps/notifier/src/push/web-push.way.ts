/* eslint-disable @typescript-eslint/no-restricted-imports -- a push service is no service of ours; `fetch` lets nobody look up a host */
import { request as ask, type IncomingMessage } from 'node:http';
import { request as askSafely } from 'node:https';
/* eslint-enable @typescript-eslint/no-restricted-imports */
import { Injectable } from '@nestjs/common';
import { Clock } from '@plenum/kernel';
import webPush from 'web-push';
import { NotifierConfig } from '../notifier.config.js';
import { placeOf } from '../ways/outside.js';
import { pauseAsked } from '../ways/pause-asked.js';
import type { Way, WayOutcome } from '../ways/way.js';
import { publicLookup } from './public-host.js';
import { type PushIdentity, PushKeys } from './push-keys.js';
import type { PushText } from './push-text.js';

/** Where a device is reached, and how what it is sent is enciphered for it alone (RFC 8291). */
export interface PushAddress {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

/** Something for one device. */
export interface Push {
  readonly to: PushAddress;
  readonly text: PushText;
}

const KEPT_FOR_S = 86_400; // A device that is off for longer finds it in the inbox.
const TOO_FREQUENT_MS = 60_000;
const TOPIC_MAX = 32; // RFC 8030, 5.4.

/** Gives pushes to the services of the browsers' makers (RFC 8030), enciphered for the device. */
@Injectable()
export class WebPushWay implements Way<Push> {
  constructor(
    private readonly keys: PushKeys,
    private readonly clock: Clock,
    private readonly config: NotifierConfig,
  ) {}

  async post({ to, text }: Push): Promise<WayOutcome> {
    const { identity } = this.keys;
    if (identity === null) return { outcome: 'refused', reason: 'way-off' };
    const enciphered = encipher(to, text, identity);
    if (enciphered === null) return { outcome: 'refused', reason: 'not-taken' };
    try {
      return outcomeOf(await this.send(enciphered), this.clock.now());
    } catch {
      return { outcome: 'trouble', reason: 'unreachable' };
    }
  }

  private send({ endpoint, headers, body }: EncipheredPush): Promise<PushAnswer> {
    const { pushTrialOrigin, answerWithinMs } = this.config;
    const options = { method: 'POST', headers, signal: AbortSignal.timeout(answerWithinMs) };
    return new Promise((resolve, reject) => {
      const heard = (response: IncomingMessage) => {
        resolve({ status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] ?? null });
        response.destroy(); // What somebody's address says at length is not read.
      };
      const asking =
        pushTrialOrigin === undefined
          ? askSafely(endpoint, { ...options, lookup: publicLookup }, heard)
          : ask(placeOf(endpoint, pushTrialOrigin), options, heard);
      asking.on('error', reject).end(body);
    });
  }
}

type EncipheredPush = ReturnType<typeof webPush.generateRequestDetails> & { readonly body: Buffer };

/** Null where the device's key is none. */
function encipher({ endpoint, p256dh, auth }: PushAddress, text: PushText, identity: PushIdentity): EncipheredPush | null {
  try {
    return webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, JSON.stringify(text), {
      vapidDetails: identity,
      TTL: KEPT_FOR_S,
      urgency: 'normal',
      topic: text.tag.replaceAll('-', '').slice(0, TOPIC_MAX),
    }) as EncipheredPush;
  } catch {
    return null;
  }
}

interface PushAnswer {
  readonly status: number;
  readonly retryAfter: string | null;
}

/** What became of a push, by the status of its service (RFC 8030, 5 and 8; RFC 8292, 4.2). */
export function outcomeOf({ status, retryAfter }: PushAnswer, now: Date): WayOutcome {
  const pauseMs = pauseAsked(retryAfter, now);
  if (status >= 200 && status < 300) return { outcome: 'sent' };
  if (status === 404 || status === 410) return { outcome: 'refused', reason: 'device-gone' };
  if (status === 429) return { outcome: 'trouble', reason: 'too-frequent', pauseMs: pauseMs ?? TOO_FREQUENT_MS };
  if (status >= 500) return { outcome: 'trouble', reason: 'provider-busy', ...(pauseMs === undefined ? {} : { pauseMs }) };
  return { outcome: 'refused', reason: status === 401 || status === 403 ? 'key-refused' : 'not-taken' };
}
