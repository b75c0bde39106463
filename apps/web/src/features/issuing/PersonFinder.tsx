import { useQueryClient } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NamedChoice } from '../../shared/forms/SearchSelect.js';
import { useProblemText } from '../../shared/text/use-problem-text.js';
import { findMembers } from './issuing-requests.js';

/** Finds who stands at the desk: a staff number, typed or scanned, and Enter; a name where several match is chosen. */
export function PersonFinder({ onFound }: { readonly onFound: (person: NamedChoice | null) => void }) {
  const { t } = useTranslation('issuing');
  const { t: common } = useTranslation();
  const client = useQueryClient();
  const problemText = useProblemText();
  const [isBusy, setBusy] = useState(false);
  const [found, setFound] = useState<readonly NamedChoice[]>([]);
  const [problem, setProblem] = useState('');
  const search = async (typed: string) => {
    const term = typed.trim();
    if (term === '') return;
    setBusy(true);
    onFound(null);
    try {
      const people = (await findMembers(client, term)).map(({ id, name, staffNo }) => ({ id, name: common('person', { name, staffNo }) }));
      setProblem(people.length === 0 ? common('noMembers') : '');
      setFound(people.length > 1 ? people : []);
      if (people.length === 1) onFound(people[0] ?? null);
    } catch (error) {
      setProblem(problemText(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Input.Search
        autoFocus
        size="large"
        aria-label={t('serve.find')}
        placeholder={t('serve.find')}
        enterButton={t('serve.search')}
        autoComplete="off"
        loading={isBusy}
        onSearch={(typed) => void search(typed)}
      />
      <p className="finder-problem" role="alert">
        {problem}
      </p>
      {found.length > 0 && (
        <ul className="rows" aria-label={t('serve.several')}>
          {found.map((person) => (
            <li key={person.id}>
              <button
                type="button"
                className="finder-row"
                onClick={() => {
                  setFound([]);
                  onFound(person);
                }}
              >
                {person.name}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
