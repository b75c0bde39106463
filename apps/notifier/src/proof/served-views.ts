import { civilDate, dayOf } from '@plenum/calendar';
import { BOUNCE_REASONS, type BounceReason } from '@plenum/contracts';
import type { PaperListEntryResponse, PaperReason, ServedMatterResponse, ServedPersonResponse } from './proof.responses.js';
import type { ServedMatter } from './served-matters.repository.js';
import type { OnWay, ServedPerson } from './served-people.js';

/** Something that was told, as organisers see it. */
export const toMatter = ({ id, code, params, link, toldAt, told, confirmed }: ServedMatter): ServedMatterResponse => ({
  id,
  code,
  params,
  link,
  toldAt: toldAt.toISOString(),
  told,
  confirmed,
});

/** What proves that somebody was told; days are those of the zone. */
export function toPerson(person: ServedPerson, zone: string): ServedPersonResponse {
  const { memberId, name, staffNo, unit, delegation, toldAt, openedAt, ways, standing, over } = person;
  return {
    memberId,
    name,
    staffNo,
    unit,
    delegation,
    toldAt: toldAt.toISOString(),
    openedAt: openedAt?.toISOString() ?? null,
    ways: ways.map(({ way, state, reason, at }) => ({ way, state, reason, at: at === null ? null : new Date(at).toISOString() })),
    paper: toPaper(person, zone),
    standing,
    over,
  };
}

function toPaper(person: ServedPerson, zone: string): ServedPersonResponse['paper'] {
  const { version, signedOn, recordedBy, recordedAt, correction, overAt } = person;
  if (version === null) return null;
  const isLate = signedOn !== null && overAt !== null && civilDate(signedOn) > dayOf(overAt, zone);
  return { signedOn, recordedBy, recordedAt: recordedAt.toISOString(), correction, isLate, version };
}

/** Somebody who is to be told on paper, and why. */
export const toEntry = ({ memberId, name, staffNo, unit, delegation, ways, standing }: ServedPerson): PaperListEntryResponse => ({
  memberId,
  name,
  staffNo,
  unit,
  delegation,
  reason: standing === 'not-reached' ? reasonOf(ways) : 'not-opened',
});

/** Mail says why where it was tried; any other way only that it failed. */
function reasonOf(ways: readonly OnWay[]): PaperReason {
  const mail = ways.find(({ way }) => way === 'mail');
  if (mail?.state === 'given-up') return 'given-up';
  if (mail?.state === 'bounced' && isBounce(mail.reason)) return mail.reason;
  if (mail?.state === 'skipped' && mail.reason === 'no-address') return 'no-address';
  return mail === undefined && ways.length > 0 ? 'other-way' : 'not-opened';
}

const isBounce = (reason: string | null): reason is BounceReason => (BOUNCE_REASONS as readonly (string | null)[]).includes(reason);
