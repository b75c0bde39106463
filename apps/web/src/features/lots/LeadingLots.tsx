import { Alert, Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BallotView, ResultView } from '../../api/shapes.js';
import { BALLOT_CHANGES } from '../../shared/ballot/ballot-queries.js';
import { labelsIn } from '../../shared/ballot/candidate-labels.js';
import { electionContextOf } from '../../shared/ballot/election-outcome.js';
import { ConflictNotice } from '../../shared/forms/ConflictNotice.js';
import { ReasonButton } from '../../shared/forms/ReasonButton.js';
import { Section } from '../../shared/page/Section.js';
import { useAction } from '../../shared/forms/use-action.js';
import { useOutdated } from '../../shared/forms/use-outdated.js';
import { useVersionedAction } from '../../shared/forms/use-versioned-action.js';
import { beginLots, voidLots } from './lots-requests.js';

interface LeadingLotsProps {
  readonly ballot: BallotView;
  readonly result: ResultView;
}

/** Why lots are drawn and how far it is; for organisers to begin it, and to end what cannot be completed. */
export function LeadingLots({ ballot, result }: LeadingLotsProps) {
  const { id, allowedActions } = ballot;
  const { t } = useTranslation('lots');
  const { t: common } = useTranslation();
  const begin = useAction(() => beginLots(id), { done: t('begin.done'), changes: BALLOT_CHANGES });
  const outdated = useOutdated(ballot, { changes: BALLOT_CHANGES });
  const abandon = useVersionedAction(outdated, (version, reason: string) => voidLots(id, reason, version), {
    done: t('void.done'),
  });
  const { tied = [], tiedSeats = 0 } = result.outcome;
  const drawn = result.drawings.find(({ elected }) => elected !== null)?.elected ?? null;
  const names = (ids: readonly string[]) => ids.map(labelsIn(result)).join(common('listSeparator'));
  return (
    <Section title={t('why.title')}>
      <p>{t('why.text', { tied: names(tied), seats: tiedSeats })}</p>
      {drawn && (
        <Alert className="section" type="success" showIcon title={t('drawn', { names: names(drawn), ...electionContextOf(ballot) })} />
      )}
      {!drawn && <p className="quiet">{t('why.how')}</p>}
      {allowedActions.includes('begin-lots') && (
        <Popconfirm title={t('begin.confirm')} onConfirm={() => begin.mutate()}>
          <Button type="primary" size="large" loading={begin.isPending}>
            {t(result.drawings.length > 0 ? 'begin.again' : 'begin.action')}
          </Button>
        </Popconfirm>
      )}
      {allowedActions.includes('void-lots') && (
        <>
          <p className="quiet">{t('void.intro')}</p>
          <ConflictNotice of={outdated} />
          <ReasonButton
            label={t('void.action')}
            title={t('void.title')}
            reasonLabel={t('void.reason')}
            isBusy={abandon.isPending}
            onOpen={() => outdated.rebase()}
            onConfirm={(reason) => abandon.mutate(reason)}
          />
        </>
      )}
    </Section>
  );
}
