import { ratchetOf } from './corpus.ts';

ratchetOf('seeds');
