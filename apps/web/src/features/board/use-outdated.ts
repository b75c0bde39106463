import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { codeOf } from '../../api/problem.js';
import { PROPOSAL_CHANGES } from '../../shared/proposal/queries.js';

/** A decision on what has changed since: the proposal is shown anew, and the decision waits in its form. */
export function useOutdated(): (error: unknown) => boolean {
  const { t } = useTranslation('board');
  const { modal } = App.useApp();
  const client = useQueryClient();
  return (error) => {
    if (codeOf(error) !== 'proposals.outdated') return false;
    for (const queryKey of PROPOSAL_CHANGES) void client.invalidateQueries({ queryKey });
    void modal.warning({ title: t('outdated') });
    return true;
  };
}
