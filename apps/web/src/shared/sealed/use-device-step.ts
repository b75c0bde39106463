import { useState } from 'react';
import { useSealingStepText } from './use-sealing-step-text.js';

interface DeviceStep {
  readonly isBusy: boolean;
  /** What went wrong, in words. */
  readonly problem: string | null;
  readonly take: (step: () => Promise<unknown>) => Promise<void>;
}

/** A step on the own device. Not a mutation of the query client, which would keep what it was given: a key, a share, a voting code. */
export function useDeviceStep(): DeviceStep {
  const sealingStepText = useSealingStepText();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const take = async (step: () => Promise<unknown>) => {
    setBusy(true);
    setProblem(null);
    try {
      await step();
    } catch (reason) {
      setProblem(reason);
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, problem: problem === null ? null : sealingStepText(problem), take };
}
