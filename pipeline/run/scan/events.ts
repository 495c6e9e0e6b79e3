/** That libraries which take memory are about to be loaded, and that another page is about to be drawn, which takes its time. */
export type ScanEvent = 'loading' | 'page';

let hear: (event: ScanEvent) => void = () => undefined;

/** From now on `listener` is told, by the whole process. */
export function hearScans(listener: (event: ScanEvent) => void): void {
  hear = listener;
}

export const tellScans = (event: ScanEvent): void => hear(event);
