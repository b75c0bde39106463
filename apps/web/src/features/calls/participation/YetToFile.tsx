import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Pagination, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryView } from '../../../shared/page/QueryView.js';
import { type Participation, yetToFile } from './participation-requests.js';

const PAGE_SIZE = 60;

interface YetToFileProps {
  readonly callId: string;
  readonly delegations: Participation['delegations'];
}

/** The delegates who have handed in nothing of their own, of all delegations or of one. */
export function YetToFile({ callId, delegations }: YetToFileProps) {
  const { t } = useTranslation('calls');
  const [page, setPage] = useState(1);
  const [delegationId, setDelegation] = useState<string>();
  const people = useQuery({
    queryKey: ['calls', 'yet-to-file', callId, page, delegationId],
    queryFn: () => yetToFile(callId, page, PAGE_SIZE, delegationId),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      {delegations.length > 1 && (
        <Select
          allowClear
          className="participation-filter"
          aria-label={t('participation.filter')}
          placeholder={t('participation.all')}
          options={delegations.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id: string | undefined) => {
            setDelegation(id);
            setPage(1);
          }}
        />
      )}
      <QueryView query={people} lines={3}>
        {({ items, total }) => (
          <>
            <p className="quiet">{total === 0 ? t('participation.none') : t('participation.left', { count: total })}</p>
            <ul className="yet-to-file">
              {items.map(({ id, name, staffNo, hasSeconded }) => (
                <li key={id}>{t(hasSeconded ? 'participation.seconder' : 'participation.person', { name, staffNo })}</li>
              ))}
            </ul>
            <Pagination hideOnSinglePage current={page} pageSize={PAGE_SIZE} total={total} showSizeChanger={false} onChange={setPage} />
          </>
        )}
      </QueryView>
    </>
  );
}
