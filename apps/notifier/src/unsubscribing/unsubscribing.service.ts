import { Injectable } from '@nestjs/common';
import type { KindOnWay, NoticeKind } from '@plenum/contracts';
import { Database } from '@plenum/database';
import { DomainError } from '@plenum/kernel';
import { type Unsubscription, UnsubscribeTokens } from '../letters/unsubscribe-tokens.js';
import { USUAL_WISHES, WishesOfPeople } from '../ways/wishes.repository.js';
import type { UnsubscriptionResponse } from './unsubscribing.responses.js';

// Everything else stays as it was chosen; whoever has the page open there is told that it has changed.
const MUTE = `
  INSERT INTO preferences (member_id, locale, muted) VALUES ($1, $2, $3)
  ON CONFLICT (member_id) DO UPDATE
    SET muted = ARRAY(SELECT DISTINCT unnest(preferences.muted || $4::text[])), version = preferences.version + 1
    WHERE NOT preferences.muted @> $4
`;

/** Ends mails of some kinds for whoever holds the token of such a mail. */
@Injectable()
export class Unsubscribing {
  constructor(
    private readonly database: Database,
    private readonly tokens: UnsubscribeTokens,
    private readonly people: WishesOfPeople,
  ) {}

  /** What a token would end. @throws `notifier.unsubscribe-link-broken` */
  async preview(token: string): Promise<UnsubscriptionResponse> {
    const { memberId, kinds } = this.read(token);
    const { wishes } = (await this.people.of(this.database, [memberId]))(memberId);
    return { kinds: [...kinds], isDone: onMail(kinds).every((one) => wishes.muted.includes(one)) };
  }

  /** Ends it, once however often it is asked. @throws as {@link preview} */
  async end(token: string): Promise<UnsubscriptionResponse> {
    const { memberId, kinds } = this.read(token);
    const ended = onMail(kinds);
    const { locale } = (await this.people.of(this.database, [memberId]))(memberId);
    await this.database.query(MUTE, [memberId, locale, [...USUAL_WISHES.muted, ...ended], ended]);
    return { kinds: [...kinds], isDone: true };
  }

  private read(token: string): Unsubscription {
    const read = this.tokens.read(token);
    if (!read) throw new DomainError('notifier.unsubscribe-link-broken', 'not-found');
    return read;
  }
}

const onMail = (kinds: readonly NoticeKind[]): readonly KindOnWay[] => kinds.map((kind) => `${kind}:mail` as const);
