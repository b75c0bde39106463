import { Alert, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BallotRow } from '../../api/shapes.js';
import { Facts } from '../../shared/Facts.js';
import { LinkButton } from '../../shared/LinkButton.js';
import { Fingerprint } from '../../shared/sealed/Fingerprint.js';
import type { OwnPaper, Place } from '../../shared/sealed/vault.js';
import { Section } from '../../shared/Section.js';
import { FindOnBoard } from './FindOnBoard.js';
import { Marking } from './Marking.js';

interface AcknowledgedProps {
  readonly place: Place;
  readonly ballot: BallotRow;
  readonly receipt: NonNullable<OwnPaper['receipt']>;
  readonly mayRevote: boolean;
}

/** The paper is in the box: what the voter keeps, and how to check it. */
export function Acknowledged({ place, ballot, receipt, mayRevote }: AcknowledgedProps) {
  const { t } = useTranslation('voting');
  const [isAgain, setAgain] = useState(false);
  if (isAgain) return <Marking place={place} kind={ballot.kind} />;
  const { tracker, position, head } = receipt;
  return (
    <>
      <Alert className="section" type="success" showIcon title={t('done.title')} description={t('done.text')} />
      <Section title={t('done.receipt')}>
        <Facts
          facts={[
            { name: t('done.tracker'), value: <Fingerprint text={tracker} />, isLong: true },
            { name: t('done.position'), value: t('done.nth', { position }) },
            { name: t('done.signature'), value: t('done.genuine') },
            { name: t('done.head'), value: <Fingerprint text={head} isShort />, isLong: true },
          ]}
        />
        <p className="quiet receipt-hint">{t('done.keep')}</p>
        <FindOnBoard ballotId={ballot.id} receipt={receipt} />
      </Section>
      {mayRevote && (
        <Section title={t('revote.title')}>
          <p>{t('revote.intro')}</p>
          <Popconfirm title={t('revote.confirm')} onConfirm={() => setAgain(true)}>
            <Button block>{t('revote.action')}</Button>
          </Popconfirm>
        </Section>
      )}
      <LinkButton to={`/ballots/${ballot.id}`} block>
        {t('toBallot')}
      </LinkButton>
    </>
  );
}
