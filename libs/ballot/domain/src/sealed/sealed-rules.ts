import { MalformedError } from '@plenum/kernel';
import type { Ballot } from '../ballot/ballot.js';
import type { Rule } from '../ballot/rule.js';
import { electionRulesOf } from '../ballot/rules.js';
import { scrutineer } from '../ballot/standing.js';
import { hasSealed } from '../ballot/words.js';

/** A scrutineer's device gives its public key, as soon as officers are named. */
export const OFFER_KEY: Rule = { action: 'offer-key', who: scrutineer, from: ['RULES_ADOPTED', 'NOMINATION', 'ROLL_FROZEN'], channel: hasSealed };

/** A scrutineer's device gives its share of the closed and added up papers. */
export const ADD_SHARE: Rule = { action: 'add-share', who: scrutineer, from: ['CLOSED'], channel: hasSealed };

/** Questions that an archive takes; one for each matter. */
const MATTERS_MAX = 100;

type Drafted = Pick<Ballot, 'kind' | 'round' | 'rules' | 'channel' | 'choices'>;

/**
 * Whether what is drafted can be voted on by sealed papers. `rules.revote` is theirs alone. Write-ins are not possible,
 * nor is a mark against a candidate.
 * @throws MalformedError with the faulty field
 */
export function assertSealable(drafted: Drafted): void {
  const { rules, channel, kind, choices } = drafted;
  const revote = rules['revote'];
  if (!hasSealed(channel)) return revote === undefined ? undefined : refuse('rules.revote', 'not-on-this-channel');
  if (revote !== undefined && typeof revote !== 'boolean') refuse('rules.revote', 'not-a-flag');
  if (kind !== 'resolution' && kind !== 'election') refuse('channel', 'not-for-this-kind');
  if (kind === 'resolution' && choices.length > MATTERS_MAX) refuse('items', 'too-many');
  const election = electionRulesOf(drafted);
  if (election && election.writeIns !== 'none') refuse('rules.writeIns', 'not-on-this-channel');
  if (election?.tie === 'fewer-against') refuse('rules.tie', 'not-on-this-channel');
}

/** Whether a voter may cast again until the closing, the last paper counting. */
export const mayRevote = ({ rules }: Pick<Ballot, 'rules'>): boolean => rules['revote'] === true;

function refuse(field: string, reason: string): never {
  throw new MalformedError([{ field, reason }]);
}
