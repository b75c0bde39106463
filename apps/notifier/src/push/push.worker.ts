import { Injectable } from '@nestjs/common';
import { LetterOffice, type LetterOutcome, type LetterToSend, LetterWorker } from '../letters/letter.worker.js';
import { NotifierConfig } from '../notifier.config.js';
import type { WayOutcome } from '../ways/way.js';
import { DevicePosts } from './device-posts.js';
import { PushDevicesRepository } from './push-devices.repository.js';
import { PushKeys } from './push-keys.js';
import { pushTextOf } from './push-text.js';

const LETTERS_MAX = 10;
// A day at a quarter of an hour: what is older is found in the inbox.
const RETRIES = { firstMs: 15_000, atMostMs: 900_000, triesMax: 100 };

/** Pushes what is due to the devices of its reader. */
@Injectable()
export class PushWorker extends LetterWorker {
  constructor(
    office: LetterOffice,
    private readonly keys: PushKeys,
    private readonly devices: PushDevicesRepository,
    private readonly posts: DevicePosts,
    private readonly config: NotifierConfig,
  ) {
    super('Push', office, { way: 'push', lettersMax: LETTERS_MAX, retries: RETRIES });
  }

  /** One device that shows it is enough: what comes late to another would be told twice to who has read it. */
  protected async send({ letterId, reader, notices }: LetterToSend): Promise<LetterOutcome> {
    if (this.keys.identity === null) return { outcome: 'unreachable', reason: 'way-off' };
    const devices = await this.devices.of(reader.memberId);
    const text = pushTextOf(notices, reader.locale, letterId, this.config);
    return outcomeOfAll(await Promise.all(devices.map((device) => this.posts.post(device, text))));
  }
}

/** Sent where any of them took it, to be tried again where any may yet; nobody is reached where all devices are gone. */
export function outcomeOfAll(outcomes: readonly WayOutcome[]): LetterOutcome {
  const found = (['sent', 'trouble'] as const).map((each) => outcomes.find(({ outcome }) => outcome === each)).find(Boolean);
  const refused = outcomes.find((each) => each.outcome === 'refused' && each.reason !== 'device-gone');
  return found ?? refused ?? { outcome: 'unreachable', reason: 'no-device' };
}
