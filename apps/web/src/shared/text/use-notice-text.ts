import { useTranslation } from 'react-i18next';
import type { NoticeView } from '../../api/shapes.js';
import { presentable } from './formats.js';
import { messageKeyOf } from '../../i18n/message-files.js';
import { useTextOr } from './use-text-or.js';

type Facts = NoticeView['params'];

/** Where the words of a fact that is itself a code are found: a session's seat and a ballot have kinds of their own. */
const CODED: Readonly<Record<string, readonly string[]>> = {
  office: ['common:roles'],
  kind: ['common:roles', 'ballots:kind', 'requests:kind'],
  outcome: ['proposals:review.outcome', 'ballots:objection.outcome', 'requests:outcome'],
  // Nobody hears of a result before the lots that it asks for are drawn.
  status: ['inbox:declaredStatus', 'ballots:result.status'],
};

/** Words for a notice, by its code. */
export function useNoticeText(): (notice: Pick<NoticeView, 'code' | 'params'>) => string {
  const { t, i18n } = useTranslation('inbox');
  const textOr = useTextOr();
  const worded = ([name, fact]: [string, Facts[string]]): [string, unknown] => {
    const found = (CODED[name] ?? []).map((place) => textOr(`${place}.${fact}`, '')).find((words) => words !== '');
    return [name, name === 'proposer' && fact === '' ? t('withheld.proposer') : (found ?? fact)];
  };
  const matterOf = ({ subject: told, docketNo }: Facts) => {
    const subject = told === '' ? t('withheld.subject') : told;
    return docketNo ? t('matterWithNo', { subject, docketNo }) : t('matter', { subject });
  };
  return ({ code, params }) => {
    const facts = Object.fromEntries(Object.entries(presentable(params, i18n.language) as Facts).map(worded));
    return textOr(`inbox:codes.${messageKeyOf(code)}`, t('other'), {
      ...facts,
      matter: matterOf(params),
      ...(params['dueOn'] === '' ? { context: 'undated' } : {}),
    });
  };
}
