import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '@plenum/kernel';
import { NotifierConfig } from '../notifier.config.js';
import { askOutside, type OutsideAnswer, placeOf } from '../ways/outside.js';
import type { Way, WayOutcome } from '../ways/way.js';
import { messageOutcome, tokenIn } from './message-answers.js';
import { type AppMessage, type AppRequest, isMessageId, type MessageApp, messageRequestOf, tokenRequestOf } from './message-apps.js';

const MARGIN_MS = 300_000; // A token is given up that long before it ends.

interface KeptToken {
  readonly token: string;
  readonly goodUntil: number;
}

/** Sends messages to people by the app of their organisation. Tokens are kept in memory alone. */
@Injectable()
export class AppMessages implements Way<AppMessage> {
  private readonly tokens = new Map<string, KeptToken>();
  private readonly asking = new Map<string, Promise<KeptToken | WayOutcome>>();

  constructor(
    private readonly clock: Clock,
    private readonly config: NotifierConfig,
  ) {}

  /** With a token that has ended before its time it is tried once more with another. */
  async post(message: AppMessage): Promise<WayOutcome> {
    if (!isMessageId(message.to)) return { outcome: 'refused', reason: 'no-address' };
    try {
      const first = await this.tokenOf(message.app);
      if ('outcome' in first) return first;
      const became = await this.send(message, first);
      if (became !== 'token-over') return became;
      this.forget(message.app, first);
      const second = await this.tokenOf(message.app);
      if ('outcome' in second) return second;
      const again = await this.send(message, second);
      return again === 'token-over' ? { outcome: 'trouble', reason: 'provider-busy' } : again;
    } catch {
      return { outcome: 'trouble', reason: 'unreachable' };
    }
  }

  private async send(message: AppMessage, { token }: KeptToken): Promise<WayOutcome | 'token-over'> {
    return messageOutcome(message.app.provider, await this.ask(messageRequestOf(message, token)), this.clock.now());
  }

  /** One that is kept, or one that is asked for, once for all who wait for it. */
  private async tokenOf(app: MessageApp): Promise<KeptToken | WayOutcome> {
    const key = keyOf(app);
    const kept = this.tokens.get(key);
    if (kept && kept.goodUntil > this.clock.now().getTime()) return kept;
    const asking = this.asking.get(key) ?? this.newToken(app, key).finally(() => this.asking.delete(key));
    this.asking.set(key, asking);
    return asking;
  }

  private async newToken(app: MessageApp, key: string): Promise<KeptToken | WayOutcome> {
    const given = tokenIn(app.provider, await this.ask(tokenRequestOf(app)), this.clock.now());
    if ('outcome' in given) return given;
    const kept = { token: given.token, goodUntil: this.clock.now().getTime() + Math.max(given.lifeMs - MARGIN_MS, 0) };
    for (const [other, { goodUntil }] of this.tokens) if (goodUntil <= this.clock.now().getTime()) this.tokens.delete(other);
    this.tokens.set(key, kept);
    return kept;
  }

  /** Unless somebody else has another by now. */
  private forget(app: MessageApp, token: KeptToken): void {
    if (this.tokens.get(keyOf(app)) === token) this.tokens.delete(keyOf(app));
  }

  private ask({ url, ...request }: AppRequest): Promise<OutsideAnswer> {
    return askOutside(placeOf(url, this.config.robotTrialOrigin), request, this.config.answerWithinMs);
  }
}

/** An app whose secret is changed is another. */
const keyOf = ({ provider, appId, secret }: MessageApp): string =>
  createHash('sha256').update([provider, appId, secret].join('\n')).digest('base64');
