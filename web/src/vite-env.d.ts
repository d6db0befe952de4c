/// <reference types="vite/client" />

interface Window {
  /** Not in every browser. */
  readonly trustedTypes?: {
    createPolicy(name: string, rules: { createScriptURL(url: string): string | null }): unknown;
  };
}
