import { useSearchParams } from 'react-router';
import { useSessions } from '../../shared/congress/members.js';

/** Whose figures are looked at, and until when; it stands in the address, so that a view can be sent to a colleague. */
export interface StatisticsPlace {
  /** The session that is chosen, else the one that is on or comes last; not there before the sessions are. */
  readonly sessionId: string | undefined;
  /** Undefined for now. */
  readonly cutOff: string | undefined;
  readonly change: (parts: Readonly<Partial<Record<'session' | 'cutOff', string>>>) => void;
}

export function useStatisticsPlace(): StatisticsPlace {
  const [params, setParams] = useSearchParams();
  const sessions = useSessions();
  const asked = params.get('cutOff');
  return {
    sessionId: params.get('session') ?? (sessions.data?.find(({ state }) => state === 'OPEN') ?? sessions.data?.[0])?.id,
    cutOff: asked !== null && !Number.isNaN(Date.parse(asked)) ? asked : undefined,
    change: (parts) =>
      setParams((before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(parts)) {
          if (value === '') next.delete(name);
          else next.set(name, value);
        }
        return next;
      }),
  };
}
