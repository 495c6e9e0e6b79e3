import { textForms } from './text-forms.ts';

textForms('pdf-more', [
  { mode: '-layout', every: 1, bounds: { leastF1: 0.963, mostSilent: 0.014, mostFlagged: 0.04 } },
  { mode: '-raw', every: 2, bounds: { leastF1: 0.815, mostSilent: 0.0125, mostFlagged: 0.085 } },
  { mode: 'plain', every: 4, bounds: { leastF1: 0.14, mostSilent: 0.002, mostFlagged: 1 } },
]);
