import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../../shared/EmptyState.js';
import { formatDate, formatDay } from '../../shared/formats.js';
import { Mark } from '../../shared/Mark.js';
import { Page } from '../../shared/Page.js';
import { QueryView } from '../../shared/QueryView.js';
import { Section } from '../../shared/Section.js';
import { SidewaysScroll } from '../../shared/SidewaysScroll.js';
import { usePages } from '../../shared/use-pages.js';
import { type Mandate, useMandates } from './setup-endpoints.js';

const ROWS = 50;

/** Who was elected to what by which ballot, and until when; what was annulled since is shown with its reason. */
export function MandatesPage() {
  const { t, i18n } = useTranslation('setup');
  const pages = usePages();
  const mandates = useMandates();
  const untilOf = ({ until, withdrawnBecause }: Mandate) =>
    withdrawnBecause === null ? (
      formatDate(until, i18n.language)
    ) : (
      <Mark tone="bad">{t('mandates.withdrawn', { reason: withdrawnBecause })}</Mark>
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
