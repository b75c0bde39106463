import { DIGESTS } from '@plenum/contracts';
import { Checkbox, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { WantedPreferences } from './chosen.js';

interface TimeFieldsProps {
  readonly chosen: WantedPreferences;
  readonly timeZone: string;
  readonly onChange: (change: Partial<WantedPreferences>) => void;
}

const HOURS = Array.from({ length: 24 }, (_, hour) => ({ value: hour, label: `${String(hour).padStart(2, '0')}:00` }));
const DAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;
const USUAL_NIGHT = { quietFrom: '22:00', quietTo: '07:00' };

/** In which hours not. */
export function QuietFields({ chosen, timeZone, onChange }: TimeFieldsProps) {
  const { t } = useTranslation('preferences');
  const { quietFrom, quietTo } = chosen;
  const isOn = typeof quietFrom === 'string' || typeof quietTo === 'string';
  const times = [
    ['quietFrom', quietFrom],
    ['quietTo', quietTo],
  ] as const;
  return (
    <>
      <Checkbox checked={isOn} onChange={({ target }) => onChange(target.checked ? USUAL_NIGHT : { quietFrom: null, quietTo: null })}>
        {t('quiet.on')}
      </Checkbox>
      {isOn && (
        <div className="preference-times">
          {times.map(([name, value]) => (
            <label key={name} className="preference-time">
              <span>{t(`quiet.${name}`)}</span>
              <Input type="time" required value={value ?? ''} onChange={({ target }) => onChange({ [name]: target.value })} />
            </label>
          ))}
        </div>
      )}
      <p className="quiet small">{t('quiet.hint', { timeZone })}</p>
    </>
  );
}

/** Gathered how often, and when. */
export function DigestFields({ chosen, onChange }: Omit<TimeFieldsProps, 'timeZone'>) {
  const { t } = useTranslation('preferences');
  const { digest, digestHour, digestDay } = chosen;
  return (
    <>
      <Radio.Group
        className="preference-choices"
        aria-label={t('digest.title')}
        value={digest}
        options={DIGESTS.map((value) => ({ value, label: t(`digest.${value}`) }))}
        onChange={({ target }) => onChange({ digest: target.value })}
      />
      {digest !== 'each' && (
        <div className="preference-times">
          {digest === 'weekly' && (
            <label className="preference-time">
              <span>{t('digest.day')}</span>
              <Select
                aria-label={t('digest.day')}
                value={String(digestDay) as (typeof DAYS)[number]}
                options={DAYS.map((value) => ({ value, label: t(`days.${value}`) }))}
                onChange={(day) => onChange({ digestDay: Number(day) })}
              />
            </label>
          )}
          <label className="preference-time">
            <span>{t('digest.hour')}</span>
            <Select aria-label={t('digest.hour')} value={digestHour} options={HOURS} onChange={(hour) => onChange({ digestHour: hour })} />
          </label>
        </div>
      )}
      <p className="quiet small">{t('digest.hint')}</p>
    </>
  );
}
