import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SessionView } from '../../api/shapes.js';
import { neededOf } from '../../shared/ballot/ballot-rules.js';
import { formatInstant } from '../../shared/text/formats.js';
import { LinkButton } from '../../shared/page/LinkButton.js';
import { ConflictNotice } from '../../shared/forms/ConflictNotice.js';
import { Section } from '../../shared/page/Section.js';
import { useOutdated } from '../../shared/forms/use-outdated.js';
import { useVersionedAction } from '../../shared/forms/use-versioned-action.js';
import { usePapers } from '../../shared/congress/papers.js';
import { LatePapers } from './LatePapers.js';
import { openSession, SESSION_CHANGES } from './session-requests.js';

/** Opens the session: how many are expected and needed is said before, and who has nobody to open for is told what to do first. */
export function OpeningForm({ session }: { readonly session: SessionView }) {
  const { t, i18n } = useTranslation('sessionDesk');
  const { id, title, entitled, quorum, opensAt } = session;
  const outdated = useOutdated(session, { changes: SESSION_CHANGES });
  const papers = usePapers(id);
  const late = (papers.data?.papers ?? []).filter((paper) => paper.late);
  const open = useVersionedAction<unknown, string | undefined>(outdated, (version, reason) => openSession(id, version, reason), {
    done: t('open.done'),
  });
  const needed = neededOf(quorum, entitled);
  if (entitled === 0) {
    return (
      <Section title={t('open.title')}>
        <p>{t('open.nobody')}</p>
        <LinkButton to="/roster" type="primary">
          {t('open.toRoster')}
        </LinkButton>
      </Section>
    );
  }
  return (
    <Section title={t('open.title')}>
      <p>{t('open.planned', { at: formatInstant(opensAt, i18n.language) })}</p>
      <p>{t('open.intro', { entitled, needed })}</p>
      <ConflictNotice of={outdated} />
      {late.length > 0 ? (
        <LatePapers
          sessionId={id}
          late={late.map(({ title: name }) => name)}
          lastDay={papers.data?.lastDay ?? ''}
          isBusy={open.isPending}
          onOpen={(reason) => open.mutate(reason)}
        />
      ) : (
        <Popconfirm
          title={t('open.confirm', { title })}
          onOpenChange={(isOpen) => isOpen && outdated.rebase()}
          description={t('open.once')}
          onConfirm={() => open.mutate(undefined)}
        >
          <Button type="primary" size="large" loading={open.isPending}>
            {t('open.action', { entitled })}
          </Button>
        </Popconfirm>
      )}
    </Section>
  );
}
