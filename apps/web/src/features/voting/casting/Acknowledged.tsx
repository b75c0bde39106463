import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BallotView } from '../../../api/shapes.js';
import { Facts } from '../../../shared/page/Facts.js';
import { Button } from '../../../shared/plain/Button.js';
import { ButtonLink } from '../../../shared/plain/ButtonLink.js';
import { Icon } from '../../../shared/plain/Icon.js';
import { useConfirm } from '../../../shared/plain/use-confirm.js';
import { Fingerprint } from '../../../shared/sealed/Fingerprint.js';
import type { OwnPaper } from '../../../shared/sealed/device-store.js';
import { Section } from '../../../shared/page/Section.js';
import { BackToCode } from '../codes/BackToCode.js';
import { FindOnBoard } from './FindOnBoard.js';
import { Marking } from '../marking/Marking.js';
import { StepFocus } from '../paper-step/StepFocus.js';

interface AcknowledgedProps {
  readonly own: OwnPaper;
  readonly ballot: BallotView;
  readonly receipt: NonNullable<OwnPaper['receipt']>;
  readonly mayRevote: boolean;
}

/** The paper is in the box: what the voter keeps, and how to check it. */
export function Acknowledged({ own, ballot, receipt, mayRevote }: AcknowledgedProps) {
  const { t } = useTranslation('voting');
  const [isAgain, setAgain] = useState(false);
  const [ask, dialog] = useConfirm();
  const { tracker, position, head } = receipt;
  const again = async () => {
    if (await ask({ title: t('revote.title'), text: t('revote.confirm'), go: t('revote.action'), stay: t('revote.stay') })) setAgain(true);
  };
  if (isAgain) {
    return (
      <StepFocus key="acknowledged" step="again">
        <Marking own={own} ballot={ballot} />
      </StepFocus>
    );
  }
  return (
    <StepFocus key="acknowledged" step="receipt">
      <Section
        title={t('done.title')}
        extra={
          <span className="done-icon">
            <Icon name="good" size={26} />
          </span>
        }
      >
        <p>{t('done.text')}</p>
        <h3 className="text-head">{t('done.receipt')}</h3>
        <Facts
          facts={[
            { name: t('done.tracker'), value: <Fingerprint text={tracker} />, isLong: true },
            { name: t('done.position'), value: t('done.nth', { position }) },
            { name: t('done.signature'), value: t('done.genuine') },
            { name: t('done.head'), value: <Fingerprint text={head} isShort />, isLong: true },
          ]}
        />
        <p className="quiet receipt-hint">{t(own.isSlip ? 'done.writeDown' : 'done.keep')}</p>
        <FindOnBoard ballotId={ballot.id} receipt={receipt} />
      </Section>
      {mayRevote && (
        <Section title={t('revote.title')}>
          <p>{t('revote.intro')}</p>
          <Button isWide onClick={() => void again()}>
            {t('revote.action')}
          </Button>
          {dialog}
        </Section>
      )}
      {own.isSlip ? (
        <BackToCode recordId={own} />
      ) : (
        <ButtonLink to={`/ballots/${ballot.id}`} isWide>
          {t('toBallot')}
        </ButtonLink>
      )}
    </StepFocus>
  );
}
