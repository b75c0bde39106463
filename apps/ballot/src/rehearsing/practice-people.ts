import { hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { drawSecret, makeTrusteeKey, publicCredential, readPrivateKey, type Arithmetic } from '@plenum/ballot-crypto';
import { type Ballot, type RehearsalPeople, holdersOf } from '@plenum/ballot-domain';

/** Credentials made at once: a part of a second, and no more than that is held. */
const TOGETHER = 500;

/** A scrutineer who does not exist, with the key that a device would hold. */
export interface PracticeScrutineer {
  readonly memberId: string;
  readonly publicKey: string;
  readonly privateKey: bigint;
}

/**
 * The people of one rehearsal. Their secrets live and die with it: they are written nowhere. What a voter's device would hold comes of one
 * seed, so that a large hall takes no more memory than a small one.
 */
export class PracticePeople {
  private readonly seed = randomBytes(32);

  private constructor(
    readonly cast: RehearsalPeople,
    readonly scrutineers: readonly PracticeScrutineer[],
    private readonly arithmetic: Arithmetic,
  ) {}

  /** As many voters as asked, and as many officers as the ballot has, or needs at least. */
  static forBallot(ballot: Ballot, id: string, voters: number, arithmetic: Arithmetic): PracticePeople {
    const keyHolders = Math.max(2, holdersOf(ballot, 'SCRUTINEER').length);
    const scrutineers = Array.from({ length: keyHolders }, () => {
      const { publicKey, privateKey } = makeTrusteeKey(arithmetic);
      return { memberId: randomUUID(), publicKey, privateKey: readPrivateKey(privateKey) };
    });
    const memberIds = Array.from({ length: voters }, () => randomUUID());
    const cast = {
      id,
      organisationId: randomUUID(),
      sessionId: randomUUID(),
      voters: memberIds,
      scrutineers: scrutineers.map(({ memberId }) => memberId),
      tellers: [randomUUID()],
    };
    return new PracticePeople(cast, scrutineers, arithmetic);
  }

  /** The secret of the n-th voter's device. @throws RangeError where there is no such voter */
  secretOf(n: number): bigint {
    if (this.cast.voters[n] === undefined) throw new RangeError(`the rehearsal has no voter ${n}`);
    return drawSecret((length) => new Uint8Array(hkdfSync('sha256', this.seed, '', `voter ${n}`, length)));
  }

  /** Everybody's credentials with whose they are, part by part. Real people are served in between. */
  async *registrations(): AsyncGenerator<{ readonly memberIds: readonly string[]; readonly credentials: readonly string[] }> {
    for (let from = 0; from < this.cast.voters.length; from += TOGETHER) {
      const memberIds = this.cast.voters.slice(from, from + TOGETHER);
      const credentials: string[] = [];
      for (const nth of memberIds.keys()) {
        credentials.push(publicCredential(this.arithmetic, this.secretOf(from + nth)));
        await setImmediate();
      }
      yield { memberIds, credentials };
    }
  }
}
