import type { Fraction } from '@plenum/kernel';
import type { Base, Threshold } from '../counting/case.js';
import type { AdoptedElectionRules, AdoptedResolutionRules } from '../rules/adopted-rules.js';
import type { StatedProcedure } from '../rules/procedure.js';
import type { PresetId } from '../rules/vocabulary.js';
import { HALF_OR_MORE, MORE_THAN_HALF, TWO_THIRDS } from '../counting/fractions.js';
import { type Clause, type Floor, type SourceMark } from './floors.js';

/** Rules to start from, with their source and what it asks at least. An organiser changes whatever the meeting adopts otherwise. */
export type Preset = PresetSource &
  (
    | { readonly kind: 'resolution'; readonly rules: AdoptedResolutionRules }
    | { readonly kind: 'election'; readonly rules: PresetElectionRules }
  );

/** The rules of an election without its seats, which the organiser says. */
export type PresetElectionRules = Omit<AdoptedElectionRules, 'seats'>;

interface PresetSource {
  readonly id: PresetId;
  /** The document, in English; the web words it by the id. */
  readonly source: string;
  /** How sure the source is; only T may be shown as law. */
  readonly mark: SourceMark;
  readonly floors: readonly Floor[];
}

const clause = (article: string | null, mark: SourceMark): Clause => ({ article, mark });
const thresholdOf = (base: Base, fraction: Fraction): Threshold => ({ ...fraction, base });
const resolution = (pass: Threshold): AdoptedResolutionRules => ({
  quorum: TWO_THIRDS,
  participation: null,
  returnedLimit: 'issued',
  pass,
  bundle: 'each',
});

/**
 * Union practice where the document is silent on it: run-off in a tie, a further round for seats left, names instead of a "no" (R29, R32,
 * R37).
 */
const election = (elect: Threshold): PresetElectionRules => ({
  quorum: TWO_THIRDS,
  participation: null,
  returnedLimit: 'issued',
  surplus: { rate: { num: 5, den: 100 }, min: 1 },
  elect,
  tie: 'runoff',
  shortage: 'supplementary',
  supplementary: { extra: 1, elect: null },
  writeIns: 'replace-no',
});

const days = (n: number) => ({ kind: 'days', n }) as const;
const workingDays = (n: number) => ({ kind: 'working-days', n }) as const;

/**
 * How union elections are run: who comes late does not vote (R35), candidates are posted and stand by strokes (R33, R97), the higher union
 * answers within 15 days (R43), the result is posted.
 */
const UNION_PROCEDURE: StatedProcedure = {
  lateArrivals: 'excluded',
  nomination: { notice: workingDays(5), primaryAbove: null, order: 'strokes' },
  approval: days(15),
  publication: workingDays(5),
};

const SCHOOL_FLOORS: readonly Floor[] = [
  { asks: 'quorum', fraction: TWO_THIRDS, clause: clause(null, 'U') },
  { asks: 'threshold', threshold: thresholdOf('roll', HALF_OR_MORE), clause: clause(null, 'U') },
];

