import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../shared/page/LinkButton.js';
import { StatusTag } from '../../shared/page/StatusTag.js';
import { Page } from '../../shared/page/Page.js';
import { useCalls } from '../../shared/proposal/queries.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { Section } from '../../shared/page/Section.js';
import { useReadiness } from '../../shared/set-up/readiness.js';
import { setUpSteps, type SetUpStep } from '../../shared/set-up/set-up-steps.js';
import { useSetUpStepText } from './use-step-text.js';
import './setup.css';

/**
 * The path from an empty house to a congress that can begin: each step says what is there and what is missing, and may be done when it
 * works.
 */
export function SetUpPage() {
  const { t } = useTranslation('setup');
  const readiness = useReadiness();
  const calls = useCalls();
  const stepText = useSetUpStepText();
  return (
    <Page title={t('title')} intro={t('intro')} back="/" actions={<LinkButton to="/mandates">{t('mandates.title')}</LinkButton>}>
      <QueryView query={readiness} lines={8}>
        {(data) => {
          const steps = setUpSteps(data, calls.data?.some(({ sessionId }) => sessionId === data.session?.id) ?? false);
          const left = steps.filter(({ isDone }) => !isDone).length;
          return (
            <Section title={left === 0 ? t('ready') : t('left', { count: left })}>
              <ol className="setup-steps">
                {steps.map((step, at) => (
                  <Step key={step.name} step={step} number={at + 1} text={stepText(step.name, data)} />
                ))}
              </ol>
            </Section>
          );
        }}
      </QueryView>
    </Page>
  );
}

function Step({ step: { name, isDone, to }, number, text }: { readonly step: SetUpStep; readonly number: number; readonly text: string }) {
  const { t } = useTranslation('setup');
  return (
    <li className="setup-step">
      <div className="row-main">
        <div className="row-facts">
          <h3>{t('step', { number, name: t(`steps.${name}.title`) })}</h3>
          <StatusTag tone={isDone ? 'good' : 'waiting'}>{t(isDone ? 'done' : 'open')}</StatusTag>
        </div>
        <p className="quiet">{text}</p>
      </div>
      {to ? (
        <LinkButton to={to} type={isDone ? 'default' : 'primary'}>
          {t(`steps.${name}.action`)}
        </LinkButton>
      ) : (
        <span className="quiet small">{t('sessionFirst')}</span>
      )}
    </li>
  );
}
