import { ratchetOf } from './corpus.ts';

ratchetOf('pdf-more');
