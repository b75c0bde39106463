import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { AttendanceByDelegationHandler } from './attendance-by-delegation.query.js';
import { AttendanceFiguresHandler } from './attendance-figures.query.js';
import { AttendanceTimelineHandler } from './attendance-timeline.query.js';
import { AttendanceController } from './attendance.controller.js';
import { AttendeeListHandler } from './attendees.query.js';
import { LeaveSessionHandler } from './leave-session.command.js';
import { SignInToSessionHandler } from './sign-in-to-session.command.js';

/** The sign-in desk of a session. */
@Module({
  imports: [StorageModule, AccessModule],
  controllers: [AttendanceController],
  providers: [
    SignInToSessionHandler,
    LeaveSessionHandler,
    AttendanceFiguresHandler,
    AttendanceTimelineHandler,
    AttendeeListHandler,
    AttendanceByDelegationHandler,
  ],
})
export class AttendanceModule {}
