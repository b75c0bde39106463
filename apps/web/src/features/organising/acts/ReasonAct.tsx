import { useTranslation } from 'react-i18next';
import type { BallotView } from '../../../api/shapes.js';
import { BALLOT_CHANGES } from '../../../shared/ballot/ballot-queries.js';
import { ConflictNotice } from '../../../shared/forms/ConflictNotice.js';
import { ReasonButton } from '../../../shared/forms/ReasonButton.js';
import { useOutdated } from '../../../shared/forms/use-outdated.js';
import { useVersionedAction } from '../../../shared/forms/use-versioned-action.js';
import { annulBallot, callOff } from './organising-requests.js';

const ACTS = { annul: annulBallot, callOff } as const;

interface ReasonActProps {
  readonly act: keyof typeof ACTS;
  readonly ballot: Pick<BallotView, 'id' | 'version'>;
}

/** An act that ends a ballot, with a reason that everybody concerned reads. */
export function ReasonAct({ act, ballot }: ReasonActProps) {
  const { t } = useTranslation('organising');
  const outdated = useOutdated(ballot, { changes: BALLOT_CHANGES });
  const work = useVersionedAction(outdated, (version, reason: string) => ACTS[act](ballot.id, reason, version), {
    done: t(`acts.${act}.done`),
  });
  return (
    <div className="act">
      <p>{t(`acts.${act}.intro`)}</p>
      <ConflictNotice of={outdated} />
      <ReasonButton
        label={t(`acts.${act}.action`)}
        title={t(`acts.${act}.title`)}
        reasonLabel={t(`acts.${act}.reason`)}
        isBusy={work.isPending}
        onOpen={() => outdated.rebase()}
        onConfirm={(reason) => work.mutate(reason)}
      />
    </div>
  );
}
