/** The version of the rules that a round opening today promises. A changed rule is a new version. */
export const RULES_VERSION = '2026-11';
