/** Another's hand noted in the attendance of the session that a member was there. */
export interface DeskSignIn {
  readonly memberId: string;
  readonly at: Date;
  readonly madeBy: string;
  /** After the session had begun. */
  readonly late: boolean;
}

/**
 * What concerns a ballot: whom another hand signed in before it closed, or so far. Whoever keeps the desk can make the absent present
 * otherwise, and nothing shows it.
 */
export const signedInByDesk = (signIns: readonly DeskSignIn[], closedAt: Date | null): readonly DeskSignIn[] =>
  signIns.filter(({ at }) => closedAt === null || at <= closedAt);

/** Whom another hand signed in late, each with every hand that did, once; and how many were signed in so in all. */
export function lateByDesk(signIns: readonly DeskSignIn[]): {
  readonly late: readonly Pick<DeskSignIn, 'memberId' | 'madeBy'>[];
  readonly members: number;
} {
  const pairs = new Map(signIns.filter(({ late }) => late).map(({ memberId, madeBy }) => [`${memberId} ${madeBy}`, { memberId, madeBy }]));
  return { late: [...pairs.values()], members: new Set(signIns.map(({ memberId }) => memberId)).size };
}
