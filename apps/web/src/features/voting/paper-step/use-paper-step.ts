import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { DEVICE, ownPaperQueryKey } from '../../../shared/sealed/paper-queries.js';
import type { VotingDevice } from '../../../shared/sealed/paper-steps.js';
import type { DeviceRecordId } from '../../../shared/sealed/device-store.js';

interface PaperStep {
  readonly isBusy: boolean;
  readonly problem: unknown;
  readonly take: (step: (device: VotingDevice) => Promise<unknown>) => Promise<boolean>;
}

/**
 * A step of the voter's paper. Not a mutation of the query client, which would keep what it was given: marks are held by the page that
 * shows them and by nothing else. @returns whether it went well
 */
export function usePaperStep(recordId: DeviceRecordId): PaperStep {
  const client = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const { memberId, ballotId } = recordId;
  const take = useCallback(
    async (step: (device: VotingDevice) => Promise<unknown>) => {
      setBusy(true);
      setProblem(null);
      try {
        await step(DEVICE);
        return true;
      } catch (reason) {
        setProblem(reason);
        return false;
      } finally {
        setBusy(false);
        await client.invalidateQueries({ queryKey: ownPaperQueryKey({ memberId, ballotId }) });
        void client.invalidateQueries({ queryKey: ['ballot', ballotId] });
      }
    },
    [client, memberId, ballotId],
  );
  return { isBusy, problem, take };
}
