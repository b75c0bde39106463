import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { BALLOT_CHANGES } from '../../shared/ballot-queries.js';
import { useAction } from '../../shared/use-action.js';
import { adoptRules, archiveBallot, declareResult, freezeRoll, publishResult } from './ballot-acts.js';

const ACTS = { adopt: adoptRules, 'freeze-roll': freezeRoll, declare: declareResult, publish: publishResult, archive: archiveBallot } as const;

interface PlainActProps {
  readonly act: keyof typeof ACTS;
  readonly id: string;
  /** The next thing to do, not one that may be done again. */
  readonly isMain?: boolean;
}

/** An act that needs nothing but the word: it says beforehand what it does. */
export function PlainAct({ act, id, isMain = true }: PlainActProps) {
  const { t } = useTranslation('desk');
  const work = useAction(() => ACTS[act](id), { done: t(`acts.${act}.done`), changes: BALLOT_CHANGES });
  return (
    <div className="act">
      <p>{t(`acts.${act}.intro`)}</p>
      <Popconfirm title={t(`acts.${act}.confirm`)} onConfirm={() => work.mutate()}>
        <Button type={isMain ? 'primary' : 'default'} loading={work.isPending}>
          {t(`acts.${act}.action`)}
        </Button>
      </Popconfirm>
    </div>
  );
}
