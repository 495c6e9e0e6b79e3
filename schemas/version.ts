/** Of disclosure.json and report.json. It rises when a field goes or means something else. */
export const SCHEMA_VERSION = 2;
