import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { session } from '../../api/client.js';
import { CHANGED_BY_NOTICES, type QueryFamily } from '../../api/query-families.js';
import { followStream } from '../../api/follow-stream.js';

const CHANGED = (Object.keys(CHANGED_BY_NOTICES) as QueryFamily[]).filter((family) => CHANGED_BY_NOTICES[family]);

/** Keeps inbox and lists up to date for as long as somebody is signed in: each notice makes them ask anew. */
export function useLiveInbox(): void {
  const client = useQueryClient();
  useEffect(() => {
    const refresh = () => {
      for (const family of CHANGED) void client.invalidateQueries({ queryKey: [family] });
    };
    return followStream(session, '/api/notifier/notices/stream', { onEvent: refresh, onReconnect: refresh });
  }, [client]);
}
