import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useUnits } from '../../shared/congress/members.js';
import type { NamedChoice } from '../../shared/forms/SearchSelect.js';

interface UnitsFieldProps {
  readonly id?: string;
  readonly value?: readonly NamedChoice[];
  readonly onChange?: (units: readonly NamedChoice[]) => void;
}

/** The units that a vote finds excellent or not: what comes of it goes into the award list. */
export function UnitsField({ id, value = [], onChange }: UnitsFieldProps) {
  const { t: common } = useTranslation();
  const units = useUnits();
  const known = new Map([...(units.data ?? []), ...value].map((one) => [one.id, one.name]));
  return (
    <Select
      {...(id ? { id } : {})}
      mode="multiple"
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={common('chooseUnit')}
      value={value.map((one) => one.id)}
      onChange={(ids: string[]) => onChange?.(ids.map((unit) => ({ id: unit, name: known.get(unit) ?? unit })))}
      options={[...known].map(([unit, name]) => ({ value: unit, label: name }))}
    />
  );
}
