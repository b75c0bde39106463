import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Choice, type PictureKind, type Profile, profilesGoingOn } from '@plenum/ballot-domain';
import type { Queryable, Transaction } from '@plenum/database';

/** A picture as it was handed in, and what kind its bytes are of. */
export interface KeptPicture {
  readonly kind: PictureKind;
  readonly bytes: Buffer;
}

/** A list of people: which ballot has it, and who is on it. */
export interface Listed {
  readonly ballotId: string;
  readonly choices: readonly Choice[];
}

const OF_BALLOT = 'SELECT choice_id AS "choiceId", text, picture FROM candidate_profiles WHERE ballot_id = $1 ORDER BY choice_id';
const WRITE = `
    INSERT INTO candidate_profiles (ballot_id, choice_id, text, picture)
    VALUES ($1, $2, $3, $4)
    ON CONFLICT (ballot_id, choice_id)
    DO UPDATE SET text = EXCLUDED.text, picture = EXCLUDED.picture
  `;
const KEEP_PICTURE = 'INSERT INTO candidate_pictures (ballot_id, digest, kind, bytes) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING';
const COPY_PICTURES = `
    INSERT INTO candidate_pictures (ballot_id, digest, kind, bytes)
    SELECT $2, digest, kind, bytes
    FROM candidate_pictures
    WHERE ballot_id = $1 AND digest = ANY($3)
  `;
const DROP_UNSHOWN = `
    DELETE
    FROM candidate_pictures p
    WHERE ballot_id = $1 AND NOT EXISTS (SELECT 1 FROM candidate_profiles WHERE ballot_id = p.ballot_id AND picture = p.digest)
  `;

/** Profiles and pictures of candidates. Whatever changes them holds the lock of their ballot, and they are gone with it. */
@Injectable()
export class ProfilesRepository {
  async profilesOf(from: Queryable, ballotId: string): Promise<readonly Profile[]> {
    return await from.query<Profile>(OF_BALLOT, [ballotId]);
  }

  /** Whether anybody of the ballot handed anything in. */
  async hasAny(from: Queryable, ballotId: string): Promise<boolean> {
    return (await from.query<object>('SELECT 1 FROM candidate_profiles WHERE ballot_id = $1 LIMIT 1', [ballotId])).length > 0;
  }

  /** A picture of the ballot by its fingerprint; null where there is none. */
  async picture(from: Queryable, ballotId: string, digest: string): Promise<KeptPicture | null> {
    const [row] = await from.query<KeptPicture>('SELECT kind, bytes FROM candidate_pictures WHERE ballot_id = $1 AND digest = $2', [
      ballotId,
      digest,
    ]);
    return row ?? null;
  }

  async setText(tx: Transaction, ballotId: string, choiceId: string, text: string): Promise<void> {
    await this.write(tx, ballotId, { ...(await this.one(tx, ballotId, choiceId)), text });
  }

  async setPicture(tx: Transaction, ballotId: string, choiceId: string, { kind, bytes }: KeptPicture): Promise<void> {
    const digest = createHash('sha256').update(bytes).digest('hex');
    await tx.query(KEEP_PICTURE, [ballotId, digest, kind, bytes]);
    await this.write(tx, ballotId, { ...(await this.one(tx, ballotId, choiceId)), picture: digest });
    await tx.query(DROP_UNSHOWN, [ballotId]);
  }

  async removePicture(tx: Transaction, ballotId: string, choiceId: string): Promise<void> {
    await this.write(tx, ballotId, { ...(await this.one(tx, ballotId, choiceId)), picture: null });
    await tx.query(DROP_UNSHOWN, [ballotId]);
  }

  /** The list of a ballot becomes another: profiles of those who are no longer on it are forgotten. */
  async follow(tx: Transaction, { ballotId, choices }: Listed, after: readonly Choice[]): Promise<void> {
    const before = await this.profilesOf(tx, ballotId);
    if (before.length === 0) return;
    await tx.query('DELETE FROM candidate_profiles WHERE ballot_id = $1', [ballotId]);
    for (const profile of movedOn(before, choices, after)) await this.write(tx, ballotId, profile);
    await tx.query(DROP_UNSHOWN, [ballotId]);
  }

  /** A ballot that comes of another: whoever stands again is shown with what they handed in. */
  async carry(tx: Transaction, from: Listed, to: Listed): Promise<void> {
    const profiles = movedOn(await this.profilesOf(tx, from.ballotId), from.choices, to.choices);
    await tx.query(COPY_PICTURES, [from.ballotId, to.ballotId, profiles.flatMap(({ picture }) => picture ?? [])]);
    for (const profile of profiles) await this.write(tx, to.ballotId, profile);
  }

  private async one(tx: Transaction, ballotId: string, choiceId: string): Promise<Profile> {
    return (await this.profilesOf(tx, ballotId)).find((profile) => profile.choiceId === choiceId) ?? { choiceId, text: '', picture: null };
  }

  /** A profile with nothing in it is none. */
  private async write(tx: Transaction, ballotId: string, { choiceId, text, picture }: Profile): Promise<void> {
    if (text === '' && picture === null)
      await tx.query('DELETE FROM candidate_profiles WHERE ballot_id = $1 AND choice_id = $2', [ballotId, choiceId]);
    else await tx.query(WRITE, [ballotId, choiceId, text, picture]);
  }
}

function movedOn(profiles: readonly Profile[], before: readonly Choice[], after: readonly Choice[]): readonly Profile[] {
  return profilesGoingOn(before, after).flatMap(({ from, to }) =>
    profiles.filter(({ choiceId }) => choiceId === from).map((profile) => ({ ...profile, choiceId: to })),
  );
}
