import { textForms } from './text-forms.ts';

textForms('pdf-more', [
  { mode: '-layout', every: 1, bounds: { leastF1: 0.967, mostSilent: 0.0115, mostFlagged: 0.042 } },
  { mode: '-raw', every: 2, bounds: { leastF1: 0.83, mostSilent: 0.0105, mostFlagged: 0.108 } },
  { mode: 'plain', every: 4, bounds: { leastF1: 0.14, mostSilent: 0.002, mostFlagged: 1 } },
]);
