import { Input } from '../counting/input.js';
import { type AccountReset } from '../issuing/account-resets.js';
import { type DeskSignIn } from '../issuing/desk-sign-ins.js';
import { canonicalJson } from '../json.js';

/** A reset as it stands in the evidence: with who confirmed the person behind it. */
export type ConfirmedReset = AccountReset & { readonly confirmedBy: string | null };

/** By whose hand accounts of the roll were opened anew, and members of it were made present. */
export interface Access {
  readonly resets: readonly ConfirmedReset[];
  readonly deskSignIns: readonly DeskSignIn[];
}

/** The part of the evidence that tells it, with the names of all who are named. */
export function accessPart({ resets, deskSignIns }: Access, names: ReadonlyMap<string, string>): string {
  const people = new Set(
    [...resets, ...deskSignIns]
      .flatMap((each) => [each.memberId, each.madeBy, 'confirmedBy' in each ? each.confirmedBy : null])
      .filter((id) => id !== null),
  );
  return canonicalJson({
    resets: resets.map(({ memberId, at, madeBy, isFirst, confirmedBy }) => ({
      memberId,
      at: at.toISOString(),
      madeBy,
      isFirst,
      confirmedBy,
    })),
    deskSignIns: deskSignIns.map(({ memberId, at, madeBy, late }) => ({ memberId, at: at.toISOString(), madeBy, late })),
    names: Object.fromEntries([...people].sort().map((id) => [id, names.get(id) ?? null])),
  });
}

/** Reads the part. @throws MalformedError with the faulty field */
export function readAccessPart(value: unknown): Access {
  const { resets, deskSignIns, names } = new Input(value).fields(['resets', 'deskSignIns', 'names']);
  names.entries();
  return {
    resets: resets.list().map((entry) => {
      const { memberId, at, madeBy, isFirst, confirmedBy } = entry.fields(['memberId', 'at', 'madeBy', 'isFirst', 'confirmedBy']);
      return {
        memberId: memberId.text(),
        at: readInstant(at),
        madeBy: madeBy.orNull((id) => id.text()),
        isFirst: isFirst.flag(),
        confirmedBy: confirmedBy.orNull((id) => id.text()),
      };
    }),
    deskSignIns: deskSignIns.list().map((entry) => {
      const { memberId, at, madeBy, late } = entry.fields(['memberId', 'at', 'madeBy', 'late']);
      return { memberId: memberId.text(), at: readInstant(at), madeBy: madeBy.text(), late: late.flag() };
    }),
  };
}

/**
 * What cannot be so in it; null where nothing is. A reset is confirmed by somebody else than its maker, and nobody is their own other hand.
 */
export function accessFault(
  { resets, deskSignIns }: Access,
  { openedAt, closedAt }: { readonly openedAt: Date | null; readonly closedAt: Date | null },
): string | null {
  const isBehind = (at: Date, end: Date | null): boolean => end === null || at > end;
  if (resets.some(({ at }) => isBehind(at, openedAt))) return 'tells of a reset behind the opening';
  if (deskSignIns.some(({ at }) => isBehind(at, closedAt))) return 'tells of a sign-in behind the close';
  if (resets.some(({ memberId, madeBy, confirmedBy }) => confirmedBy !== null && [memberId, madeBy].includes(confirmedBy)))
    return 'tells of a reset that its maker or its owner confirmed';
  return deskSignIns.some(({ memberId, madeBy }) => memberId === madeBy) ? "tells of a sign-in by one's own hand" : null;
}

function readInstant(input: Input): Date {
  const at = new Date(input.text());
  return Number.isNaN(at.getTime()) ? input.refuse('not-an-instant') : at;
}
