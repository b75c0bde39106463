/** How sure a source is (DOMAIN): a statute read in full, an excerpt of a published page, general knowledge. What is not verified has no preset. */
export type SourceMark = 'T' | 'E' | 'U';

export const PRESET_IDS = [
  'shanghai', 'zhejiang', 'zhejiang-election', 'henan', 'chongqing', 'shandong', 'enterprise', 'enterprise-election', 'state-enterprise', 'union-election', 'school', 'school-election', 'school-practice',
] as const;
export type PresetId = (typeof PRESET_IDS)[number];
