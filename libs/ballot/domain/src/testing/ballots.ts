import { WorkingCalendar } from '@plenum/calendar';
import { MORE_THAN_HALF, TWO_THIRDS } from '../counting/fractions.js';
import type { Json } from '../json.js';
import { Entries } from '../paper-entry/entries.js';
import type { Ruling } from '../paper-entry/rulings.js';
import type { Sheet } from '../paper-entry/sheets.js';
import type { NameMatch } from '../paper-entry/written-names.js';
import type { Authority } from '../policy/authority.js';
import { adopt, type Draft, draft } from '../preparing/drafting.js';
import { type AdoptedOfficers, nameOfficers } from '../preparing/officers.js';
import type { Ballot, Change } from '../record/ballot.js';
import type { Choice } from '../record/candidates.js';
import type { DoubtReason, HandCount, Verdict } from '../record/count.js';
import type { AdoptedElectionRules, Scale } from '../rules/adopted-rules.js';
import type { StatedProcedure } from '../rules/procedure.js';
import { readRules } from '../rules/rules.js';
import type { Channel, Electorate, VotedKind } from '../rules/vocabulary.js';
import { close } from '../voting/closing.js';
import { freezeRoll, open } from '../voting/opening.js';

export const ELECTION_ID = 'aaaaaaaaaaaaaa';
/** The instant at which everything in a spec happens. */
export const NOON = new Date('2026-03-02T04:00:00.000Z');

/** The public calendar in Shanghai. */
export const CALENDAR = new WorkingCalendar();

export const ORGANISER: Authority = { memberId: 'organiser', organises: true };
export const DELEGATE: Authority = { memberId: 'delegate', organises: false };
export const by = (memberId: string): Authority => ({ memberId, organises: false });

export const OFFICERS: AdoptedOfficers = { scrutineers: ['s1', 's2'], chiefScrutineer: 's1', tellers: ['t1', 't2'], chiefTeller: 't1' };
export const KNOWN = new Set(['s1', 's2', 't1', 't2', 't3', 'm1']);

export const RESOLUTION_RULES: Json = {
  quorum: TWO_THIRDS,
  returnedLimit: 'issued',
  pass: { ...MORE_THAN_HALF, base: 'roll' },
  bundle: 'each',
};
/** One seat, two candidates at least. */
export const ELECTION_RULES: Json = {
  quorum: TWO_THIRDS,
  returnedLimit: 'issued',
  seats: 1,
  surplus: { rate: { num: 5, den: 100 }, min: 1 },
  elect: { ...MORE_THAN_HALF, base: 'roll' },
  tie: 'runoff',
  shortage: 'vacant',
  writeIns: 'free',
};

export const SCALE: Scale = {
  grades: ['excellent', 'competent', 'basically', 'not'],
  rates: { competentRate: ['excellent', 'competent'] },
};

/** What each kind votes on unless said otherwise. */
const RULES: Record<VotedKind, Json> = { resolution: RESOLUTION_RULES, election: ELECTION_RULES, appraisal: {}, poll: {} };
const CHOICES: Record<VotedKind, () => readonly Choice[]> = {
  resolution: () => [choice('plan')],
  election: () => [choice('c1', 'm1'), choice('c2')],
  appraisal: () => [choice('l1', 'm1'), choice('l2')],
  poll: () => [choice('a'), choice('b'), choice('c')],
};

export const choice = (id: string, memberId: string | null = null): Choice => ({ id, label: `Choice ${id}`, memberId });

/** A vote as an organiser sends it: its rules are not read yet. */
export type SentDraft = Omit<Draft, 'kind' | 'rules'> & { readonly kind: VotedKind; readonly rules: Json };

/** The draft of it, with the rules as they are read. */
export const draftFrom = ({ kind, rules, ...parts }: SentDraft, by: Authority = ORGANISER): Change =>
  draft({ ...parts, ...readRules({ kind, round: parts.round }, rules) }, by, NOON);

/** The ballot under rules that run it otherwise. */
export const withProcedure = (ballot: Ballot, procedure: StatedProcedure): Ballot => ({
  ...ballot,
  ...readRules(ballot, { ...ballot.rules, procedure }),
});

