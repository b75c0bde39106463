import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { type ComparedContent, useSimilar } from './use-similar.js';

interface UnitHintsProps {
  readonly content: ComparedContent;
  readonly except?: string;
  readonly onChoose: (unitId: string) => void;
}

/** The units that handled the most similar matters, with how many; one is chosen by its button. */
export function UnitHints({ content, except, onChoose }: UnitHintsProps) {
  const { t } = useTranslation('proposals');
  const units = useSimilar(content, except).data?.units ?? [];
  if (units.length === 0) return null;
  return (
    <div className="unit-hints" role="group" aria-label={t('experienced')}>
      {units.map(({ unit, matters }) => (
        <Button key={unit.id} size="small" onClick={() => onChoose(unit.id)}>
          {t('experience', { unit: unit.name ?? '', count: matters })}
        </Button>
      ))}
    </div>
  );
}
