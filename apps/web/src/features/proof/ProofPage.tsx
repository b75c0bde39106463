import { Alert, Pagination, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { DownloadButton } from '../../shared/forms/DownloadButton.js';
import { SearchField } from '../../shared/forms/SearchField.js';
import { useNoticeText } from '../../shared/text/use-notice-text.js';
import { EmptyState } from '../../shared/page/EmptyState.js';
import { LinkButton } from '../../shared/page/LinkButton.js';
import { Page } from '../../shared/page/Page.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { Section } from '../../shared/page/Section.js';
import { usePagination } from '../../shared/page/use-pagination.js';
import { formatInstant } from '../../shared/text/formats.js';
import { fetchProofFile, type Proof, type ProofAsked, type ProofFilter, useProof } from './proof-requests.js';
import { RecordSignatures } from './RecordSignatures.js';
import { ServedRow } from './ServedRow.js';
import { useWayText } from './use-way-text.js';
import './proof.css';

const PAGE_SIZE = 20;
const EVERYBODY = 'everybody';
const CHOICES = [EVERYBODY, 'not-reached', 'unconfirmed', 'signed'] as const;

/** For organisers: what proves that each of those who were told something was, and who signed for it on paper. */
export function ProofPage() {
  const { t, i18n } = useTranslation('proof');
  const { id = '' } = useParams();
  const [asked, setAsked] = useState<ProofAsked>({});
  const [page, setPage] = useState(1);
  const choose = (change: Partial<ProofAsked>) => {
    setAsked((before) => ({ ...before, ...change }));
    setPage(1);
  };
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  return (
    <Page
      title={t('one')}
      back="/proofs"
      actions={
        <>
          <LinkButton to={`/proofs/${id}/paper`}>{t('paper.open')}</LinkButton>
          <DownloadButton
            label={t('file')}
            title={t('fileOf', { who: t(`only.${asked.only ?? EVERYBODY}`) })}
            fileName={t('fileName')}
            fetchFile={() => fetchProofFile(id, asked.only, language)}
          />
        </>
      }
    >
      <QueryView query={useProof(id, asked, page, PAGE_SIZE)}>
        {(proof) => (
          <>
            <Told proof={proof} />
            <Section title={t('people')}>
              <div className="toolbar" role="search" aria-label={t('filter')}>
                <Segmented
                  className="proof-choices"
                  value={asked.only ?? EVERYBODY}
                  options={CHOICES.map((value) => ({ value, label: t(`only.${value}`) }))}
                  onChange={(value) => choose({ only: value === EVERYBODY ? undefined : (value as ProofFilter) })}
                />
                <SearchField
                  className="proof-search"
                  label={t('search')}
                  onSearch={(typed) => choose({ search: typed.trim() === '' ? undefined : typed.trim() })}
                />
              </div>
              <People id={id} proof={proof} page={page} onPage={setPage} />
            </Section>
          </>
        )}
      </QueryView>
    </Page>
  );
}

/** What was told, to how many, and how many of them stand how. */
function Told({ proof: { matter, standings, groups } }: { readonly proof: Proof }) {
  const { t, i18n } = useTranslation('proof');
  const noticeText = useNoticeText();
  const wayText = useWayText();
  const figures = [
    ['told', matter.told],
    ['opened', standings.opened],
    ['signed', standings.signed],
    ['sent', standings.sent],
    ['waiting', standings.waiting],
    ['notReached', standings.notReached],
    ...(standings.withdrawn > 0 ? ([['withdrawn', standings.withdrawn]] as const) : []),
  ] as const;
  return (
    <Section title={t('matter')}>
      <p className="proof-matter">{noticeText(matter)}</p>
      <p className="quiet small">{t('toldAt', { when: formatInstant(matter.toldAt, i18n.language) })}</p>
      <dl className="figures">
        {figures.map(([name, count]) => (
          <div key={name}>
            <dt>{t(`figures.${name}`)}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      {groups.map(({ provider, ...post }) => (
        <p key={provider} className="small">
          {t('group', { group: wayText({ way: provider, ...post }) })}
        </p>
      ))}
    </Section>
  );
}

interface PeopleProps {
  readonly id: string;
  readonly proof: Proof;
  readonly page: number;
  readonly onPage: (page: number) => void;
}

/** Those who were told, and which of them are chosen to be put on record as having signed. */
function People({ id, proof: { matter, items, total }, page, onPage }: PeopleProps) {
  const { t } = useTranslation('proof');
  const pages = usePagination();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (memberId: string) =>
    setChosen((before) => new Set(before.has(memberId) ? [...before].filter((each) => each !== memberId) : [...before, memberId]));
  if (items.length === 0) return <EmptyState text={t('nobody')} />;
  return (
    <>
      <Alert type="info" title={t('howTo')} />
      <ul className="rows" aria-label={t('people')}>
        {items.map((person) => (
          <ServedRow
            key={person.memberId}
            matterId={id}
            person={person}
            isChosen={chosen.has(person.memberId)}
            onToggle={() => toggle(person.memberId)}
          />
        ))}
      </ul>
      <Pagination {...pages} current={page} pageSize={PAGE_SIZE} total={total} onChange={onPage} />
      <RecordSignatures id={id} toldAt={matter.toldAt} chosen={[...chosen]} onRecorded={() => setChosen(new Set())} />
    </>
  );
}
