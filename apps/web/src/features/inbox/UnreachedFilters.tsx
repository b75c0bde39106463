import { BOUNCE_REASONS, PERSONAL_WAYS } from '@plenum/contracts';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDelegations, useSessions, useUnits } from '../../shared/congress/members.js';
import type { UnreachedFilter } from './unreached-requests.js';

const REASONS = ['no-address', 'given-up', 'other-way', ...BOUNCE_REASONS] as const;
const ANY = '';

interface UnreachedFiltersProps {
  readonly filter: UnreachedFilter;
  readonly onChange: (filter: UnreachedFilter) => void;
}

/** Which of those who were not reached are shown: by way, reason, unit, and delegation of the latest session. */
export function UnreachedFilters({ filter, onChange }: UnreachedFiltersProps) {
  const { t } = useTranslation('inbox');
  const { t: proof } = useTranslation('proof');
  const units = useUnits();
  const sessions = useSessions();
  const latest = [...(sessions.data ?? [])].sort((a, b) => b.opensAt.localeCompare(a.opensAt))[0];
  const choose = (name: keyof UnreachedFilter, value: string) => {
    const { [name]: _before, ...others } = filter;
    onChange((value === ANY ? others : { ...others, [name]: value }) as UnreachedFilter);
  };
  const field = (name: 'way' | 'reason' | 'unitId', options: readonly { readonly value: string; readonly label: string }[]) => (
    <Select<string>
      key={name}
      aria-label={t(`unreached.filters.${name}`)}
      value={filter[name] ?? ANY}
      popupMatchSelectWidth={false}
      options={[{ value: ANY, label: t(`unreached.filters.any.${name}`) }, ...options]}
      onChange={(value) => choose(name, value)}
    />
  );
  return (
    <div className="toolbar section" role="search" aria-label={t('unreached.filters.title')}>
      {field(
        'way',
        PERSONAL_WAYS.map((value) => ({ value, label: proof(`ways.${value}`) })),
      )}
      {field(
        'reason',
        REASONS.map((value) => ({ value, label: t(`unreached.reasons.${value}`) })),
      )}
      {field(
        'unitId',
        (units.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
      )}
      {latest && <DelegationFilter sessionId={latest.id} value={filter.delegationId} onChange={(value) => choose('delegationId', value)} />}
    </div>
  );
}

interface DelegationFilterProps {
  readonly sessionId: string;
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
}

function DelegationFilter({ sessionId, value, onChange }: DelegationFilterProps) {
  const { t } = useTranslation('inbox');
  const delegations = useDelegations(sessionId);
  if ((delegations.data ?? []).length === 0) return null;
  return (
    <Select<string>
      aria-label={t('unreached.filters.delegationId')}
      value={value ?? ANY}
      popupMatchSelectWidth={false}
      options={[
        { value: ANY, label: t('unreached.filters.any.delegationId') },
        ...(delegations.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={onChange}
    />
  );
}
