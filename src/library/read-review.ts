import { type Stage, STAGES } from '../kernel/index.ts';
import type { Review, ReviewQuestion } from './catalogue.ts';
import type { Entry, Reading } from './entry.ts';
import { readOneThing } from './entry.ts';
import type { Spot } from './fields.ts';
import { checkId, Fields } from './fields.ts';
import { findNearestName } from './nearest-name.ts';

/** Reads the questions by which the loop is reviewed, stage by stage. */
export function readReview(reading: Reading): Entry<Review> {
  return readOneThing(reading, 'review', ['name', 'about', 'stages'], (fields, id) => ({
    id,
    pack: reading.pack,
    name: fields.local('name'),
    about: fields.local('about'),
    questions: (fields.need('stages')?.entries() ?? []).flatMap(({ key, value }) => readStage(key, value)),
  }));
}

function readStage(key: string, spot: Spot): readonly ReviewQuestion[] {
  const stage = STAGES.find((each): each is Stage => each === key);
  if (stage === undefined) {
    spot.add('unknown-choice', { value: key, choices: [...STAGES] }, findNearestName(key, STAGES));
    return [];
  }
  const ids = spot.entries();
  const fields = new Fields(
    spot,
    ids.map(({ key: id }) => id),
  );
  return ids.map(({ key: id, value }) => {
    checkId(value, id);
    return { id: `${stage}.${id}`, stage, text: fields.local(id) };
  });
}
