import { Alert, Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { BallotView } from '../../api/shapes.js';
import { BALLOT_CHANGES, useBallot } from '../../shared/ballot/ballot-queries.js';
import { EmptyState } from '../../shared/page/EmptyState.js';
import { Page } from '../../shared/page/Page.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { Section } from '../../shared/page/Section.js';
import { useAction } from '../../shared/forms/use-action.js';
import { DeclareForm } from './DeclareForm.js';
import { type Relatives, useRelatives, withdrawRelatives } from './nomination-requests.js';

/** Near relatives of candidates among those who count (回避): declared, taken back, and who has to be replaced for it. */
export function RelativesPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('nomination');
  const ballot = useBallot(id);
  const relatives = useRelatives(id);
  return (
    <Page title={t('relatives.title')} intro={ballot.data?.title} back={`/ballots/${id}`}>
      <QueryView query={ballot} lines={4}>
        {(known) => (
          <QueryView query={relatives} lines={4}>
            {(data) => <Declared ballot={known} relatives={data} />}
          </QueryView>
        )}
      </QueryView>
    </Page>
  );
}

function Declared({ ballot, relatives: { items, barred } }: { readonly ballot: BallotView; readonly relatives: Relatives }) {
  const { t } = useTranslation('nomination');
  const { t: common } = useTranslation();
  const withdraw = useAction((memberIds: string[]) => withdrawRelatives(ballot.id, memberIds), {
    done: t('relatives.withdrawn'),
    changes: BALLOT_CHANGES,
  });
  const nameOf = ({ name }: { readonly name: string | null } = { name: null }) => name ?? t('relatives.somebody');
  return (
    <>
      <p className="quiet">{t('relatives.intro')}</p>
      {barred.length > 0 && (
        <Alert
          className="section"
          type="warning"
          showIcon
          title={t('relatives.barred')}
          description={t('relatives.barredText', { names: barred.map(nameOf).join(common('listSeparator')) })}
        />
      )}
      <Section title={t('relatives.listTitle')}>
        {items.length === 0 && <EmptyState text={t('relatives.none')} />}
        {items.map(({ members: [one, other], kind }) => (
          <div className="file-row" key={`${one?.id} ${other?.id}`}>
            <span className="row-main">
              {t('relatives.pair', { one: nameOf(one), other: nameOf(other) })}{' '}
              <span className="quiet">{t(`relatives.kinds.${kind}`)}</span>
            </span>
            {ballot.allowedActions.includes('withdraw-relatives') && (
              <Popconfirm
                title={t('relatives.withdrawConfirm')}
                onConfirm={() => withdraw.mutate([one, other].flatMap((person) => person?.id ?? []))}
              >
                <Button size="small" loading={withdraw.isPending}>
                  {t('relatives.withdraw')}
                </Button>
              </Popconfirm>
            )}
          </div>
        ))}
      </Section>
      {ballot.allowedActions.includes('declare-relatives') && <DeclareForm ballotId={ballot.id} />}
    </>
  );
}
