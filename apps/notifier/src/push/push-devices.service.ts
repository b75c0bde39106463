import { createECDH } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PushTrouble } from '@plenum/contracts';
import { Database } from '@plenum/database';
import { Clock, DomainError, MalformedError } from '@plenum/kernel';
import type { Actor } from '@plenum/service-kit';
import { later } from '../ways/way.js';
import { WishesOfPeople } from '../ways/wishes.repository.js';
import { DevicePosts } from './device-posts.js';
import { PushDevicesRepository } from './push-devices.repository.js';
import { isPushEndpoint } from './push-endpoint.js';
import { PushKeys } from './push-keys.js';
import { pushTrialOf } from './push-text.js';
import type { PushResponse, PushTrialResponse } from './push.responses.js';
import type { PushAddress } from './web-push.way.js';

const DEVICES_MAX = 10;
const BETWEEN_TRIALS_MS = 10_000;

/** On which devices people want to be told. */
@Injectable()
export class PushDevices {
  constructor(
    private readonly database: Database,
    private readonly devices: PushDevicesRepository,
    private readonly keys: PushKeys,
    private readonly posts: DevicePosts,
    private readonly people: WishesOfPeople,
    private readonly clock: Clock,
  ) {}

  async of({ memberId }: Actor, signInId: string): Promise<PushResponse> {
    const devices = await this.devices.of(memberId);
    return {
      publicKey: this.keys.identity?.publicKey ?? null,
      devices: devices.map(({ id, createdAt, lastReachedAt, trouble, ...device }) => ({
        id,
        isThis: device.signInId === signInId,
        createdAt: createdAt.toISOString(),
        lastReachedAt: lastReachedAt?.toISOString() ?? null,
        trouble,
      })),
      devicesMax: DEVICES_MAX,
    };
  }

  /**
   * Keeps the device of a sign-in; what that had before, and whoever was told on this browser before, is told there no more.
   * @throws `malformed` where the address is none of a push service or the key is none, `notifier.push-off`, `notifier.too-many-devices`,
   *   `notifier.device-of-another`
   */
  async set({ organisationId, memberId }: Actor, signInId: string, { endpoint, p256dh, auth }: PushAddress): Promise<void> {
    if (this.keys.identity === null) throw new DomainError('notifier.push-off', 'conflict');
    if (!isPushEndpoint(endpoint)) throw new MalformedError([{ field: 'endpoint', reason: 'no-push-service' }]);
    if (!isPoint(p256dh)) throw new MalformedError([{ field: 'p256dh', reason: 'no-key' }]);
    const device = { organisationId, memberId, signInId, endpoint, p256dh, auth };
    await this.database.transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`push ${memberId}`]);
      await this.devices.makeRoom(tx, device);
      if ((await this.devices.of(memberId, tx)).length >= DEVICES_MAX)
        throw new DomainError('notifier.too-many-devices', 'conflict', { max: DEVICES_MAX });
      if (!(await this.devices.add(tx, device, this.clock.now()))) throw new DomainError('notifier.device-of-another', 'conflict');
    });
  }

  /** @throws `notifier.not-found` where it is none of one's own */
  async remove({ memberId }: Actor, id: string): Promise<void> {
    if (!(await this.devices.remove(memberId, id))) throw new DomainError('notifier.not-found', 'not-found');
  }

  /** @throws `notifier.not-found` where one is told on no device of this sign-in, `notifier.tested-just-now` */
  async try({ memberId }: Actor, signInId: string): Promise<PushTrialResponse> {
    const device = (await this.devices.of(memberId)).find((each) => each.signInId === signInId);
    if (!device) throw new DomainError('notifier.not-found', 'not-found');
    const now = this.clock.now();
    if (!(await this.devices.trying(device.id, now, later(now, -BETWEEN_TRIALS_MS))))
      throw new DomainError('notifier.tested-just-now', 'conflict', { seconds: BETWEEN_TRIALS_MS / 1_000 });
    const { locale } = (await this.people.of(this.database, [memberId]))(memberId);
    const became = await this.posts.post(device, pushTrialOf(device.id, locale));
    return { trouble: became.outcome === 'sent' ? null : (became.reason as PushTrouble) };
  }
}

/** Whether it is a point on P-256: nothing can be enciphered for what is none. */
function isPoint(p256dh: string): boolean {
  const bytes = Buffer.from(p256dh, 'base64url');
  if (bytes.length !== 65 || bytes[0] !== 4) return false;
  const own = createECDH('prime256v1');
  own.generateKeys();
  try {
    own.computeSecret(bytes);
    return true;
  } catch {
    return false;
  }
}
