import { InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Threshold } from '../../api/shapes.js';
import { BASES } from '../../shared/ballot/ballot-rules.js';

const PART_MAX = 100;

interface ThresholdFieldProps {
  readonly label: string;
  readonly value?: Threshold;
  readonly onChange?: (threshold: Threshold) => void;
}

/** "More than" or "at least" a fraction of a base: the three things that decide, side by side, so that none is taken for granted. */
export function ThresholdField({ label, value, onChange }: ThresholdFieldProps) {
  const { t } = useTranslation('organising');
  const { t: words } = useTranslation('ballots');
  if (!value) return null;
  const change = (part: Partial<Threshold>) => onChange?.({ ...value, ...part });
  return (
    <div className="threshold-field" role="group" aria-label={label}>
      <Select
        aria-label={t('threshold.base')}
        value={value.base}
        options={BASES.map((base) => ({ value: base, label: words(`bases.${base}`) }))}
        onChange={(base: Threshold['base']) => change({ base })}
      />
      <Select
        aria-label={t('threshold.comparison')}
        value={value.inclusive}
        options={[
          { value: false, label: t('threshold.moreThan') },
          { value: true, label: t('threshold.atLeast') },
        ]}
        onChange={(inclusive: boolean) => change({ inclusive })}
      />
      <InputNumber
        aria-label={t('threshold.num')}
        min={0}
        max={PART_MAX}
        precision={0}
        value={value.num}
        onChange={(num) => change({ num: num ?? value.num })}
      />
      <span aria-hidden>/</span>
      <InputNumber
        aria-label={t('threshold.den')}
        min={1}
        max={PART_MAX}
        precision={0}
        value={value.den}
        onChange={(den) => change({ den: den ?? value.den })}
      />
    </div>
  );
}
