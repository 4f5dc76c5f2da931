import { alertTopics } from './texts/alerts.ts';
import { caseTopics } from './texts/cases.ts';
import { dataTopics } from './texts/data.ts';
import { criticalityTopics } from './texts/criticality.ts';
import { processTopics } from './texts/processes.ts';
import { logTopics } from './texts/logs.ts';
import { readingTopics } from './texts/reading.ts';
import { loopTopics } from './texts/loop.ts';
import { improvementTopics } from './texts/improvements.ts';
import { signalTopics } from './texts/signals.ts';
import { workshopTopics } from './texts/workshops.ts';
import { todayTopics } from './texts/today.ts';
import { upkeepTopics } from './texts/upkeep.ts';
import type { Topic } from './topic.ts';

/** Every topic, in the order in which the screens are met. */
export const TOPICS: readonly Topic[] = [
  ...readingTopics,
  ...criticalityTopics,
  ...processTopics,
  ...todayTopics,
  ...caseTopics,
  ...logTopics,
  ...signalTopics,
  ...alertTopics,
  ...improvementTopics,
  ...loopTopics,
  ...workshopTopics,
  ...dataTopics,
  ...upkeepTopics,
];

/** Whether a path is that of a topic, `$` taking any segment. */
function fits(path: string, topic: string): boolean {
  const given = path.split('/');
  const wanted = topic.split('/');
  return given.length === wanted.length && wanted.every((part, at) => part === '$' || part === given[at]);
}

/**
 * The help on a screen: its own, or that of the nearest one above it; that of the home when there is
 * none.
 *
 * @example findTopic('/auditoria/hallazgos/3').path // '/auditoria/hallazgos'
 */
export function findTopic(path: string): Topic {
  const exact = TOPICS.find((topic) => topic.path === path) ?? TOPICS.find((topic) => fits(path, topic.path));
  if (exact) return exact;
  const above = path.slice(0, path.lastIndexOf('/'));
  if (above !== '') return findTopic(above);
  return TOPICS[0] as Topic;
}
