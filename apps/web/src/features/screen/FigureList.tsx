/** A figure of the wall; what is not known yet is left out. */
export interface Figure {
  readonly name: string;
  readonly value: number | null;
}

/** Names and numbers, side by side. */
export function FigureList({ figures }: { readonly figures: readonly Figure[] }) {
  return (
    <dl className="screen-figures">
      {figures.map(({ name, value }) =>
        value === null ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
