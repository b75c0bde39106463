import { Alert, Button, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Outdated } from '../../shared/forms/use-outdated.js';
import { useVersionedAction } from '../../shared/forms/use-versioned-action.js';
import { chooseCreations, type RosterImport } from './roster-requests.js';

type Names = RosterImport['missing'];
type Kind = keyof Names;
const KINDS: readonly Kind[] = ['units', 'delegations'];

interface MissingNamesProps {
  readonly roster: RosterImport;
  readonly outdated: Outdated<RosterImport>;
  readonly onChosen: (roster: RosterImport) => void;
}

/**
 * Units and delegations that the file names and that are not there: each may be set up with the import, or all at once. Nothing is until it
 * is written.
 */
export function MissingNames({ roster: { importId, missing }, outdated, onChosen }: MissingNamesProps) {
  const { t } = useTranslation('roster');
  const choose = useVersionedAction(
    outdated,
    (version, names: Record<Kind, string[]>) => chooseCreations(importId, { ...names, version }),
    {
      onDone: onChosen,
    },
  );
  const all = KINDS.flatMap((kind) => missing[kind]);
  if (all.length === 0) return null;
  const wanted = (kind: Kind) => missing[kind].filter((each) => each.wanted).map(({ name }) => name);
  const everything = { units: missing.units.map(({ name }) => name), delegations: missing.delegations.map(({ name }) => name) };
  return (
    <Alert
      className="section"
      type="info"
      title={t('missing.title', { count: all.length })}
      description={
        <>
          {KINDS.filter((kind) => missing[kind].length > 0).map((kind) => (
            <fieldset key={kind} className="roster-missing" disabled={choose.isPending}>
              <legend>{t(`missing.${kind}`)}</legend>
              <Checkbox.Group
                value={wanted(kind)}
                options={missing[kind].map(({ name, rows }) => ({ value: name, label: t('missing.option', { name, count: rows }) }))}
                onChange={(names) => choose.mutate({ units: wanted('units'), delegations: wanted('delegations'), [kind]: names })}
              />
            </fieldset>
          ))}
        </>
      }
      action={
        <Button disabled={all.every((each) => each.wanted)} loading={choose.isPending} onClick={() => choose.mutate(everything)}>
          {t('missing.all', { count: all.length })}
        </Button>
      }
    />
  );
}
