import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { QueryView } from '../../shared/page/QueryView.js';
import { Section } from '../../shared/page/Section.js';
import { SidewaysScroll } from '../../shared/page/SidewaysScroll.js';
import { useAttendanceByDelegation } from './session-requests.js';

const FIGURES = ['entitled', 'here', 'expected', 'left', 'late'] as const;

/** How full each delegation is, so that its head can be asked for those who are missing. */
export function ByDelegation({ sessionId }: { readonly sessionId: string }) {
  const { t } = useTranslation('sessionDesk');
  const delegations = useAttendanceByDelegation(sessionId);
  return (
    <Section title={t('delegations.title')}>
      <QueryView query={delegations}>
        {(rows) => (
          <SidewaysScroll label={t('delegations.title')}>
            <Table
              size="small"
              rowKey={({ delegationId }) => delegationId ?? ''}
              dataSource={rows}
              pagination={false}
              columns={[
                { key: 'name', title: t('list.delegation'), render: (_, { name }) => name ?? t('delegations.none') },
                ...FIGURES.map((figure) => ({
                  key: figure,
                  dataIndex: figure,
                  title: t(`delegations.${figure}`),
                  align: 'right' as const,
                })),
              ]}
            />
          </SidewaysScroll>
        )}
      </QueryView>
    </Section>
  );
}
