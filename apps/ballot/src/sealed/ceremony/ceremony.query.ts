import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { certificatesFingerprint, shortHash } from '@plenum/ballot-crypto';
import { type Ballot, BallotErrors, CEREMONY_ROUNDS, hasSealed, isOfficer, OFFER_KEY } from '@plenum/ballot-domain';
import { Database } from '@plenum/database';
import type { Actor } from '@plenum/service-kit';
import { BallotRepository } from '../../storage/ballot.repository.js';
import { CeremonyRepository } from '../../storage/sealed/ceremony.repository.js';
import { TrusteeKeysRepository } from '../../storage/sealed/trustee-keys.repository.js';
import type { CeremonyAnswer, OwnCeremonyAnswer } from './ceremony.responses.js';
import { KeyMaking } from './key-making.js';

/** How far the making of the keys is, and the fingerprints to read aloud: for everybody of the organisation. */
export class Ceremony extends Query<CeremonyAnswer> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
  ) {
    super();
  }
}

@QueryHandler(Ceremony)
export class CeremonyHandler implements IQueryHandler<Ceremony> {
  constructor(
    private readonly ballots: BallotRepository,
    private readonly ceremonies: CeremonyRepository,
    private readonly keys: TrusteeKeysRepository,
    private readonly making: KeyMaking,
    private readonly database: Database,
  ) {}

  /** @throws `ballot.not-found`, `ballot.wrong-channel` */
  async execute({ actor, ballotId }: Ceremony): Promise<CeremonyAnswer> {
    const ballot = sealedOnly(await this.ballots.find(this.database, ballotId, actor.organisationId));
    const { trustees, missing } = await this.making.keysOf(this.database, ballot);
    const ceremony = await this.ceremonies.ceremonyOf(this.database, ballot);
    const {
      thresholdTrustees: { scheme, needed, memberIds },
    } = ceremony;
    const certificates = ceremony.whole('certificate');
    const isThreshold = scheme === 'threshold';
    const offered = isThreshold
      ? new Set<string>()
      : new Set((await this.keys.keysOf(this.database, ballot)).keys.flatMap(({ memberId, publicKey }) => (publicKey ? [memberId] : [])));
    const given = (memberId: string) =>
      isThreshold
        ? CEREMONY_ROUNDS.filter((round) => ceremony.saidBy(memberId, round) !== null)
        : offered.has(memberId)
          ? ['key' as const]
          : [];
    return {
      scheme,
      sharesNeeded: needed,
      seats: memberIds.map((memberId, nth) => ({ seat: nth + 1, memberId, given: [...given(memberId)] })),
      openRound: isThreshold ? ceremony.openRound : trustees ? null : 'key',
      missing: [...missing],
      certificates: isThreshold && certificates ? [...certificates] : null,
      certificatesFingerprint: isThreshold && certificates ? certificatesFingerprint(certificates) : null,
      trusteesFingerprint: trustees && shortHash(trustees),
    };
  }
}

/** What the ceremony holds for the actor's own device. */
export class OwnCeremony extends Query<OwnCeremonyAnswer> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
  ) {
    super();
  }
}

@QueryHandler(OwnCeremony)
export class OwnCeremonyHandler implements IQueryHandler<OwnCeremony> {
  constructor(
    private readonly ballots: BallotRepository,
    private readonly ceremonies: CeremonyRepository,
    private readonly making: KeyMaking,
    private readonly database: Database,
  ) {}

  /**
   * At any time: the device needs what it sealed for itself again when the sums are opened. @throws `ballot.not-found`,
   * `ballot.wrong-channel`, `ballot.not-a-scrutineer`, `ballot.wrong-ceremony`
   */
  async execute({ actor: { memberId, organisationId }, ballotId }: OwnCeremony): Promise<OwnCeremonyAnswer> {
    const ballot = sealedOnly(await this.ballots.find(this.database, ballotId, organisationId));
    if (!isOfficer(ballot, { memberId }, 'SCRUTINEER')) throw BallotErrors.notAScrutineer();
    const ceremony = await this.ceremonies.ceremonyOf(this.database, ballot);
    const {
      thresholdTrustees: { scheme, needed, memberIds },
    } = ceremony;
    if (scheme !== 'threshold') throw BallotErrors.wrongCeremony(scheme);
    const said = (round: 'certificate' | 'polynomial' | 'output') => ceremony.saidBy(memberId, round);
    return {
      seat: ceremony.seatOf(memberId),
      size: memberIds.length,
      sharesNeeded: needed,
      certificate: said('certificate'),
      polynomial: said('polynomial'),
      input: this.making.inputOf(ceremony, memberId),
      output: said('output'),
    };
  }
}

function sealedOnly(ballot: Ballot): Ballot {
  if (!hasSealed(ballot.channel)) throw BallotErrors.wrongChannel(OFFER_KEY.action, ballot.channel);
  return ballot;
}
