import { useTranslation } from 'react-i18next';
import { MemberSelect } from '../../shared/congress/MemberSelect.js';

interface IdentityFieldProps {
  readonly label: string;
  readonly value?: readonly string[];
  readonly onChange?: (memberIds: readonly string[]) => void;
}

/** Which member somebody is whom the result knows by name alone: one, the last who was chosen. */
export function IdentityField({ label, value = [], onChange }: IdentityFieldProps) {
  const { t } = useTranslation();
  return (
    <MemberSelect
      label={label}
      placeholder={t('searchMembers')}
      value={value}
      onChange={(chosen) => onChange?.(chosen.slice(-1))}
      without={new Set()}
    />
  );
}
