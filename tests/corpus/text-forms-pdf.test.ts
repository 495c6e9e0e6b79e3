import { textForms } from './text-forms.ts';

textForms('pdf', [
  { mode: '-layout', every: 1, bounds: { leastF1: 0.957, mostSilent: 0.008, mostFlagged: 0.038 } },
  { mode: '-raw', every: 1, bounds: { leastF1: 0.945, mostSilent: 0.0015, mostFlagged: 0.056 } },
  { mode: 'plain', every: 1, bounds: { leastF1: 0.51, mostSilent: 0.0005, mostFlagged: 1 } },
]);
