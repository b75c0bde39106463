import { Global, Module } from '@nestjs/common';
import { DIRECTORY_REACTIONS } from './directory.reactions.js';
import { Directory } from './directory.js';

/** Gives a service the directory to read, and the reactions that keep it. */
@Global()
@Module({ providers: [Directory, ...DIRECTORY_REACTIONS], exports: [Directory] })
export class DirectoryModule {}
