import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BallotView } from '../../../api/shapes.js';
import { BALLOT_CHANGES } from '../../../shared/ballot/ballot-queries.js';
import { ConflictNotice } from '../../../shared/forms/ConflictNotice.js';
import { useOutdated } from '../../../shared/forms/use-outdated.js';
import { useVersionedAction } from '../../../shared/forms/use-versioned-action.js';
import { adoptRules, archiveBallot, declareResult, freezeRoll, publishResult } from './organising-requests.js';

const ACTS = {
  adopt: adoptRules,
  'freeze-roll': freezeRoll,
  declare: declareResult,
  publish: publishResult,
  archive: archiveBallot,
} as const;

interface ConfirmedActProps {
  readonly act: keyof typeof ACTS;
  readonly ballot: Pick<BallotView, 'id' | 'version'>;
  /** The next thing to do, not one that may be done again. */
  readonly isMain?: boolean;
}

/** An act that needs nothing but the word: it says beforehand what it does. */
export function ConfirmedAct({ act, ballot, isMain = true }: ConfirmedActProps) {
  const { t } = useTranslation('organising');
  const outdated = useOutdated(ballot, { changes: BALLOT_CHANGES });
  const work = useVersionedAction(outdated, (version) => ACTS[act](ballot.id, version), {
    done: t(`acts.${act}.done`),
  });
  // Rules are read for a while, so they stand on the page that was opened; the rest is read where it is asked for: others sign, for
  // instance, while the page is open.
  const asked = (isOpen: boolean) => {
    if (isOpen && act !== 'adopt') outdated.rebase();
  };
  return (
    <div className="act">
      <p>{t(`acts.${act}.intro`)}</p>
      <ConflictNotice of={outdated} />
      <Popconfirm title={t(`acts.${act}.confirm`)} onOpenChange={asked} onConfirm={() => work.mutate()}>
        <Button type={isMain ? 'primary' : 'default'} loading={work.isPending}>
          {t(`acts.${act}.action`)}
        </Button>
      </Popconfirm>
    </div>
  );
}
