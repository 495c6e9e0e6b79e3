/** Beyond stand files that are made to fill the memory, or to take hours; the file is refused as a whole. */
export class TooLarge extends Error {}

export const MAX_PAGES = 20_000;
/** Of one XML member: a page of 100,000 objects has some 20 MB. */
export const MAX_XML_BYTES = 32 * 2 ** 20;
/** Elements and attributes cost some hundred bytes of memory each, however short they are. */
export const MAX_ELEMENTS = 1_000_000;
export const MAX_ATTRIBUTES = 4_000_000;
/** Of resources, templates and lists: those of a file of 20,000 pages with annotations on each. */
export const MAX_KEPT_ELEMENTS = 2_000_000;
/** Characters, and operators that paint, of one page: as for PDF. */
export const MAX_PAGE_STEPS = 1_000_000;
/** The same for all pages: a file of 2000 full pages has ten million. */
export const MAX_STEPS = 20_000_000;

/** Counts what is painted. */
export class Meter {
  #left = MAX_STEPS;
  #leftOfPage = MAX_PAGE_STEPS;

  nextPage(): void {
    this.#leftOfPage = MAX_PAGE_STEPS;
  }

  /** @throws TooLarge */
  spend(steps: number): void {
    this.#left -= steps;
    this.#leftOfPage -= steps;
    if (this.#leftOfPage < 0) throw new TooLarge(`more than ${MAX_PAGE_STEPS} objects and characters on a page`);
    if (this.#left < 0) throw new TooLarge(`more than ${MAX_STEPS} objects and characters`);
  }
}
