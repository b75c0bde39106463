import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../shared/text/formats.js';
import { useAction } from '../../shared/forms/use-action.js';
import { fetchMember, type Member, unlockSignIn } from './roster-requests.js';

/** Says that wrong passwords keep a member out of some device, and lets them try again at once. Says nothing where they do not. */
export function SignInLock({ member }: { readonly member: Member }) {
  const { t, i18n } = useTranslation('roster');
  const key = ['members', 'lock', member.id] as const;
  const current = useQuery({ queryKey: key, queryFn: () => fetchMember(member.id) });
  const unlock = useAction(() => unlockSignIn(member.id), { done: t('lock.done', { name: member.name }), changes: [key] });
  const until = current.data?.lockedUntil;
  if (!until) return null;
  return (
    <Alert
      className="section"
      type="warning"
      showIcon
      title={t('lock.title', { at: formatTime(until, i18n.language) })}
      description={t('lock.hint')}
      action={
        <Button loading={unlock.isPending} onClick={() => unlock.mutate()}>
          {t('lock.action')}
        </Button>
      }
    />
  );
}
