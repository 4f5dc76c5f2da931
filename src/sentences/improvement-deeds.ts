import type { Audience, ImprovementDecision, Language, Stage } from '../kernel/index.ts';
import { because, deed, type DeedParams, type DeedWords } from './deed-words.ts';
import { nameInImprovement } from './name-improvement.ts';
import { nameRule } from './names.ts';

const stageOf = (p: DeedParams, language: Language): string =>
  nameInImprovement('stage', p['stage'] as Stage, language);
const decisionOf = (p: DeedParams, language: Language): string =>
  nameInImprovement('decision', p['decision'] as ImprovementDecision, language).toLowerCase();
const audienceOf = (p: DeedParams, language: Language): string =>
  nameInImprovement('audience', p['audience'] as Audience, language).toLowerCase();

/** «; por excepción: …», where rules were relaxed for it. */
function underException(p: DeedParams, language: Language): string {
  const rules = p['relaxed'];
  if (typeof rules !== 'string' || rules === '') return '';
  const told = rules.split(' ').map((rule) => nameRule(rule, language));
  return `; ${language === 'es' ? 'por excepción no se exigió que' : 'under an exception it was not asked that'} ${told.join('; ')}`;
}

/** What is done to improvements, by the kind of its link. */
export const IMPROVEMENT_DEEDS: Readonly<Record<string, DeedWords>> = {
  'improvement-opened': deed(
    'Mejora abierta',
    'Improvement opened',
    (p) => `abrió la mejora «${p['title']}»`,
    (p) => `opened the improvement “${p['title']}”`,
  ),
  'improvement-changed': deed(
    'Mejora cambiada',
    'Improvement changed',
    (p) => `cambió lo que dice la mejora «${p['title']}»`,
    (p) => `changed what the improvement “${p['title']}” says`,
  ),
  'improvement-moved-on': deed(
    'Mejora llevada a otra etapa',
    'Improvement taken to another stage',
    (p) => `llevó la mejora «${p['title']}» a ${stageOf(p, 'es')}`,
    (p) => `took the improvement “${p['title']}” to ${stageOf(p, 'en')}`,
  ),
  'improvement-assigned': deed(
    'Etapa asignada',
    'Stage given',
    (p) => `fijó quién responde por ${stageOf(p, 'es')} de la mejora «${p['title']}», y hasta cuándo`,
    (p) => `set who answers for ${stageOf(p, 'en')} of the improvement “${p['title']}”, and until when`,
  ),
  'improvement-evidence': deed(
    'Evidencia de una mejora',
    'Evidence of an improvement',
    (p) => `añadió evidencia a la mejora «${p['title']}»`,
    (p) => `added evidence to the improvement “${p['title']}”`,
  ),
  'improvement-cause': deed(
    'Análisis de causas',
    'Analysis of causes',
    (p) => `cambió el análisis de causas de la mejora «${p['title']}»${p['text'] ? `: ${p['text']}` : ''}`,
    (p) =>
      `changed the analysis of causes of the improvement “${p['title']}”${p['text'] ? `: ${p['text']}` : ''}`,
  ),
  'improvement-decided': deed(
    'Decisión sobre una mejora',
    'Decision about an improvement',
    (p) => `decidió ${decisionOf(p, 'es')} la mejora «${p['title']}»${underException(p, 'es')}`,
    (p) => `decided to ${decisionOf(p, 'en')} the improvement “${p['title']}”${underException(p, 'en')}`,
  ),
  'improvement-planned': deed(
    'Cómo se probará una mejora',
    'How an improvement will be proved',
    (p) => `${p['again'] === 1 ? 'cambió' : 'eligió'} con qué se probará la mejora «${p['title']}»`,
    (p) => `${p['again'] === 1 ? 'changed' : 'chose'} what will prove the improvement “${p['title']}”`,
  ),
  'improvement-pilot': deed(
    'Piloto de una mejora',
    'Pilot of an improvement',
    (p) => `fijó el piloto de la mejora «${p['title']}»`,
    (p) => `set the pilot of the improvement “${p['title']}”`,
  ),
  'action-written': deed(
    'Acción escrita',
    'Action written',
    (p) => `puso en la mejora «${p['title']}» la acción «${p['text']}»`,
    (p) => `put in the improvement “${p['title']}” the action “${p['text']}”`,
  ),
  'action-done': deed(
    'Acción hecha',
    'Action done',
    (p) => `dijo que hizo «${p['text']}», de la mejora «${p['title']}», y con qué se ve`,
    (p) => `said that “${p['text']}”, of the improvement “${p['title']}”, is done, and what shows it`,
  ),
  'action-dropped': deed(
    'Acción dejada',
    'Action dropped',
    (p) => `dejó la acción «${p['text']}» de la mejora «${p['title']}»`,
    (p) => `dropped the action “${p['text']}” of the improvement “${p['title']}”`,
  ),
  'action-evidence': deed(
    'Evidencia de una acción',
    'Evidence of an action',
    (p) => `añadió evidencia de «${p['text']}», de la mejora «${p['title']}»`,
    (p) => `added evidence of “${p['text']}”, of the improvement “${p['title']}”`,
  ),
  'evidence-accepted': deed(
    'Evidencia aceptada',
    'Evidence accepted',
    (p) => `aceptó la evidencia de «${p['text']}», de la mejora «${p['title']}»`,
    (p) => `accepted the evidence of “${p['text']}”, of the improvement “${p['title']}”`,
  ),
  'improvement-told': deed(
    'Aviso de una mejora',
    'Notice of an improvement',
    (p) => `dejó constancia de a quién se avisó de la mejora «${p['title']}»: ${audienceOf(p, 'es')}`,
    (p) => `noted who was told of the improvement “${p['title']}”: ${audienceOf(p, 'en')}`,
  ),
  'improvement-closed': deed(
    'Mejora cerrada',
    'Improvement closed',
    (p) => `comprobó y cerró la mejora «${p['title']}»${underException(p, 'es')}`,
    (p) => `verified and closed the improvement “${p['title']}”${underException(p, 'en')}`,
  ),
  'improvement-reopened': deed(
    'Mejora abierta otra vez',
    'Improvement reopened',
    (p) => `volvió a abrir la mejora «${p['title']}»${because(p, 'motivo')}`,
    (p) => `reopened the improvement “${p['title']}”${because(p, 'reason')}`,
  ),
};
