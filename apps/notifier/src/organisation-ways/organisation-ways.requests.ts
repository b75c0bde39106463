import { GROUP_PROVIDERS, type GroupProvider, LOCALES, type Locale, MESSAGE_IDS, type MessageId } from '@plenum/contracts';
import { Length, MaxLength } from '@plenum/service-kit';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Matches, Min } from 'class-validator';

const WEBHOOK_MAX = 300;
const SECRET_MAX = 200;

/** Which robot is meant. */
export class GroupProviderParam {
  @IsIn(GROUP_PROVIDERS)
  provider: GroupProvider;
}

/** A robot as it shall be. */
export class SetGroupWayRequest {
  /** Its address as the provider shows it, at the provider's own host; left out, the one that is kept stays, with its secret. */
  @IsOptional()
  @IsString()
  @Length(1, WEBHOOK_MAX)
  webhookUrl?: string;

  /** What posts are signed with; left out, they are not, or as before where the address stays. */
  @IsOptional()
  @IsString()
  @MaxLength(SECRET_MAX)
  secret?: string;

  @IsBoolean()
  isOn: boolean;

  /** The language of its posts. */
  @IsIn(LOCALES)
  locale: Locale;

  /** The version that was read, 0 for none. Where somebody has changed it since, the request is refused. */
  @IsInt()
  @Min(0)
  version!: number;
}

/** An app as it shall be. */
export class SetMessageAppRequest {
  /** WeCom: id of the company; DingTalk: app key; Feishu: app id. Left out, the one that is kept stays. */
  @IsOptional()
  @Matches(/^[\w-]{1,128}$/)
  appId?: string;

  /** Its secret; left out or empty, the one that is kept stays, where the app stays. */
  @IsOptional()
  @IsString()
  @MaxLength(SECRET_MAX)
  secret?: string;

  /** The number of the app within the company, for WeCom and DingTalk; left out, the one that is kept stays. */
  @IsOptional()
  @Matches(/^\d{1,15}$/)
  agentId?: string;

  /** Which of a member's facts is their id there. */
  @IsIn(MESSAGE_IDS)
  idIs: MessageId;

  @IsBoolean()
  isOn: boolean;

  /** The version that was read, 0 for none. Where somebody has changed it since, the request is refused. */
  @IsInt()
  @Min(0)
  version!: number;
}
