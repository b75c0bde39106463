import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, congress } from '../../../api/client.js';
import type { BallotView, MemberPage } from '../../../api/shapes.js';

type Choices = NonNullable<BallotView['candidates']>;

/** Who or what is voted on, in the order of the paper. */
export const choicesIn = ({
  candidates,
  items,
  subjects,
  options,
}: Pick<BallotView, 'candidates' | 'items' | 'subjects' | 'options'>): Choices => candidates ?? items ?? subjects ?? options ?? [];

/** Names that stand on the paper more than once. */
export const namesakesIn = (labels: readonly string[]): readonly string[] => [
  ...new Set(labels.filter((label, at) => labels.indexOf(label) !== at)),
];

/**
 * What somebody is called on the paper: by name, and where another has the same one, by place on the paper, unit and staff number as well.
 */
export function useNamesOnPaper(answers: readonly (readonly string[])[], choices: Choices): (label: string, at: number) => string {
  const { t } = useTranslation('voting');
  const namesakes = [...new Set(answers.map(namesakesIn).reduce((all, some) => [...all, ...some], []))];
  const members = useQuery({
    queryKey: ['members', 'namesakes', namesakes],
    queryFn: async () => (await Promise.all(namesakes.map(findByName))).flatMap(({ items }) => items),
    enabled: namesakes.length > 0,
    staleTime: Infinity,
  });
  return (label, at) => {
    if (!namesakes.includes(label)) return label;
    const member = members.data?.find(({ id }) => id === choices[at]?.memberId);
    const about = member ? [member.unitName, member.staffNo].filter((fact) => fact !== null && fact !== '').join(' ') : '';
    return about === ''
      ? t('mark.namesake', { name: label, number: at + 1 })
      : t('mark.namesakeOf', { name: label, number: at + 1, about });
  };
}

const findByName = (search: string): Promise<MemberPage> =>
  answer(congress.GET('/api/congress/members', { params: { query: { search } } }));