/** The rules of a first round, as they are read. */
export const electionRules = (sent: Json): AdoptedElectionRules => readRules({ kind: 'election', round: 'first' }, sent).rules;

export interface BallotOverrides {
  readonly kind?: VotedKind;
  readonly channel?: Channel;
  readonly electorate?: Electorate;
  readonly rules?: Json;
  readonly choices?: readonly Choice[];
  readonly roll?: number;
  readonly present?: number;
  readonly returned?: number | null;
  readonly voters?: number | null;
}

/** A ballot of six voters, brought to a state by the behaviours themselves; by hands on one plan unless said otherwise. */
export class BallotBuilder {
  constructor(private readonly given: BallotOverrides = {}) {}

  get drafted(): Ballot {
    const { kind = 'resolution', channel = 'hands' } = this.given;
    const { rules = RULES[kind], choices = CHOICES[kind](), electorate = 'delegates' } = this.given;
    const fresh = { id: 'ballot', organisationId: 'organisation', sessionId: 'session', title: 'The plan', round: 'first' as const };
    const scale = kind === 'appraisal' ? SCALE : null;
    return draftFrom({ ...fresh, kind, channel, electorate, rules, choices, scale }).ballot;
  }

  get adopted(): Ballot {
    return adopt(this.drafted, ORGANISER).ballot;
  }

  /** The roll is frozen; nobody is named yet. */
  get frozen(): Ballot {
    return freezeRoll(this.adopted, ORGANISER, this.given.roll ?? 6, ELECTION_ID).ballot;
  }

  get named(): Ballot {
    return nameOfficers(this.frozen, ORGANISER, OFFICERS, KNOWN).ballot;
  }

  get opened(): Ballot {
    return open(this.named, ORGANISER, { present: this.given.present ?? 6, issued: null, sessionIsOpen: true }, NOON).ballot;
  }

  get closed(): Ballot {
    const { returned = this.given.channel === 'paper' ? 3 : null, voters = null } = this.given;
    return close(this.opened, ORGANISER, { returned, voters }, new Entries(), NOON).ballot;
  }
}

export const aBallot = (given: BallotOverrides = {}): BallotBuilder => new BallotBuilder(given);

export const sheet = (no: number, marks: Readonly<Record<string, string>>, writeIns: readonly string[] = []): Sheet => ({
  no,
  marks: new Map(Object.entries(marks)),
  writeIns,
  doubt: null,
});

/** A sheet that its reader leaves to the scrutineers. */
export const doubted = (
  no: number,
  reason: DoubtReason,
  marks: Readonly<Record<string, string>> = {},
  ids: readonly string[] = [],
): Sheet => ({ ...sheet(no, marks), doubt: { reason, marks: ids } });

/** How a scrutineer decides a doubtful sheet. */
export const ruling = (scrutineerId: string, verdict: Verdict, reason: DoubtReason, read: Sheet): Ruling => ({
  scrutineerId,
  verdict,
  reason,
  sheet: read,
});

/** A written name matched to a canonical one by both tellers, unless said otherwise. */
export const matched = (name: string, given: Partial<NameMatch> = {}): NameMatch => ({
  name,
  memberId: null,
  candidateId: null,
  label: name,
  eligible: true,
  proposedBy: 't1',
  confirmedBy: 't2',
  ...given,
});

/** Both tellers read these sheets alike, but for those that the second read otherwise. */
export const twoEntries = (
  sheets: readonly Sheet[],
  otherwise: readonly Sheet[] = [],
  decisions: readonly Sheet[] = [],
  rulings: readonly Ruling[] = [],
): Entries => {
  const second = sheets.map((each) => otherwise.find(({ no }) => no === each.no) ?? each);
  return new Entries(
    [
      { entryNo: 1, tellerId: 't1', sheets },
      { entryNo: 2, tellerId: 't2', sheets: second },
    ],
    decisions,
    rulings,
  );
};

export const hands = (yes: number, no: number, abstain: number, id = 'plan'): HandCount => ({ id, yes, no, abstain });
