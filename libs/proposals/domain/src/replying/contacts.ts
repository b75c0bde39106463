import type { CivilDate } from '@plenum/calendar';
import { assertHandlingAllowed, type HandlingInMatter, type HandlingPolicy } from '../handling/policy.js';
import { type Authority, committee, handlesIt, isInChargeOfIt } from '../proposal/authority.js';
import { contactMet } from '../proposal/contact-period.js';
import { type Handling, roundUnderWay } from '../proposal/handling.js';
import type { ProposalMatter } from '../proposal/matter.js';
import type { PolicyContext } from '../proposal/policy.js';
import type { Change } from '../proposal/proposal.js';
import { altered } from '../proposal/handling.js';
import { mayOversee } from '../proposal/visibility.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import type { ContactWay } from '../vocabulary/vocabulary.js';
import { answeringUnit, isProposer } from './drafting-reply.js';

/** That a unit spoke with a proposer (联系提案人): when, by which way, who, about what. */
export interface Contact {
  readonly id: string;
  readonly handlingId: string;
  /** Which unit spoke: whoever leads the work later has not. */
  readonly unitId: string;
  readonly round: number;
  readonly contactedOn: CivilDate;
  readonly way: ContactWay;
  /** Who of the unit spoke, in its words. */
  readonly who: string;
  readonly noted: string;
  readonly by: string;
  readonly at: Date;
}

export const LOG_CONTACT: HandlingPolicy = {
  action: 'log-contact',
  who: answeringUnit,
  from: ['ASSIGNED', 'IN_PROGRESS', 'REPLIED', 'RATED', 'ESCALATED'],
};

/** A handling with one more contact, which is kept beside it. */
export interface ContactChange extends Change {
  readonly contact: Contact;
}

/**
 * The lead unit logs that it spoke with the proposer, on a day from the assignment on that is not ahead; the proposer reads it. The first
 * time is what the call asks for.
 * @throws `proposals.not-the-handling-unit`, `proposals.own-reply`, `proposals.wrong-state`, `proposals.incomplete`,
 *   `proposals.visit-ahead`, `proposals.before-assignment`
 */
export function logContact(
  matter: HandlingInMatter,
  by: Authority,
  said: Pick<Contact, 'id' | 'contactedOn' | 'way' | 'who' | 'noted'>,
  context: PolicyContext,
): ContactChange {
  assertHandlingAllowed(LOG_CONTACT, matter, by, context);
  const { proposal, handling } = matter;
  const { at, calendar } = context;
  const [who, noted] = [said.who.trim(), said.noted.trim()];
  const missing = [...(who === '' ? ['who'] : []), ...(noted === '' ? ['noted'] : [])];
  if (missing.length > 0) throw ProposalErrors.incomplete(missing);
  if (said.contactedOn > calendar.dayOf(at)) throw ProposalErrors.visitAhead(said.contactedOn);
  if (said.contactedOn < calendar.dayOf(handling.assigned.at)) throw ProposalErrors.beforeAssignment(said.contactedOn);
  const round = contactRound(handling);
  const contact: Contact = { ...said, who, noted, handlingId: handling.id, unitId: handling.leadUnitId, round, by: by.memberId, at };
  const events: Change['events'] = [
    { type: 'ContactLogged', handlingId: handling.id, contactedOn: said.contactedOn, way: said.way },
    ...contactMet(handling, 'done'),
  ];
  return { proposal, handlings: [altered(handling, { contactDue: null })], events, contact };
}

/** Whether the member may read whom the units spoke with: proposers, units, committee and oversight. */
export function maySeeContacts({ proposal, handlings }: ProposalMatter, by: Authority): boolean {
  const isOfMatter = isProposer(proposal, by) || handlesIt(handlings, by) || isInChargeOfIt(handlings, by);
  return isOfMatter || committee(proposal, by) === null || mayOversee([proposal], by);
}

/** Whether the member may read what a leader wrote on the assignment: units, their leaders in charge, committee and oversight. */
export function maySeeInstruction({ proposal, handlings }: ProposalMatter, by: Authority): boolean {
  return handlesIt(handlings, by) || isInChargeOfIt(handlings, by) || by.reviews || mayOversee([proposal], by);
}

/** Of the round under way, or of the last one where no reply is owed. */
const contactRound = (handling: Handling): number =>
  handling.state === 'ASSIGNED' || handling.state === 'IN_PROGRESS' ? roundUnderWay(handling) : handling.replies.length;
