import { PrinterOutlined } from '@ant-design/icons';
import { Button, InputNumber, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useNoticeText } from '../../shared/text/use-notice-text.js';
import { EmptyState } from '../../shared/page/EmptyState.js';
import { Page } from '../../shared/page/Page.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { SidewaysScroll } from '../../shared/page/SidewaysScroll.js';
import { formatInstant } from '../../shared/text/formats.js';
import { type PaperListEntry, type ServedMatter, usePaperList } from './proof-requests.js';
import './proof.css';

const DAYS_USUAL = 3;
const DAYS_MAX = 60;
const GROUPINGS = ['unit', 'delegation'] as const;
type Grouping = (typeof GROUPINGS)[number];

/** For organisers: who is still to be told on paper, as a list to print and to have signed. */
export function PaperListPage() {
  const { t } = useTranslation('proof');
  const { id = '' } = useParams();
  const [days, setDays] = useState(DAYS_USUAL);
  const [grouping, setGrouping] = useState<Grouping>('unit');
  return (
    <Page title={t('paper.title')} back={`/proofs/${id}`}>
      <QueryView query={usePaperList(id, days)}>
        {({ matter, people }) => (
          <>
            <div className="not-printed card section">
              <p className="quiet">{t('paper.intro')}</p>
              <div className="toolbar paper-choices">
                <label className="paper-days">
                  <span>{t('paper.days')}</span>
                  <InputNumber min={0} max={DAYS_MAX} precision={0} value={days} onChange={(value) => setDays(value ?? DAYS_USUAL)} />
                </label>
                <Segmented
                  aria-label={t('paper.groupBy')}
                  value={grouping}
                  options={GROUPINGS.map((value) => ({ value, label: t(`paper.by.${value}`) }))}
                  onChange={setGrouping}
                />
              </div>
              <Button type="primary" icon={<PrinterOutlined />} disabled={people.length === 0} onClick={() => window.print()}>
                {t('paper.print', { count: people.length })}
              </Button>
            </div>
            {people.length === 0 ? <EmptyState text={t('paper.none')} /> : <Sheet matter={matter} people={people} grouping={grouping} />}
          </>
        )}
      </QueryView>
    </Page>
  );
}

interface SheetProps {
  readonly matter: ServedMatter;
  readonly people: readonly PaperListEntry[];
  readonly grouping: Grouping;
}

/** What goes on paper: what they are to be told, and a table to sign for each unit or delegation. */
function Sheet({ matter, people, grouping }: SheetProps) {
  const { t, i18n } = useTranslation('proof');
  const noticeText = useNoticeText();
  return (
    <div className="card paper-list">
      <p className="proof-matter">{noticeText(matter)}</p>
      <p className="quiet small">{t('toldAt', { when: formatInstant(matter.toldAt, i18n.language) })}</p>
      {grouped(people, grouping).map(([group, members]) => (
        <section key={group}>
          <h2>{t('paper.group', { group: group === '' ? t(`paper.without.${grouping}`) : group, count: members.length })}</h2>
          <SidewaysScroll label={group === '' ? t(`paper.without.${grouping}`) : group}>
            <Signatures members={members} />
          </SidewaysScroll>
        </section>
      ))}
    </div>
  );
}

function Signatures({ members }: { readonly members: readonly PaperListEntry[] }) {
  const { t } = useTranslation('proof');
  const { t: inbox } = useTranslation('inbox');
  const reasonOf = (reason: PaperListEntry['reason']) =>
    reason === 'not-opened' ? t('paper.notOpened') : inbox(`unreached.reasons.${reason}`);
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('paper.no')}</th>
          <th scope="col">{t('paper.staffNo')}</th>
          <th scope="col">{t('paper.name')}</th>
          <th scope="col">{t('paper.reason')}</th>
          <th scope="col" className="paper-sign">
            {t('paper.sign')}
          </th>
          <th scope="col" className="paper-date">
            {t('paper.date')}
          </th>
        </tr>
      </thead>
      <tbody>
        {members.map(({ memberId, staffNo, name, reason }, nth) => (
          <tr key={memberId}>
            <td>{nth + 1}</td>
            <td>{staffNo}</td>
            <td>{name}</td>
            <td>{reasonOf(reason)}</td>
            <td />
            <td />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** By unit or delegation in the order of their names; whose is not known comes last. */
function grouped(people: readonly PaperListEntry[], by: Grouping): readonly (readonly [string, readonly PaperListEntry[]])[] {
  const groups = new Map<string, PaperListEntry[]>();
  for (const person of people) groups.set(person[by] ?? '', [...(groups.get(person[by] ?? '') ?? []), person]);
  return [...groups].sort(([a], [b]) => Number(a === '') - Number(b === '') || a.localeCompare(b, 'zh-CN'));
}
