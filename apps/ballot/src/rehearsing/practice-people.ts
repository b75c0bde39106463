import { randomUUID } from 'node:crypto';
import { drawSecret, makeTrusteeKey, publicCredential, readPrivateKey, type Arithmetic } from '@plenum/ballot-crypto';
import { setImmediate } from 'node:timers/promises';
import { type Ballot, type Cast, holdersOf } from '@plenum/ballot-domain';

/** A voter who does not exist, with the secret that a device would hold. */
export interface PracticeVoter {
  readonly memberId: string;
  readonly secret: bigint;
  readonly credential: string;
}

/** A scrutineer who does not exist, with the key that a device would hold. */
export interface PracticeScrutineer {
  readonly memberId: string;
  readonly publicKey: string;
  readonly privateKey: bigint;
}

/** The people of one rehearsal. Their secrets live and die with it: they are written nowhere. */
export class PracticePeople {
  private constructor(
    readonly cast: Cast,
    readonly voters: readonly PracticeVoter[],
    readonly scrutineers: readonly PracticeScrutineer[],
  ) {}

  /** As many voters as asked, and as many officers as the ballot has, or needs at least. */
  static async of(ballot: Ballot, id: string, voters: number, arithmetic: Arithmetic): Promise<PracticePeople> {
    const keyHolders = Math.max(2, holdersOf(ballot, 'SCRUTINEER').length);
    const scrutineers = Array.from({ length: keyHolders }, () => {
      const { publicKey, privateKey } = makeTrusteeKey(arithmetic);
      return { memberId: randomUUID(), publicKey, privateKey: readPrivateKey(privateKey) };
    });
    const made: PracticeVoter[] = [];
    for (let n = 0; n < voters; n += 1) {
      const secret = drawSecret();
      made.push({ memberId: randomUUID(), secret, credential: publicCredential(arithmetic, secret) });
      await setImmediate(); // Between two powers real people are served.
    }
    const cast = { id, organisationId: randomUUID(), sessionId: randomUUID(), voters: made.map(({ memberId }) => memberId), scrutineers: scrutineers.map(({ memberId }) => memberId), tellers: [randomUUID()] };
    return new PracticePeople(cast, made, scrutineers);
  }
}
