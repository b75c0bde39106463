import type { MeView } from '../../api/shapes.js';

/**
 * Whether somebody runs this session, as the secretariat of the organisation or of this session alone. For showing what they may do: the
 * service decides.
 */
export const runsSession = ({ offices }: MeView, id: string): boolean =>
  offices.some(({ office, sessionId }) => office === 'SECRETARIAT' && (sessionId === null || sessionId === id));

/** Whether somebody runs the organisation's congresses, as its secretariat and not only as that of one session. */
export const runsOrganisation = ({ offices }: MeView): boolean =>
  offices.some(({ office, sessionId }) => office === 'SECRETARIAT' && sessionId === null);
