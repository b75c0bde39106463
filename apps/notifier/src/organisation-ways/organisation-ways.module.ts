import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { GroupPostsModule } from '../group-posts/group-posts.module.js';
import { NoticesModule } from '../notices/notices.module.js';
import { PersonalMessagesModule } from '../personal-messages/personal-messages.module.js';
import { PushModule } from '../push/push.module.js';
import { SmsModule } from '../sms/sms.module.js';
import { OrganisationWaysController } from './organisation-ways.controller.js';
import { OrganisationWaysHandler } from './organisation-ways.query.js';
import { RemoveGroupWayHandler } from './remove-group-way.command.js';
import { RemoveMessageAppHandler } from './remove-message-app.command.js';
import { RemoveSmsGatewayHandler } from './remove-sms-gateway.command.js';
import { SetGroupWayHandler } from './set-group-way.command.js';
import { SetMessageAppHandler } from './set-message-app.command.js';
import { SetSmsGatewayHandler } from './set-sms-gateway.command.js';
import { TryGroupWayHandler } from './try-group-way.command.js';
import { TryMessageAppHandler } from './try-message-app.command.js';
import { TrySmsGatewayHandler } from './try-sms-gateway.command.js';

/** On which ways an organisation has its people told. */
@Module({
  imports: [AccessModule, GroupPostsModule, NoticesModule, PersonalMessagesModule, PushModule, SmsModule],
  controllers: [OrganisationWaysController],
  providers: [
    OrganisationWaysHandler,
    SetGroupWayHandler,
    RemoveGroupWayHandler,
    TryGroupWayHandler,
    SetMessageAppHandler,
    RemoveMessageAppHandler,
    TryMessageAppHandler,
    SetSmsGatewayHandler,
    RemoveSmsGatewayHandler,
    TrySmsGatewayHandler,
  ],
})
export class OrganisationWaysModule {}
