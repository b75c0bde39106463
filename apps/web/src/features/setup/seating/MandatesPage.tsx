import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../../../shared/page/EmptyState.js';
import { formatDate, formatDay } from '../../../shared/text/formats.js';
import { StatusTag } from '../../../shared/page/StatusTag.js';
import { Page } from '../../../shared/page/Page.js';
import { QueryView } from '../../../shared/page/QueryView.js';
import { Section } from '../../../shared/page/Section.js';
import { SidewaysScroll } from '../../../shared/page/SidewaysScroll.js';
import { usePagination } from '../../../shared/page/use-pagination.js';
import { type Mandate, useMandates } from '../setup-requests.js';

const ROWS = 50;

/** Who was elected to what by which ballot, and until when; what was annulled since is shown with its reason. */
export function MandatesPage() {
  const { t, i18n } = useTranslation('setup');
  const pages = usePagination();
  const mandates = useMandates();
  const untilOf = ({ until, withdrawnBecause }: Mandate) =>
    withdrawnBecause === null ? (
      formatDate(until, i18n.language)
    ) : (
      <StatusTag tone="bad">{t('mandates.withdrawn', { reason: withdrawnBecause })}</StatusTag>
    );
  return (
    <Page title={t('mandates.title')} intro={t('mandates.intro')} back="/setup" wide>
      <Section title={t('mandates.list')}>
        <QueryView query={mandates}>
          {(items) => (
            <SidewaysScroll label={t('mandates.list')}>
              <Table<Mandate>
                rowKey={({ ballotId, memberId, name }) => `${ballotId} ${memberId ?? name}`}
                size="small"
                dataSource={[...items]}
                locale={{ emptyText: <EmptyState text={t('mandates.none')} /> }}
                pagination={{ ...pages, pageSize: ROWS }}
                columns={[
                  { key: 'name', title: t('mandates.name'), dataIndex: 'name' },
                  { key: 'post', title: t('mandates.post'), dataIndex: 'post' },
                  {
                    key: 'ballot',
                    title: t('mandates.ballot'),
                    render: (_: unknown, { ballotId, title }) => <Link to={`/ballots/${ballotId}`}>{title}</Link>,
                  },
                  {
                    key: 'electedAt',
                    title: t('mandates.electedAt'),
                    render: (_: unknown, { electedAt }) => formatDay(electedAt, i18n.language),
                  },
                  { key: 'until', title: t('mandates.until'), render: (_: unknown, mandate) => untilOf(mandate) },
                ]}
              />
            </SidewaysScroll>
          )}
        </QueryView>
      </Section>
    </Page>
  );
}
