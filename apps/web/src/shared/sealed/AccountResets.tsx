import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, ballot as service } from '../../api/client.js';
import type { BallotView } from '../../api/shapes.js';
import { formatTime } from '../text/formats.js';
import { StatusTag } from '../page/StatusTag.js';
import { Section } from '../page/Section.js';
import { useAction } from '../forms/use-action.js';
import { useNameOf } from '../text/use-name-of.js';
import { useAuthSession } from '../congress/use-auth-session.js';

const confirm = (id: string, memberId: string) =>
  answer(service.POST('/api/ballot/ballots/{id}/account-resets/{memberId}/confirmation', { params: { path: { id, memberId } } }));

/**
 * Whose password was set by way of a code since the session was announced, and who gave it: whoever gives codes could vote for the
 * absent. Officers who see the person confirm the account here. Says nothing where there is none.
 */
export function AccountResets({ ballot }: { readonly ballot: Pick<BallotView, 'id' | 'state' | 'officers'> }) {
  const { t, i18n } = useTranslation('issuing');
  const nameOf = useNameOf();
  const session = useAuthSession();
  const { id, state, officers = [] } = ballot;
  const key = ['ballot', id, 'account-resets'] as const;
  const resets = useQuery({
    queryKey: key,
    queryFn: () => answer(service.GET('/api/ballot/ballots/{id}/account-resets', { params: { path: { id } } })),
    select: ({ items }) => items,
  });
  const act = useAction((memberId: string) => confirm(id, memberId), { done: t('resets.confirmed'), changes: [key] });
  const isOfficer = session.status === 'signed-in' && officers.some(({ member }) => member.id === session.member.id);
  if (!resets.data || resets.data.length === 0) return null;
  return (
    <Section title={t('resets.title')}>
      <p className="quiet">{t('resets.intro')}</p>
      <ul className="rows">
        {resets.data.map(({ member, at, madeBy, isFirst, late, isHeld, confirmedBy }) => (
          <li key={`${member.id} ${at}`} className="reset-row">
            <div className="row-main">
              <div className="row-title">{nameOf(member)}</div>
              <div className="quiet">
                {t(late ? 'resets.lateFirst' : isFirst ? 'resets.first' : 'resets.again', {
                  at: formatTime(at, i18n.language),
                  by: madeBy ? nameOf(madeBy) : t('resets.byMail'),
                })}
              </div>
            </div>
            {isHeld && <StatusTag tone="bad">{t('resets.held')}</StatusTag>}
            {confirmedBy && <StatusTag tone="good">{t('resets.confirmedBy', { name: nameOf(confirmedBy) })}</StatusTag>}
            {isHeld && isOfficer && state === 'ROLL_FROZEN' && (
              <Button loading={act.isPending && act.variables === member.id} onClick={() => act.mutate(member.id)}>
                {t('resets.confirm')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
