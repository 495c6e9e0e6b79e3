/** Of disclosure.json and report.json. It rises when a field goes or means something else. */
export const SCHEMA_VERSION = 2;

/** Stands near the beginning of every report.html, so that it is never read as a source. */
export const REPORT_MARK = '<meta name="generator" content="duizhang">';
