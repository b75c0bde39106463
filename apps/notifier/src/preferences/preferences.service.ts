import { Injectable } from '@nestjs/common';
import type { KindOnWay, Locale } from '@plenum/contracts';
import { Database } from '@plenum/database';
import { DomainError, MalformedError } from '@plenum/kernel';
import type { Actor } from '@plenum/service-kit';
import { NotifierConfig } from '../notifier.config.js';
import type { Wishes } from '../ways/dispatch.js';
import type { QuietHours } from '../ways/quiet-hours.js';
import { WishesOfPeople } from '../ways/wishes.repository.js';
import type { PreferencesRequest } from './preferences.requests.js';
import type { PreferencesResponse } from './preferences.responses.js';

const MINUTES_PER_HOUR = 60;

// Whoever begins on version 0 makes the row; whoever finds that another tab has made it, or changed it, is refused.
const KEEP = `
  INSERT INTO preferences (member_id, locale, muted, quiet_from, quiet_to, digest, digest_hour, digest_day, version)
  SELECT $1, $2, $3, $4, $5, $6, $7, $8, 1 WHERE $9 = 0 OR EXISTS (SELECT FROM preferences WHERE member_id = $1)
  ON CONFLICT (member_id) DO UPDATE
    SET locale = excluded.locale, muted = excluded.muted, quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to,
        digest = excluded.digest, digest_hour = excluded.digest_hour, digest_day = excluded.digest_day, version = preferences.version + 1
    WHERE preferences.version = $9
  RETURNING version
`;

/** How people want to be told. */
@Injectable()
export class PreferencesService {
  constructor(
    private readonly database: Database,
    private readonly people: WishesOfPeople,
    private readonly config: NotifierConfig,
  ) {}

  async preferencesOf({ memberId }: Actor): Promise<PreferencesResponse> {
    const { wishes, reach, locale, version } = (await this.people.of(this.database, [memberId]))(memberId);
    const { muted, quiet, digest, digestHour, digestDay } = wishes;
    return {
      locale,
      ways: [...reach.ways],
      hasAddress: reach.hasAddress,
      muted: [...muted],
      quietFrom: quiet && timeOf(quiet.from),
      quietTo: quiet && timeOf(quiet.to),
      digest,
      digestHour,
      digestDay,
      timeZone: this.config.timeZone,
      version,
    };
  }

  /**
   * Holds from the next notice on.
   *
   * @throws `malformed` where quiet hours have one end only, or none; `notifier.outdated` where it is another version than was read
   */
  async keep(actor: Actor, { version, locale, ...wanted }: PreferencesRequest): Promise<PreferencesResponse> {
    const { muted, quiet, digest, digestHour, digestDay } = wishesOf(wanted);
    const given: readonly [Locale, ...unknown[]] = [locale, muted, quiet?.from ?? null, quiet?.to ?? null, digest, digestHour, digestDay];
    const kept = await this.database.query(KEEP, [actor.memberId, ...given, version]);
    if (kept.length === 0) throw new DomainError('notifier.outdated', 'conflict');
    return this.preferencesOf(actor);
  }
}

const wishesOf = ({ muted, quietFrom, quietTo, ...gathering }: Omit<PreferencesRequest, 'version' | 'locale'>): Wishes => ({
  ...gathering,
  muted: muted as KindOnWay[],
  quiet: quietHours(quietFrom ?? null, quietTo ?? null),
});

function quietHours(from: string | null, to: string | null): QuietHours | null {
  if (from === null && to === null) return null;
  if (from === null || to === null) throw new MalformedError([{ field: from === null ? 'quietFrom' : 'quietTo', reason: 'missing' }]);
  if (from === to) throw new MalformedError([{ field: 'quietTo', reason: 'same-as-from' }]);
  return { from: minutesOf(from), to: minutesOf(to) };
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * MINUTES_PER_HOUR + Number(time.slice(3));
const timeOf = (minutes: number): string => [Math.floor(minutes / MINUTES_PER_HOUR), minutes % MINUTES_PER_HOUR].map(padded).join(':');
const padded = (part: number): string => String(part).padStart(2, '0');
