import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { session } from '../../api/client.js';
import { followStream } from '../../api/follow-stream.js';

/**
 * What a notice may be about: all of it is asked anew when it is next looked at. Not how a matter is supervised: a notice may say that
 * it is so no longer, and whoever still has it on screen would be refused.
 */
const CHANGED_BY_NOTICES = [
  ['notices'],
  ...[['proposals'], ['proposal'], ['calls'], ['requests'], ['reply-desk'], ['contacts'], ['merging']],
  ...[['commitments'], ['opinions'], ['publication'], ['published-matters'], ['awards']],
  ...[['ballots'], ['ballot']],
];

/** Keeps inbox and lists up to date for as long as somebody is signed in: each notice makes them ask anew. */
export function useLiveInbox(): void {
  const client = useQueryClient();
  useEffect(() => {
    const refresh = () => {
      for (const queryKey of CHANGED_BY_NOTICES) void client.invalidateQueries({ queryKey });
    };
    return followStream(session, '/api/notifier/notices/stream', { onEvent: refresh, onReconnect: refresh });
  }, [client]);
}
