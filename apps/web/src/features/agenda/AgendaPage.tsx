import { Alert, Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { EmptyState } from '../../shared/page/EmptyState.js';
import { Page } from '../../shared/page/Page.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { Section } from '../../shared/page/Section.js';
import { StatusTag, type Tone } from '../../shared/page/StatusTag.js';
import { ConflictNotice } from '../../shared/forms/ConflictNotice.js';
import { ReasonButton } from '../../shared/forms/ReasonButton.js';
import { useOutdated } from '../../shared/forms/use-outdated.js';
import { useVersionedAction } from '../../shared/forms/use-versioned-action.js';
import { formatDate, formatInstant } from '../../shared/text/formats.js';
import { AGENDA_CHANGES, type AgendaView, reopenAgenda, restoreAgenda, useAgenda } from './agenda-requests.js';
import { AdoptForm } from './AdoptForm.js';
import { AgreeForm } from './AgreeForm.js';
import { AgendaItems } from './AgendaItems.js';
import { OrderOfTheDay } from './OrderOfTheDay.js';
import { VotesOnRecord } from './VotesOnRecord.js';
import { PapersSection } from './papers/PapersSection.js';
import './agenda.css';

const TONES: Readonly<Record<AgendaView['state'], Tone>> = { COLLECTING: 'waiting', AGREED: 'running', ADOPTED: 'good' };

/** The agenda of a session: for delegates what they will deal with, for the secretariat how it comes about. */
export function AgendaPage() {
  const { id = '' } = useParams();
  const { t, i18n } = useTranslation('agenda');
  const agenda = useAgenda(id);
  const { data } = agenda;
  const intro = data && t('of', { title: data.sessionTitle, at: formatInstant(data.opensAt, i18n.language) });
  const print = data && data.items.length > 0 && <Button onClick={() => window.print()}>{t('print')}</Button>;
  return (
    <Page title={t('title')} intro={intro} back="/" actions={print}>
      <QueryView query={agenda} lines={6}>
        {(view) => <Agenda agenda={view} />}
      </QueryView>
    </Page>
  );
}

function Agenda({ agenda }: { readonly agenda: AgendaView }) {
  const { t, i18n } = useTranslation('agenda');
  const { state, items, agreement, adoptions, allowedActions } = agenda;
  const may = (action: AgendaView['allowedActions'][number]) => allowedActions.includes(action);
  const tag = items.length > 0 && <StatusTag tone={TONES[state]}>{t(`state.${state}`)}</StatusTag>;
  return (
    <>
      <Section title={t('items')} extra={tag}>
        <Standing agenda={agenda} />
        <LateOpening agenda={agenda} />
        {agreement && <p className="quiet">{t('agree.agreed', { party: agreement.party, on: formatDate(agreement.on, i18n.language) })}</p>}
        {items.length === 0 && <EmptyState text={t('none')} hint={t('noneHint')} />}
        <AgendaItems agenda={agenda} />
      </Section>
      {may('revise') && items.length > 0 && <AgreeForm agenda={agenda} />}
      {may('adopt') && <AdoptForm key={agenda.version} agenda={agenda} />}
      {adoptions.length > 0 && <VotesOnRecord adoptions={adoptions} />}
      {(may('reopen') || may('restore')) && <Changing agenda={agenda} />}
      {agenda.mayReadPapers && <PapersSection sessionId={agenda.sessionId} topics={items} />}
      <OrderOfTheDay agenda={agenda} />
    </>
  );
}

/** What the reader sees below: topics that are collected, a draft, or what was adopted. */
function Standing({ agenda: { state, stands, reopenedFor, items, allowedActions } }: { readonly agenda: AgendaView }) {
  const { t } = useTranslation('agenda');
  const isOwn = allowedActions.includes('revise');
  if (reopenedFor !== null && stands)
    return <Alert className="section" type="warning" showIcon title={t('changing', { reason: reopenedFor })} />;
  if (state === 'COLLECTING') return isOwn && items.length > 0 ? <p className="quiet">{t('collecting')}</p> : null;
  return <p className="quiet">{t(state === 'ADOPTED' ? 'standing' : 'draft')}</p>;
}

/** That papers were late when the session opened, and why it opened nevertheless: it stands in the record. */
function LateOpening({ agenda: { lateOpening } }: { readonly agenda: AgendaView }) {
  const { t } = useTranslation('papers');
  const { t: common } = useTranslation();
  if (!lateOpening) return null;
  return <p>{t('lateOpening', { titles: lateOpening.titles.join(common('listSeparator')), reason: lateOpening.reason })}</p>;
}

/** Opens it for changes, or gives them up. */
function Changing({ agenda }: { readonly agenda: AgendaView }) {
  const { t } = useTranslation('agenda');
  const outdated = useOutdated(agenda, { changes: AGENDA_CHANGES });
  const reopen = useVersionedAction<unknown, string>(outdated, (version, reason) => reopenAgenda(agenda.sessionId, reason, version), {
    done: t('reopen.done'),
  });
  const restore = useVersionedAction(outdated, (version) => restoreAgenda(agenda.sessionId, version), { done: t('restore.done') });
  return (
    <div className="toolbar">
      <ConflictNotice of={outdated} />
      {agenda.allowedActions.includes('reopen') && (
        <ReasonButton
          label={t('reopen.action')}
          title={t('reopen.title')}
          reasonLabel={t('reopen.reason')}
          isBusy={reopen.isPending}
          onOpen={() => outdated.rebase()}
          onConfirm={(reason) => reopen.mutate(reason)}
        />
      )}
      {agenda.allowedActions.includes('restore') && (
        <Popconfirm title={t('restore.confirm')} onOpenChange={(isOpen) => isOpen && outdated.rebase()} onConfirm={() => restore.mutate()}>
          <Button loading={restore.isPending}>{t('restore.action')}</Button>
        </Popconfirm>
      )}
    </div>
  );
}
