/** The two orders of names, by strokes and by pinyin. */
// PostgreSQL's own collations differ from build to build; Node brings the Unicode tables of strokes and pinyin (CLDR) with it.
export const NAME_COLLATORS = { strokes: new Intl.Collator('zh-u-co-stroke'), pinyin: new Intl.Collator('zh-u-co-pinyin') } as const;
