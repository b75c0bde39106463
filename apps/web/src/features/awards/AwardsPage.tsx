import { Card, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useSessions } from '../../shared/congress/members.js';
import { DownloadButton } from '../../shared/forms/DownloadButton.js';
import { EmptyState } from '../../shared/page/EmptyState.js';
import { Page } from '../../shared/page/Page.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { Section } from '../../shared/page/Section.js';
import { type AwardItem, type AwardListView, fetchAwards, useAwards } from './award-requests.js';
import { AwardRow } from './AwardRow.js';
import { NominateForm } from './NominateForm.js';
import './awards.css';

const KINDS: readonly AwardItem['kind'][] = ['PROPOSAL', 'UNIT'];

/** The award list of a session: what is awarded, and for the committee what is nominated. */
export function AwardsPage() {
  const { t, i18n } = useTranslation('awards');
  const [params, setParams] = useSearchParams();
  const sessions = useSessions();
  const [first] = sessions.data ?? [];
  const sessionId = params.get('session') ?? first?.id ?? '';
  const awards = useAwards(sessionId);
  return (
    <Page
      title={t('title')}
      intro={t('intro')}
      back="/proposals"
      actions={
        sessionId !== '' && (
          <DownloadButton
            label={t('document')}
            title={t('documentOf')}
            fileName={`${t('title')}.docx`}
            fetchFile={() => fetchAwards(sessionId, i18n.language.startsWith('zh') ? 'zh' : 'en')}
          />
        )
      }
    >
      <Card className="section">
        <QueryView query={sessions} lines={1}>
          {(all) =>
            all.length === 0 ? (
              <EmptyState text={t('noSession')} />
            ) : (
              <Select
                className="award-session"
                aria-label={t('session')}
                value={sessionId}
                onChange={(session: string) => setParams({ session })}
                options={all.map(({ id, title }) => ({ value: id, label: title }))}
              />
            )
          }
        </QueryView>
      </Card>
      {sessionId !== '' && (
        <QueryView query={awards} lines={6}>
          {(list) => <Awards key={sessionId} sessionId={sessionId} list={list} />}
        </QueryView>
      )}
    </Page>
  );
}

function Awards({ sessionId, list: { items, mayNominate } }: { readonly sessionId: string; readonly list: AwardListView }) {
  const { t } = useTranslation('awards');
  return (
    <>
      {KINDS.map((kind) => {
        const ofKind = items.filter((item) => item.kind === kind);
        return (
          <Section key={kind} title={t(`kind.${kind}`)}>
            {ofKind.length === 0 ? (
              <p className="quiet">{t(mayNominate ? 'noneNominated' : 'none')}</p>
            ) : (
              <ul className="rows" aria-label={t(`kind.${kind}`)}>
                {ofKind.map((item) => (
                  <AwardRow key={`${item.id}-${item.version}`} award={item} />
                ))}
              </ul>
            )}
          </Section>
        );
      })}
      {mayNominate && (
        <Section title={t('nominate.title')}>
          <NominateForm sessionId={sessionId} />
        </Section>
      )}
    </>
  );
}