/** Every preset (DOMAIN 4.1 to 4.3, 4.7, 4.8). */
export const PRESETS: readonly Preset[] = [
  {
    id: 'shanghai',
    kind: 'resolution',
    source: 'Shanghai Municipality, Regulations on Staff Congresses',
    mark: 'T',
    rules: resolution(thresholdOf('roll', HALF_OR_MORE)),
    floors: [
      { asks: 'quorum', fraction: TWO_THIRDS, clause: clause('28', 'T') },
      { asks: 'threshold', threshold: thresholdOf('roll', HALF_OR_MORE), clause: clause('31', 'T') },
      { asks: 'secret', clause: clause('31', 'T') },
    ],
  },
  ...(['zhejiang', 'zhejiang-election'] as const).map((id): Preset => ({
    id,
    source: 'Zhejiang Province, regulations on the democratic management of enterprises',
    mark: 'T',
    ...(id === 'zhejiang'
      ? { kind: 'resolution', rules: resolution(thresholdOf('roll', MORE_THAN_HALF)) }
      : { kind: 'election', rules: election(thresholdOf('roll', MORE_THAN_HALF)) }),
    floors: [
      { asks: 'quorum', fraction: TWO_THIRDS, clause: clause('15', 'T') },
      { asks: 'threshold', threshold: thresholdOf('roll', MORE_THAN_HALF), clause: clause('15', 'T') },
      { asks: 'secret', clause: clause('15', 'T') },
    ],
  })),
  {
    id: 'henan',
    kind: 'resolution',
    source: 'Henan Province, regulations on the democratic management of enterprises',
    mark: 'T',
    rules: { ...resolution(thresholdOf('roll', MORE_THAN_HALF)), procedure: { publication: days(7) } },
    floors: [
      { asks: 'threshold', threshold: thresholdOf('roll', MORE_THAN_HALF), clause: clause('19-20', 'T') },
      { asks: 'secret', clause: clause('19-20', 'T') },
      { asks: 'publication', period: days(7), clause: clause('28', 'T') },
    ],
  },
  // Of these two only the posting is known in full (R90); the count is as the national provisions have it (R60).
  ...(
    [
      ['chongqing', 'Chongqing Municipality, regulations on openness, schools among them', '9'],
      ['shandong', 'Shandong Province, regulations on openness', '12'],
    ] as const
  ).map(([id, source, article]): Preset => ({
    id,
    kind: 'resolution',
    source,
    mark: 'T',
    rules: { ...resolution(thresholdOf('roll', MORE_THAN_HALF)), procedure: { publication: days(15) } },
    floors: [{ asks: 'publication', period: days(15), clause: clause(article, 'T') }],
  })),
  {
    id: 'enterprise',
    kind: 'resolution',
    source: 'Provisions on the Democratic Management of Enterprises',
    mark: 'E',
    rules: resolution(thresholdOf('roll', MORE_THAN_HALF)),
    floors: [
      { asks: 'threshold', threshold: thresholdOf('roll', MORE_THAN_HALF), clause: clause('20', 'E') },
      { asks: 'secret', clause: clause('20', 'E') },
      { asks: 'item-by-item', clause: clause('20', 'E') },
    ],
  },
  {
    id: 'enterprise-election',
    kind: 'election',
    source: 'Provisions on the Democratic Management of Enterprises',
    mark: 'E',
    rules: election(thresholdOf('roll', MORE_THAN_HALF)),
    floors: [{ asks: 'threshold', threshold: thresholdOf('roll', MORE_THAN_HALF), clause: clause('20', 'E') }],
  },
  {
    id: 'state-enterprise',
    kind: 'resolution',
    source: 'Regulations on the Workers’ Congresses of State-owned Industrial Enterprises',
    mark: 'E',
    rules: resolution(thresholdOf('roll', MORE_THAN_HALF)),
    floors: [
      { asks: 'quorum', fraction: TWO_THIRDS, clause: clause('18', 'E') },
      { asks: 'threshold', threshold: thresholdOf('roll', MORE_THAN_HALF), clause: clause('18', 'E') },
    ],
  },
  {
    id: 'union-election',
    kind: 'election',
    source: 'Regulations on the Elections of Basic-level Union Organisations (2016)',
    mark: 'E',
    rules: { ...election(thresholdOf('roll', MORE_THAN_HALF)), procedure: UNION_PROCEDURE },
    floors: [
      { asks: 'quorum', fraction: TWO_THIRDS, clause: clause('17', 'E') },
      { asks: 'surplus', rate: { num: 5, den: 100 }, clause: clause(null, 'E') },
      { asks: 'threshold', threshold: thresholdOf('roll', MORE_THAN_HALF), clause: clause(null, 'E') },
      // Widely done, no text of it seen (R43, R97).
      { asks: 'nomination-notice', period: workingDays(5), clause: clause(null, 'U') },
      { asks: 'approval', clause: clause(null, 'U') },
    ],
  },
  {
    id: 'school',
    kind: 'resolution',
    source: 'Provisions on the Staff Congresses of Schools (Order 32)',
    mark: 'U',
    rules: resolution(thresholdOf('roll', HALF_OR_MORE)),
    floors: SCHOOL_FLOORS,
  },
  {
    id: 'school-election',
    kind: 'election',
    source: 'Provisions on the Staff Congresses of Schools (Order 32)',
    mark: 'U',
    rules: election(thresholdOf('roll', HALF_OR_MORE)),
    floors: SCHOOL_FLOORS,
  },
  // Seen in published rules of schools, and weaker than the order that it stands under (R11).
  {
    id: 'school-practice',
    kind: 'resolution',
    source: 'Practice of schools, measured by Order 32',
    mark: 'E',
    rules: resolution(thresholdOf('present', HALF_OR_MORE)),
    floors: SCHOOL_FLOORS,
  },
];

/** The preset of an id; null for none. */
export const presetOf = (id: PresetId | null): Preset | null => PRESETS.find((preset) => preset.id === id) ?? null;
