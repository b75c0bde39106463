import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BallotView } from '../../../api/shapes.js';
import { BallotFrame } from '../../../shared/ballot/BallotFrame.js';
import { EmptyState } from '../../../shared/page/EmptyState.js';
import { Section } from '../../../shared/page/Section.js';
import { CountButton } from './CountButton.js';
import { HandsForm } from './HandsForm.js';
import '../organising.css';

/** Where scrutineers and tellers say how many hands were raised, and put it right until somebody has signed. */
export function HandsPage() {
  const { t } = useTranslation('organising');
  return (
    <BallotFrame title={t('acts.hands.title')} lines={6}>
      {(ballot) => <Hands ballot={ballot} />}
    </BallotFrame>
  );
}

function Hands({ ballot }: { readonly ballot: BallotView }) {
  const { t } = useTranslation('organising');
  const { allowedActions, hands, counts, state } = ballot;
  if (!allowedActions.includes('count-hands')) return <EmptyState text={t('acts.hands.notNow')} hint={t('acts.hands.notNowHint')} />;
  const isSaved = Boolean(hands);
  return (
    <>
      {isSaved && (
        <Alert
          className="section"
          type="success"
          showIcon
          title={t(state === 'CLOSED' ? 'acts.hands.saved' : 'acts.hands.counted')}
          description={t('acts.hands.savedHint')}
        />
      )}
      <Section title={t('acts.hands.title')}>
        <p>{t('acts.hands.intro')}</p>
        {counts && counts.voters !== null && <p>{t('acts.hands.voters', { count: counts.voters })}</p>}
        <HandsForm ballot={ballot} />
      </Section>
      {isSaved && state === 'CLOSED' && allowedActions.includes('count') && <CountButton ballot={ballot} />}
    </>
  );
}
