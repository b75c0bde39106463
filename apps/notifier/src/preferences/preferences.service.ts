import { Injectable } from '@nestjs/common';
import { Database } from '@plenum/database';
import type { Actor } from '@plenum/service-kit';
import type { PreferencesRequest } from './preferences.requests.js';
import type { PreferencesResponse } from './preferences.responses.js';

const USUAL: PreferencesResponse = { mail: true, locale: 'zh-CN' };

/** How people want to be told. */
@Injectable()
export class PreferencesService {
  constructor(private readonly database: Database) {}

  async preferencesOf({ memberId }: Actor): Promise<PreferencesResponse> {
    const [row] = await this.database.query<PreferencesResponse>('SELECT mail, locale FROM preferences WHERE member_id = $1', [memberId]);
    return row ?? USUAL;
  }

  /** Holds from the next notice on. */
  async keep({ memberId }: Actor, { mail, locale }: PreferencesRequest): Promise<PreferencesResponse> {
    await this.database.query(
      `
        INSERT INTO preferences (member_id, mail, locale)
        VALUES ($1, $2, $3)
        ON CONFLICT (member_id)
        DO UPDATE SET mail = excluded.mail, locale = excluded.locale
      `,
      [memberId, mail, locale],
    );
    return { mail, locale };
  }
}
