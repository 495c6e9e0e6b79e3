/** Dots of a picture; an A3 page at 400 dpi has 31 million. With four bytes a dot larger ones would fill the memory of a process. */
export const MAX_DOTS = 40_000_000;
/** Pictures in one file. */
export const MAX_PICTURES = 2_000;
