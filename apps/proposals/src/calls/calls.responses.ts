import { CALL_PRESETS, type CallWindow, DEFAULT_SETTINGS, type PresetId, type ProposalSettings, phaseOf } from '@plenum/proposals-domain';
import { CallSettingsAnswer, settingsAnswer } from './settings.responses.js';

/** How many proposals are hoped for from one delegation. */
export class DelegationTargetAnswer {
  delegationId!: string;
  proposals!: number;
}

/** How many proposals a call hopes for. */
export class TargetsAnswer {
  /** Of each delegation of which nothing else is said; null where nothing is. */
  perDelegation!: number | null;
  ofDelegations!: DelegationTargetAnswer[];
}

/** A call for proposals with the rules that hold under it. */
export class CallAnswer extends CallSettingsAnswer {
  id!: string;
  sessionId!: string;
  opensAt!: string;
  /** The first instant past the window; null where proposals are taken all the year. */
  closesAt!: string | null;
  /** Where the present instant lies to the window. */
  phase!: 'before' | 'open' | 'after';
  /** What proposals are asked for on. */
  themes!: string[];
  /** What is no matter for a proposal; confirmed at submission. */
  exclusions!: string[];
  targets!: TargetsAnswer;
  /** Counts the changes of the window and the targets. */
  version!: number;
}

/** The day that a due rule leads to. */
export class DueDateAnswer {
  dueOn!: string;
  /** The day may still move with the holidays of a year that are not announced. */
  provisional!: boolean;
}

/** The calls of an organisation, the latest first. */
export class CallsAnswer {
  items!: CallAnswer[];
}

/** A call as it is shown at an instant. */
export function callAnswer(call: CallWindow, at: Date): CallAnswer {
  const { id, sessionId, opensAt, closesAt, themes, exclusions, targets, settings, version } = call;
  const window = { id, sessionId, opensAt: opensAt.toISOString(), closesAt: closesAt?.toISOString() ?? null, phase: phaseOf(call, at) };
  const contents = { themes: [...themes], exclusions: [...exclusions], targets: { ...targets, ofDelegations: [...targets.ofDelegations] } };
  return { ...window, ...contents, ...settingsAnswer(settings), version };
}

/** Rules to start a call from, with their source. */
export class PresetAnswer {
  id!: PresetId;
  /** The document. */
  source!: string;
  /** How sure the source is; only T may be shown as law. */
  mark!: 'T' | 'E' | 'M';
  /** What it says otherwise than the usual rules, by the names of the rules. */
  changes!: (keyof ProposalSettings)[];
  /** The rules of a call that follows it. */
  settings!: CallSettingsAnswer;
}

/** Every preset, and the usual rules. */
export class PresetsAnswer {
  usual!: CallSettingsAnswer;
  items!: PresetAnswer[];
}

/** The presets as they are offered. */
export function presetsAnswer(): PresetsAnswer {
  const items = CALL_PRESETS.map(({ id, source, mark, settings }) => {
    const whole = { ...DEFAULT_SETTINGS, ...settings };
    const changes = (Object.keys(settings) as (keyof ProposalSettings)[]).filter(
      (name) => JSON.stringify(whole[name]) !== JSON.stringify(DEFAULT_SETTINGS[name]),
    );
    return { id, source, mark, changes, settings: settingsAnswer(whole) };
  });
  return { usual: settingsAnswer(DEFAULT_SETTINGS), items };
}
