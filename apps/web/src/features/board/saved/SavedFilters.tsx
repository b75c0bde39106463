import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../../shared/forms/use-action.js';
import { counted } from '../../../shared/forms/use-text-rules.js';
import { charactersOf } from '../../../shared/text/characters.js';
import type { ProposalFilter } from '../../../shared/proposal/queries.js';
import { addressOf, contentOf, isShown } from './filter-content.js';
import { FILTER_CHANGES, keepFilter, removeFilter, renameFilter, type SavedFilter, useSavedFilters } from './saved-filters.js';

const NAME_MAX = 40;

const isName = (text: string): boolean => text.trim() !== '' && charactersOf(text.trim()) <= NAME_MAX;

interface SavedFiltersProps {
  /** What the board shows now. */
  readonly shown: ProposalFilter;
  /** Shows another: the parts of its address. */
  readonly onShow: (address: Readonly<Record<string, string>>) => void;
}

/** The filters that somebody keeps under names of their own: each is shown by a button, and they are named and removed below. */
export function SavedFilters({ shown, onShow }: SavedFiltersProps) {
  const { t } = useTranslation('board');
  const saved = useSavedFilters();
  if (!saved.data) return null;
  const { items, max } = saved.data;
  return (
    <div className="board-saved">
      {items.length > 0 && (
        <div className="toolbar" role="group" aria-label={t('saved.title')}>
          {items.map((one) => {
            const isOn = isShown(one.filter, shown);
            return (
              <Button key={one.id} type={isOn ? 'primary' : 'default'} aria-pressed={isOn} onClick={() => onShow(addressOf(one.filter))}>
                {one.name}
              </Button>
            );
          })}
        </div>
      )}
      <details className="chart-table">
        <summary>{t('saved.manage', { count: items.length, max })}</summary>
        {items.length < max ? <KeepForm shown={shown} /> : <p className="quiet">{t('saved.full', { max })}</p>}
        <ul className="board-saved-list" aria-label={t('saved.manage', { count: items.length, max })}>
          {items.map((one) => (
            <li key={`${one.id} ${one.version}`}>
              <SavedRow saved={one} />
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

function KeepForm({ shown }: Pick<SavedFiltersProps, 'shown'>) {
  const { t } = useTranslation('board');
  const [name, setName] = useState('');
  const keeping = useAction(() => keepFilter(name.trim(), contentOf(shown)), {
    done: t('saved.kept'),
    changes: FILTER_CHANGES,
    onDone: () => setName(''),
  });
  return (
    <form
      className="toolbar"
      onSubmit={(event) => {
        event.preventDefault();
        if (isName(name)) keeping.mutate();
      }}
    >
      <Input
        aria-label={t('saved.name')}
        placeholder={t('saved.name')}
        value={name}
        count={counted(NAME_MAX)}
        onChange={({ target }) => setName(target.value)}
      />
      <Button htmlType="submit" disabled={!isName(name)} loading={keeping.isPending}>
        {t('saved.keep')}
      </Button>
    </form>
  );
}

function SavedRow({ saved }: { readonly saved: SavedFilter }) {
  const { t } = useTranslation('board');
  const [name, setName] = useState(saved.name);
  const renaming = useAction(() => renameFilter(saved, name.trim()), { done: t('saved.renamed'), changes: FILTER_CHANGES });
  const removing = useAction(() => removeFilter(saved), { done: t('saved.removed'), changes: FILTER_CHANGES });
  const isOther = isName(name) && name.trim() !== saved.name;
  return (
    <div className="toolbar">
      <Input
        aria-label={t('saved.nameOf', { name: saved.name })}
        value={name}
        count={counted(NAME_MAX)}
        onChange={({ target }) => setName(target.value)}
      />
      <Button
        disabled={!isOther}
        loading={renaming.isPending}
        aria-label={t('saved.renameOf', { name: saved.name })}
        onClick={() => renaming.mutate()}
      >
        {t('saved.rename')}
      </Button>
      <Button danger loading={removing.isPending} aria-label={t('saved.removeOf', { name: saved.name })} onClick={() => removing.mutate()}>
        {t('saved.remove')}
      </Button>
    </div>
  );
}
