import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import {
  type Ballot,
  BallotErrors,
  type NameMatch,
  hasPaper,
  isOfficer,
  namesOn,
  requiresNameMatching,
  areSheetsSettled,
  settledSheets,
  spellingOf,
} from '@plenum/ballot-domain';
import { Database } from '@plenum/database';
import { Directory, type DirectoryMember } from '@plenum/directory';
import type { Actor } from '@plenum/service-kit';
import { BallotRepository } from '../storage/ballot.repository.js';
import { EntriesRepository } from '../storage/entries.repository.js';
import { type Alias, WrittenNamesRepository } from '../storage/written-names.repository.js';
import { labelAmong } from './name-statements.js';
import type { NameMatchAnswer, NameSuggestionAnswer, WrittenNamesAnswer } from './paper-desk.responses.js';

/** The names written in on the papers of a ballot, with whom they mean and whom they may mean, for its officers. */
export class NamesOnPapers extends Query<WrittenNamesAnswer> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
  ) {
    super();
  }
}

@QueryHandler(NamesOnPapers)
export class NamesOnPapersHandler implements IQueryHandler<NamesOnPapers> {
  constructor(
    private readonly ballots: BallotRepository,
    private readonly entries: EntriesRepository,
    private readonly names: WrittenNamesRepository,
    private readonly directory: Directory,
    private readonly database: Database,
  ) {}

  /** @throws `ballot.not-found`, `ballot.not-an-officer`, `ballot.wrong-channel`, `ballot.no-write-ins` */
  async execute({ actor, ballotId }: NamesOnPapers): Promise<WrittenNamesAnswer> {
    const ballot = await this.ballots.find(this.database, ballotId, actor.organisationId);
    if (!isOfficer(ballot, actor, 'SCRUTINEER', 'TELLER')) throw BallotErrors.notAnOfficer();
    if (!hasPaper(ballot.channel)) throw BallotErrors.wrongChannel('match-name', ballot.channel);
    if (!requiresNameMatching(ballot)) throw BallotErrors.noWriteIns();
    const entries = await this.entries.entriesOf(this.database, ballotId);
    const sheets = areSheetsSettled(ballot, entries) ? settledSheets(ballot, entries) : [];
    const written = namesOn(sheets);
    const matches = await this.names.namesOf(this.database, ballotId);
    const open = new Set(matches.openAmong(written));
    const members = await this.directory.activeMembers(this.database, actor.organisationId);
    const aliases = await this.names.aliases(this.database, actor.organisationId, written);
    const officers = new Map(
      (
        await this.directory.membersByIds(
          this.database,
          ballot.officers.map(({ memberId }) => memberId),
        )
      ).map(({ id, name }) => [id, name]),
    );
    return {
      items: written.map((name) => ({
        name,
        papers: sheets.filter(({ writeIns }) => writeIns.includes(name)).length,
        match: matchAnswer(matches.matchOf(name), officers),
        open: open.has(name),
        suggestions: suggestionsFor(name, { ballot, members, aliases }),
      })),
    };
  }
}

interface Known {
  readonly ballot: Ballot;
  readonly members: readonly DirectoryMember[];
  readonly aliases: readonly Alias[];
}

/** Whom a spelling meant before, whom the register has under it, and who is listed under it; each person once. */
function suggestionsFor(name: string, { ballot, members, aliases }: Known): NameSuggestionAnswer[] {
  const spelling = spellingOf(name);
  const active = new Map(members.map((member) => [member.id, member]));
  const met = aliases
    .filter((alias) => alias.spelling === spelling && (alias.memberId === null || active.has(alias.memberId)))
    .map(({ label, memberId }) => suggestion('alias', label, memberId));
  const registered = members
    .filter((member) => spellingOf(member.name) === spelling)
    .map((member) => suggestion('register', labelAmong(members, member), member.id));
  const listed = ballot.choices
    .filter(({ label }) => spellingOf(label) === spelling)
    .map(({ id, label, memberId }) => ({ ...suggestion('candidates', label, memberId), candidateId: id }));
  const seen = new Set<string>();
  return [...listed, ...met, ...registered].filter(({ memberId, label }) => {
    const person = memberId ?? label;
    return seen.has(person) ? false : seen.add(person);
  });
}

const suggestion = (from: NameSuggestionAnswer['from'], label: string, memberId: string | null): NameSuggestionAnswer => ({
  memberId,
  candidateId: null,
  label,
  from,
});

function matchAnswer(match: NameMatch | null, officers: ReadonlyMap<string, string>): NameMatchAnswer | null {
  if (!match) return null;
  const { memberId, candidateId, label, eligible, proposedBy, confirmedBy } = match;
  const person = (id: string) => ({ id, name: officers.get(id) ?? null });
  return {
    memberId,
    candidateId,
    label,
    eligible,
    proposedBy: person(proposedBy),
    confirmedBy: confirmedBy === null ? null : person(confirmedBy),
  };
}
