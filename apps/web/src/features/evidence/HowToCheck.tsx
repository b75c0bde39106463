import { useTranslation } from 'react-i18next';
import type { BallotFile } from '../../api/shapes.js';
import { Section } from '../../shared/page/Section.js';

interface HowToCheckProps {
  readonly files: readonly BallotFile[];
  readonly hasCase: boolean;
}

/** How anybody checks the files without asking this house: the steps, each with what to type. */
export function HowToCheck({ files, hasCase }: HowToCheckProps) {
  const { t } = useTranslation('evidence');
  const has = (file: BallotFile) => files.includes(file);
  const steps = [
    { name: 'paper', isShown: has('tally-sheet'), hasCommand: false },
    { name: 'verifier', isShown: has('archive') || has('evidence'), hasCommand: false },
    { name: 'archive', isShown: has('archive') && !has('sidecar'), hasCommand: true },
    { name: 'archiveWithSidecar', isShown: has('sidecar'), hasCommand: true },
    { name: 'since', isShown: has('archive'), hasCommand: true },
    { name: 'evidence', isShown: has('evidence'), hasCommand: true },
    { name: 'case', isShown: hasCase, hasCommand: true },
    { name: 'compare', isShown: has('archive') || has('evidence'), hasCommand: false },
  ] as const;
  return (
    <Section title={t('how.title')}>
      {(has('archive') || has('evidence')) && (
        <div className="check-here">
          <p>{t('how.page.text')}</p>
          <a className="check-link" href="/plenum-verify.html" download="plenum-verify.html">
            {t('how.page.save')}
          </a>
          <p className="quiet small">{t('how.page.trust')}</p>
        </div>
      )}
      <ol className="how-steps">
        {steps.map((step) =>
          step.isShown ? (
            <li key={step.name}>
              {t(`how.${step.name}.step`)}
              {step.hasCommand && <code className="how-command">{t(`how.${step.name}.command`)}</code>}
            </li>
          ) : null,
        )}
      </ol>
      <p className="quiet small">{t('how.limits')}</p>
    </Section>
  );
}
