import dayjs from 'dayjs';

type Values = Readonly<Record<string, unknown>>;

/** Values of a form as plain data; dates of the date fields are marked, so that they come back as dates. */
export function toPlain(values: Values): Values {
  return JSON.parse(
    JSON.stringify(values, function (this: Values, name: string, value: unknown) {
      const raw = this[name];
      return dayjs.isDayjs(raw) ? { $date: raw.toISOString() } : value;
    }),
  ) as Values;
}

/** The values of a form from what {@link toPlain} made. */
export function fromPlain(plain: Values): Values {
  return JSON.parse(JSON.stringify(plain), (_, value: unknown) => {
    const date = (value as { $date?: unknown } | null)?.$date;
    return typeof date === 'string' ? dayjs(date) : value;
  }) as Values;
}

/** The same text for values between which nobody sees a difference: an empty field is like one never touched. */
export const comparable = (plain: Values): string => JSON.stringify(pruned(plain));

function pruned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pruned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== '' && inner !== null && inner !== false && !(Array.isArray(inner) && inner.length === 0))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, pruned(inner)]),
  );
}
