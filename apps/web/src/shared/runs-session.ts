import type { MeView } from '../api/shapes.js';

/** Whether somebody runs this session, as the secretariat of the organisation or of this session alone. For showing what they may do: the service decides. */
export const runsSession = ({ offices }: MeView, id: string): boolean => offices.some(({ office, sessionId }) => office === 'SECRETARIAT' && (sessionId === null || sessionId === id));
