import type { TestProject } from 'vitest/node';
import { startTestDatabases, type TestDatabases } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    adminUrl: string;
    template: string;
  }
}

interface Shared {
  databases: Promise<TestDatabases>;
  users: number;
}

// Each vitest project loads this module for itself; they share one Postgres through the process.
const shared = globalThis as typeof globalThis & { fraisierTests?: Shared | undefined };

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.fraisierTests ??= { databases: startTestDatabases(), users: 0 };
  const mine = shared.fraisierTests;
  mine.users++;
  const { adminUrl, template } = await mine.databases;
  project.provide('adminUrl', adminUrl);
  project.provide('template', template);
  return async () => {
    mine.users--;
    if (mine.users > 0) return;
    shared.fraisierTests = undefined;
    await (await mine.databases).stop();
  };
}
