import type { Queryable } from '@plenum/database';
import { MATTER_STATES, OPEN_TO, type Opening, READERS, type Reader, type Signature } from '@plenum/proposals-domain';
import { likePattern } from '@plenum/service-kit';
import type { Reach } from './authorities.js';

/** Adds a value to the parameters of a query and answers its place. */
export type Bind = (value: unknown) => string;

/** Where the member stands among those who sign: in one state, or asked at all. Looked up at once, so that indexes of proposals serve. */
export const isAsked = (memberId: string, bind: Bind, state?: Signature['state']): string =>
  `p.id = ANY (ARRAY(SELECT s.proposal_id FROM signatures s WHERE s.member_id = ${bind(memberId)}${state ? ` AND s.state = '${state}'` : ''}))`;

/** Signed what was merged into it, as an author or a seconder. */
export const ofMerged = (memberId: string, bind: Bind): string =>
  `(p.merged @> ${bind(JSON.stringify([{ authorIds: [memberId] }]))} OR p.merged @> ${bind(JSON.stringify([{ seconderIds: [memberId] }]))})`;

/** Leads it, or has signed it. */
export const isSigner = (memberId: string, bind: Bind): string =>
  `(p.lead_proposer_id = ${bind(memberId)} OR ${isAsked(memberId, bind, 'SIGNED')})`;

/** Leads it, or has signed it or what was merged into it. */
export const isAuthor = (memberId: string, bind: Bind): string => `(${isSigner(memberId, bind)} OR ${ofMerged(memberId, bind)})`;

/** Proposes it, alone or jointly: `isProposer` of the domain. */
export const isProposedBy = (memberId: string, bind: Bind): string =>
  `(p.lead_proposer_id = ${bind(memberId)} OR p.merged @> ${bind(JSON.stringify([{ authorIds: [memberId] }]))})`;

/** A unit of these leads it or assists, or handles it separately. */
export function handledBy(unitIds: readonly string[], bind: Bind): string {
  const units = `${bind(unitIds)}::uuid[]`;
  return `p.id IN (SELECT h.proposal_id FROM handlings h WHERE h.lead_unit_id = ANY(${units}) OR h.assisting_unit_ids && ${units})`;
}

/** Whether the reader is, or ever was, of a unit that handles `p`, or answered for one: `handledIt` of the domain. */
export function isOrWasOfUnit({ memberId, handles, inCharge, handled }: Reach, bind: Bind): string {
  const units = `${bind([...handles, ...inCharge, ...handled])}::uuid[]`;
  return `EXISTS (SELECT FROM handlings h WHERE h.proposal_id = p.id AND (h.lead_unit_id = ANY(${units}) OR h.assisting_unit_ids && ${units}
    OR EXISTS (SELECT FROM replies y WHERE y.handling_id = h.id AND y.replied_by = ${bind(memberId)})))`;
}

/** How a list finds the proposals to which somebody is a kind of reader: null where there are none, true where it is all of them. */
const FOUND: Readonly<Record<Reader, (reach: Reach, bind: Bind) => string | true | null>> = {
  author: ({ memberId }, bind) => `(p.lead_proposer_id = ${bind(memberId)} OR ${isAsked(memberId, bind)} OR ${ofMerged(memberId, bind)})`,
  unit: ({ handles, inCharge }, bind) => (handles.length + inCharge.length === 0 ? null : handledBy([...handles, ...inCharge], bind)),
  head: ({ heads }, bind) =>
    heads.length === 0
      ? null
      : `(p.endorsement ->> 'delegationId' = ANY(${bind(heads)}::text[]) OR p.delegation_id = ANY(${bind(heads)}::uuid[]))`,
  committee: ({ reviews }, bind) => (reviews.includes(null) ? true : ofSessions(reviews, bind)),
  presidium: ({ presides }, bind) => (presides.includes(null) ? true : ofSessions(presides, bind)),
  oversight: ({ overseen }, bind) => (overseen.includes(null) ? true : ofSessions(overseen, bind)),
  seat: ({ seats }, bind) => ofSessions(seats, bind),
  'later-seat': ({ earlier }, bind) => ofSessions(earlier, bind),
};

/**
 * What the member may read as one of these kinds of reader: {@link OPEN_TO} of the domain for many rows at once, so that a list and
 * `maySee` cannot differ.
 */
export function visibleTo(reach: Reach, bind: Bind, readers: readonly Reader[] = READERS): string {
  const ways = readers.flatMap((reader) => {
    const found = FOUND[reader](reach, bind);
    return found === null ? [] : [[...(found === true ? [] : [found]), ...opened(OPEN_TO[reader])].join(' AND ') || 'true'];
  });
  return ways.length === 0 ? 'false' : `(${ways.map((way) => `(${way})`).join(' OR ')})`;
}

/** The pairs of characters that a proposal `p` is found by, as they are indexed, to the letter. */
export const WORDS = "text_pairs(p.subject || ' ' || coalesce(p.docket_no, ''))";

const NAMED = 'SELECT id FROM directory_members WHERE organisation_id = $1 AND name ILIKE $2';

/**
 * A part of the subject, the docket number or the lead proposer's name. An index finds two characters and more by their pairs; of what it
 * finds the text itself decides. Names are looked up first: where nobody has such a one, the index alone tells the pairs, and they are
 * counted again for no row.
 */
export async function contains(from: Queryable, search: string, organisationId: string, bind: Bind): Promise<string> {
  const words = likePattern(search);
  const named = await from.query<{ id: string }>(NAMED, [organisationId, words]);
  const pattern = bind(words);
  const said = `(p.subject ILIKE ${pattern} OR p.docket_no ILIKE ${pattern})`;
  const found = [...search].length < 2 ? said : `(${WORDS} @> text_pairs(${bind(search)}) AND ${said})`;
  return named.length === 0 ? found : `(p.lead_proposer_id = ANY(${bind(named.map(({ id }) => id))}::uuid[]) OR ${found})`;
}

/** Of one of these sessions; with null among them, of any. */
export const inSessions = (sessionIds: readonly (string | null)[], bind: Bind): string =>
  sessionIds.includes(null) ? 'true' : (ofSessions(sessionIds, bind) ?? 'false');

const ofSessions = (sessionIds: readonly (string | null)[], bind: Bind): string | null =>
  sessionIds.length === 0 ? null : `p.session_id = ANY(${bind(sessionIds)}::uuid[])`;

const opened = ({ states, onceSubmitted, ifConfidential }: Opening): readonly string[] => [
  ...(states.length === MATTER_STATES.length ? [] : [`p.state IN (${states.map((state) => `'${state}'`).join(', ')})`]),
  ...(onceSubmitted ? ['p.submitted_at IS NOT NULL'] : []),
  ...(ifConfidential ? [] : ['p.confidential IS NULL']),
];
