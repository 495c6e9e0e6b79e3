import { ratchetOf } from './corpus.ts';

ratchetOf('text');
