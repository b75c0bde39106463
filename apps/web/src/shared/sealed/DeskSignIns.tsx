import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, ballot as service } from '../../api/client.js';
import type { BallotView } from '../../api/shapes.js';
import { formatTime } from '../text/formats.js';
import { StatusTag } from '../page/StatusTag.js';
import { Section } from '../page/Section.js';
import { useNameOf } from '../text/use-name-of.js';

const FEW = 10; // A desk that signed everybody in would fill the page above what a scrutineer has to do.
const WATCH_MS = 15_000; // People arrive until the vote is opened, and no notice tells of them.

/**
 * Whom another hand signed in, and whose: a scrutineer who misses one of them in the hall can say so before the vote is opened. Says
 * nothing where there is none.
 */
export function DeskSignIns({ ballot: { id, state } }: { readonly ballot: Pick<BallotView, 'id' | 'state'> }) {
  const { t, i18n } = useTranslation('issuing');
  const nameOf = useNameOf();
  const signIns = useQuery({
    queryKey: ['ballot', id, 'desk-sign-ins'],
    queryFn: () => answer(service.GET('/api/ballot/ballots/{id}/desk-sign-ins', { params: { path: { id } } })),
    select: ({ items }) => [...items.filter(({ late }) => late), ...items.filter(({ late }) => !late)],
    refetchInterval: state === 'ROLL_FROZEN' && WATCH_MS,
  });
  if (!signIns.data || signIns.data.length === 0) return null;
  return (
    <Section title={t('deskSignIns.title', { count: signIns.data.length })}>
      <p className="quiet">{t('deskSignIns.intro')}</p>
      <details open={signIns.data.length <= FEW}>
        <summary>{t('deskSignIns.show')}</summary>
        <ul className="rows">
          {signIns.data.map(({ member, at, madeBy, late }) => (
            <li key={`${member.id} ${at}`} className="reset-row">
              <div className="row-main">
                <div className="row-title">{nameOf(member)}</div>
                <div className="quiet">{t('deskSignIns.by', { at: formatTime(at, i18n.language), by: nameOf(madeBy) })}</div>
              </div>
              {late && <StatusTag tone="bad">{t('deskSignIns.late')}</StatusTag>}
            </li>
          ))}
        </ul>
      </details>
    </Section>
  );
}
