#!/usr/bin/env node
import { run } from './program.ts';
import { stdoutFailed } from './talk.ts';

process.stdout.on('error', stdoutFailed);
process.exitCode = await run(process.argv.slice(2));
