export { BUNDLE_BYTES_MAX, type BundlePart, type BundleReading, isBundle, readBundle, writeBundle } from './bundle.js';
export { type ListedPart, withManifest } from './manifest.js';
export { judgeByTool, removeAbandonedFolders, toolVersion, type ToolBounds, type ToolJudgement } from './foreign/belenios-tool.js';
export { SELF_TEST_ELECTION } from './foreign/self-test-archives.js';
export { FORGERIES, selfTestArchive, type Unfitness, unfitnessOfTool } from './foreign/tool-self-test.js';
export { OpenSslArithmetic, serverArithmetic } from './openssl-arithmetic.js';
export { type BatchOptions, PaperPool, PoolBusyError, type PoolOptions, ThreadsLostError } from './paper-pool.js';
export { type PaperTask, type PaperToVerify, type SummedArchive, verifyPapers } from './paper-worker.js';
export { type ThreadedOptions, verifyArchiveInThreads } from './verify-archive-in-threads.js';
