import { hexHash } from '@plenum/ballot-crypto';
import { useTranslation } from 'react-i18next';
import type { Drawing } from '../../api/shapes.js';
import { seedText } from './redraw.js';

interface RecalculationProps {
  readonly ballotId: string;
  readonly drawing: Drawing;
}

/** How to draw again by hand, with any program that takes a SHA-256: the text, its fingerprint, and the rule. */
export function Recalculation({ ballotId, drawing }: RecalculationProps) {
  const { t } = useTranslation('lots');
  const text = seedText(ballotId, drawing);
  return (
    <details className="lots-recalculation">
      <summary>{t('recalculate.title')}</summary>
      <ol>
        <li>
          {t('recalculate.seed')}
          <code className="lots-code">{text}</code>
          <code className="lots-code">{hexHash(text)}</code>
        </li>
        <li>{t('recalculate.numbers')}</li>
        <li>{t('recalculate.pick', { tied: [...drawing.tied].sort().join(' '), count: drawing.tied.length })}</li>
        <li>{t('recalculate.commitments', { ballotId, no: drawing.no })}</li>
      </ol>
    </details>
  );
}
