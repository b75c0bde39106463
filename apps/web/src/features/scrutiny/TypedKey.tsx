import { Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

interface TypedKeyProps {
  readonly value: string;
  readonly onChange: (typed: string) => void;
}

/** The key from the sheet of paper, where this device does not keep it. */
export function TypedKey({ value, onChange }: TypedKeyProps) {
  const { t } = useTranslation('scrutiny');
  const id = useId();
  return (
    <div className="section">
      <label htmlFor={id}>{t('open.typed')}</label>
      <Input.TextArea
        id={id}
        className="typed-key"
        rows={3}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
      <p className="quiet small">{t('open.typedHint')}</p>
    </div>
  );
}
