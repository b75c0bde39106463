import type { BallotRow } from '../../api/shapes.js';
import type { Preset, SecondStage } from './seats-requests.js';

/** What an organiser fills in for the election of officers. */
export interface SecondStageFields {
  readonly title: string;
  readonly channel: BallotRow['channel'];
  readonly electorate: SecondStage['electorate'];
  readonly preset: Preset['id'];
  readonly seats: number;
  /** Members whom the result knows by name alone, by the id that they have there. */
  readonly identities: Readonly<Record<string, readonly string[] | undefined>>;
}

/** The request for it: all of the elected stand, so nobody is nominated, whatever the preset has for other elections. */
export function stageOf({ title, channel, electorate, preset, seats, identities }: SecondStageFields): SecondStage {
  const known = Object.entries(identities).flatMap(([id, chosen]) => (chosen?.[0] === undefined ? [] : [{ id, memberId: chosen[0] }]));
  return {
    title: title.trim(),
    channel,
    electorate,
    preset,
    rules: { seats, procedure: { nomination: null } },
    ...(known.length > 0 ? { identities: known } : {}),
  };
}
